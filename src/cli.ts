import type { Db } from '../db/connection.ts'
import { backupCommand, type CommandOutcome, restoreCommand } from './backup-commands.ts'
import { readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { loadDemo } from './demo.ts'
import { auditFigures } from './figures/audit/audit-figures.ts'
import { auditTally } from './figures/tally/audit-store.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import { openOrExplain } from './open-database.ts'
import { addPerson } from './people/add-person.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { identity, type Taken } from './people/person.ts'
import { holdsDemo } from './project/opening.ts'
import { fileHistory, noteOpening } from './project/opening-store.ts'
import { projectCommand } from './project-command.ts'

/** What is done to a file without opening it to work with it. */
const FILE_COMMANDS: Record<string, (database: string, given: string[]) => Promise<CommandOutcome>> = {
  backup: backupCommand,
  restore: restoreCommand,
}

const COMMANDS: Record<string, (db: Db, given: string[]) => Promise<string[]>> = {
  project: async (db, given) => {
    const { done, lines } = await projectCommand(db, given)
    if (!done) process.exitCode = 1
    return lines
  },
  admin: addAdministrator,
  demo,
  'audit-figures': async (db) => {
    const { compared, differences } = auditFigures(db, Date.now())
    if (differences.length > 0) process.exitCode = 1
    return [...differences.map(String), `${compared} figures computed twice, ${differences.length} differ.`]
  },
  tally: async (db) => {
    rebuildTally(db)
    const differences = auditTally(db)
    if (differences.length > 0) process.exitCode = 1
    return [`The tally is rebuilt; ${differences.length} of its rows differ from the approved values.`]
  },
}

/** Loads the demo's project without starting. */
async function demo(db: Db): Promise<string[]> {
  const loaded = await loadDemo(db, Date.now())
  if ('signIns' in loaded) return [loaded.signIns]
  process.exitCode = 1
  return [loaded.refused]
}

const TAKEN: Record<Taken, (person: { email: string; name: string }) => string> = {
  email: ({ email }) => `${email} is known already. An administrator can give a new password on the People page.`,
  name: ({ name }) => `Somebody is called ${name} already. Add what tells them apart, such as their office.`,
}

const NO_DEMO =
  'MODE is production, and the demo is made up: nothing is loaded. Leave MODE out to load it, into a file of its own.'

const HOLDS_DEMO = (file: string) =>
  `The database ${file} holds the demo, where anybody signs in as anybody: nobody real is added to it. Name a file of its own: DATABASE=data/project.db npm run admin -- name@example.org "Full Name"`

process.umask(0o077)
await run(process.argv.slice(2))

async function run([name, ...given]: string[]): Promise<void> {
  const command = COMMANDS[name ?? '']
  const fileCommand = FILE_COMMANDS[name ?? '']
  if (!command && !fileCommand) return fail(`Commands: ${Object.keys({ ...COMMANDS, ...FILE_COMMANDS }).join(', ')}.`)
  const read = readConfig(process.env, root)
  if ('problems' in read) return read.problems.forEach(fail)
  if (name === 'demo' && read.config.mode === 'production') return fail(NO_DEMO)
  if (!command) return say(await fileCommand!(read.config.database, given))
  const db = openOrExplain(read.config.database)
  if (!db) return
  try {
    for (const line of await command(db, given)) console.log(line)
  } finally {
    db.$client.close()
  }
}

/** The first administrator of a new installation: `npm run admin -- name@example.org "Full Name"`. */
async function addAdministrator(db: Db, [email, ...names]: string[]): Promise<string[]> {
  const read = identity.safeParse({ email: email ?? '', name: names.join(' ') })
  if (!read.success) {
    process.exitCode = 1
    return ['Say who: npm run admin -- name@example.org "Full Name"']
  }
  if (holdsDemo(fileHistory(db, new Set()))) {
    process.exitCode = 1
    return [HOLDS_DEMO(db.$client.name)]
  }
  const password = newPassword()
  const fields = { ...read.data, role: 'administrator', language: 'vi', partnerIds: [] } as const
  const added = { ...fields, partnerIds: [], passwordHash: await hashPassword(password) }
  const now = Date.now()
  const answer = db.tx(() => {
    noteOpening(db, 'production', now)
    return addPerson(db, null, added, now)
  })
  if ('taken' in answer) {
    process.exitCode = 1
    return [TAKEN[answer.taken](added)]
  }
  return [`Administrator ${added.email} is added. The password, shown this once: ${password}`]
}

function say({ done, lines }: CommandOutcome): void {
  for (const line of lines)
    if (done) console.log(line)
    else fail(line)
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
