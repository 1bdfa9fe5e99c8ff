import type { Db } from '../db/connection.ts'
import { DEMOS, isDemoName } from '../fixtures/demos.ts'
import { attackCommand } from './attack-command.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import type { Command, CommandOutcome } from './command.ts'
import { readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { loadDemo } from './demo.ts'
import { auditFigures } from './figures/audit/audit-figures.ts'
import { auditTally } from './figures/tally/audit-store.ts'
import { rebuildTally } from './figures/tally/rebuild.ts'
import { terminalLanguages } from './language/terminal.ts'
import { openOrExplain, stop } from './open-database.ts'
import { addPerson } from './people/add-person.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { identity, type Taken } from './people/person.ts'
import { holdsDemo } from './project/opening.ts'
import { fileOrigin, noteOpening } from './project/opening-store.ts'
import { projectCommand } from './project-command.ts'
import { relationsCommand } from './relations-command.ts'

/** What is done to a file without opening it to work with it. */
const FILE_COMMANDS: Record<string, Command<string>> = {
  backup: backupCommand,
  restore: restoreCommand,
}

/** What reads files that the program has let out, and opens no database. */
const OUTSIDE_COMMANDS: Record<string, (given: string[]) => Promise<CommandOutcome>> = {
  attack: attackCommand,
}

const COMMANDS: Record<string, Command<Db>> = {
  project: (db, given) => projectCommand(db, given, terminalLanguages(process.env)),
  admin: addAdministrator,
  demo,
  'audit-figures': async (db) => {
    const { compared, differences } = auditFigures(db, Date.now())
    const summary = `${compared} figures computed twice, ${differences.length} differ.`
    return { done: differences.length === 0, lines: [...differences.map(String), summary] }
  },
  relations: relationsCommand,
  tally: async (db) => {
    rebuildTally(db)
    const differences = auditTally(db)
    const summary = `The tally is rebuilt; ${differences.length} of its rows differ from the approved values.`
    return { done: differences.length === 0, lines: [summary] }
  },
}

/** Loads the project of a demo without starting: `npm run demo`, `npm run demo -- NAME`. */
async function demo(db: Db, [name]: string[]): Promise<CommandOutcome> {
  if (name !== undefined && !isDemoName(name)) {
    const known = Object.keys(DEMOS).join(', ')
    return { done: false, lines: [`There is no demo ${name}. Say which: npm run demo -- NAME, of ${known}.`] }
  }
  const loaded = await loadDemo(db, Date.now(), name)
  return 'signIns' in loaded ? { done: true, lines: [loaded.signIns] } : { done: false, lines: [loaded.refused] }
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
  const outside = OUTSIDE_COMMANDS[name ?? '']
  if (outside) return finish(await outside(given))
  if (!command && !fileCommand)
    return stop([`Commands: ${Object.keys({ ...COMMANDS, ...FILE_COMMANDS, ...OUTSIDE_COMMANDS }).join(', ')}.`])
  const read = readConfig(process.env, root)
  if ('problems' in read) return stop(read.problems)
  if (name === 'demo' && read.config.mode === 'production') return stop([NO_DEMO])
  if (!command) {
    const { done, lines } = await fileCommand!(read.config.database, given)
    return done ? say(lines) : stop(lines)
  }
  const db = openOrExplain(read.config.database)
  if (!db) return
  try {
    finish(await command(db, given))
  } finally {
    db.$client.close()
  }
}

/** The first administrator of a new installation: `npm run admin -- name@example.org "Full Name"`. */
async function addAdministrator(db: Db, [email, ...names]: string[]): Promise<CommandOutcome> {
  const read = identity.safeParse({ email: email ?? '', name: names.join(' ') })
  if (!read.success) return { done: false, lines: ['Say who: npm run admin -- name@example.org "Full Name"'] }
  if (holdsDemo(fileOrigin(db))) return { done: false, lines: [HOLDS_DEMO(db.$client.name)] }
  const password = newPassword()
  const [language] = terminalLanguages(process.env)
  const fields = { ...read.data, role: 'administrator', language: language!, partnerIds: [] } as const
  const added = { ...fields, partnerIds: [], passwordHash: await hashPassword(password) }
  const now = Date.now()
  const answer = db.tx(() => {
    noteOpening(db, 'production', now)
    return addPerson(db, null, added, now)
  })
  if ('taken' in answer) return { done: false, lines: [TAKEN[answer.taken](added)] }
  return { done: true, lines: [`Administrator ${added.email} is added. The password, shown this once: ${password}`] }
}

function finish({ done, lines }: CommandOutcome): void {
  say(lines)
  if (!done) process.exitCode = 1
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line)
}
