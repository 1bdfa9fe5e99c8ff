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
import type { Words } from './language/words.ts'
import { openOrExplain } from './open-database.ts'
import { addPerson } from './people/add-person.ts'
import { hashPassword, newPassword } from './people/password.ts'
import { identity } from './people/person.ts'
import { holdsDemo } from './project/opening.ts'
import { fileOrigin, noteOpening } from './project/opening-store.ts'
import { projectCommand } from './project-command.ts'
import { relationsCommand } from './relations-command.ts'
import { issuedReleases } from './releases/store.ts'
import { reportNumbers, verifiedLines } from './releases/verifying/in-words.ts'
import { isAsIssued } from './releases/verifying/verified.ts'
import { verifyRelease } from './releases/verifying/verify-load.ts'
import { configProblems } from './start-notes.ts'
import { terminalOf } from './terminal.ts'

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
  project: projectCommand,
  admin: addAdministrator,
  demo,
  'audit-figures': async (db) => {
    const { compared, differences } = auditFigures(db, Date.now())
    const told = { figures: compared, differences: differences.length }
    return {
      done: differences.length === 0,
      lines: [...differences.map(String), ({ t }) => t('common:terminal.audit', told)],
    }
  },
  relations: relationsCommand,
  'verify-release': verifyReports,
  tally: async (db) => {
    rebuildTally(db)
    const differences = auditTally(db).length
    return { done: differences === 0, lines: [({ t }) => t('common:terminal.tally', { differences })] }
  },
}

/** Whether the files of issued reports are what was issued and say what the database says: `npm run release:verify`, `-- 12`. */
async function verifyReports(db: Db, given: string[]): Promise<CommandOutcome> {
  const asked = reportNumbers(given)
  if (!asked) return { done: false, lines: [({ t }) => t('releases:verify.usage')] }
  const ids = asked.length > 0 ? asked : issuedReleases(db).map(({ id }) => id)
  if (ids.length === 0) return { done: true, lines: [({ t }) => t('releases:verify.none')] }
  const reports = ids.map((id) => ({ id, verified: verifyRelease(db, id) }))
  return {
    done: reports.every(({ verified }) => isAsIssued(verified)),
    lines: reports.flatMap(({ id, verified }) => verifiedLines(id, verified)),
  }
}

/** Loads the project of a demo without starting: `npm run demo`, `npm run demo -- NAME`. */
async function demo(db: Db, [name]: string[]): Promise<CommandOutcome> {
  if (name !== undefined && !isDemoName(name)) {
    const known = Object.keys(DEMOS).join(', ')
    return { done: false, lines: [({ t }) => t('common:terminal.demo.unknown', { name, known })] }
  }
  const loaded = await loadDemo(db, Date.now(), name)
  return 'signIns' in loaded ? { done: true, lines: loaded.signIns } : { done: false, lines: loaded.refused }
}

const COMMAND_NAMES = Object.keys({ ...COMMANDS, ...FILE_COMMANDS, ...OUTSIDE_COMMANDS })

process.umask(0o077)
const terminal = terminalOf(process.env)
const { say, stop } = terminal
await run(process.argv.slice(2))

async function run([name, ...given]: string[]): Promise<void> {
  const command = COMMANDS[name ?? '']
  const fileCommand = FILE_COMMANDS[name ?? '']
  const outside = OUTSIDE_COMMANDS[name ?? '']
  if (outside) return finish(await outside(given))
  if (!command && !fileCommand)
    return stop([({ t }) => t('common:terminal.commands', { list: COMMAND_NAMES.join(', ') })])
  const read = readConfig(process.env, root)
  if ('problems' in read) return stop(configProblems(read.problems))
  if (name === 'demo' && read.config.mode === 'production')
    return stop([({ t }) => t('common:terminal.demo.production')])
  if (!command) {
    const { done, lines } = await fileCommand!(read.config.database, given, terminal.words)
    return done ? say(lines) : stop(lines)
  }
  const db = openOrExplain(read.config.database, terminal)
  if (!db) return
  try {
    finish(await command(db, given, terminal.words))
  } finally {
    db.$client.close()
  }
}

/** The first administrator of a new installation: `npm run admin -- name@example.org "Full Name"`. */
async function addAdministrator(db: Db, [email, ...names]: string[], { language }: Words): Promise<CommandOutcome> {
  const read = identity.safeParse({ email: email ?? '', name: names.join(' ') })
  if (!read.success) return { done: false, lines: [({ t }) => t('common:terminal.admin.usage')] }
  const file = db.$client.name
  if (holdsDemo(fileOrigin(db)))
    return { done: false, lines: [({ t }) => t('common:terminal.admin.holds-demo', { file })] }
  const password = newPassword()
  const fields = { ...read.data, role: 'administrator', language, partnerIds: [] } as const
  const added = { ...fields, partnerIds: [], passwordHash: await hashPassword(password) }
  const now = Date.now()
  const answer = db.tx(() => {
    noteOpening(db, 'production', now)
    return addPerson(db, null, added, now)
  })
  const { email: address, name } = added
  if ('taken' in answer)
    return {
      done: false,
      lines: [({ t }) => t(`common:terminal.admin.${answer.taken}-taken`, { email: address, name })],
    }
  return { done: true, lines: [({ t }) => t('common:terminal.admin.added', { email: address, password })] }
}

function finish({ done, lines }: CommandOutcome): void {
  say(lines)
  if (!done) process.exitCode = 1
}
