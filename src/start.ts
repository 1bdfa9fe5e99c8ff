import { dirname, join } from 'node:path'
import type { Db } from '../db/connection.ts'
import { keepToOwner } from '../db/file/modes.ts'
import { isLarge } from '../db/file/soundness.ts'
import { beginFirstReport } from '../fixtures/first-report/begin-first-report.ts'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config/config.ts'
import { root } from './config/root.ts'
import { storedSecret } from './config/session-secret.ts'
import { loadDemo } from './demo.ts'
import { repairTally } from './figures/tally/rebuild.ts'
import type { TerminalLine } from './language/terminal.ts'
import { openOrExplain, reason } from './open-database.ts'
import { isAnybodyThere } from './people/store.ts'
import { holdsDemo } from './project/opening.ts'
import { fileOrigin, noteOpening } from './project/opening-store.ts'
import { recoverIssuing } from './releases/issuing/recover-issuing.ts'
import { recoverInterrupted } from './releases/protection/recover-interrupted.ts'
import { clockNote, configProblems, productionNotes } from './start-notes.ts'
import { stopWhenTold } from './stop-when-told.ts'
import { terminalOf } from './terminal.ts'
import { lastEventAt } from './trail/store.ts'
import { checkInThread } from './web/faults/damage.ts'

/** Wires the program together and listens; whatever keeps it from starting is a sentence and a non-zero exit. */
export async function start(env: Record<string, string | undefined>): Promise<void> {
  process.umask(0o077)
  const terminal = terminalOf(env)
  const { say, stop } = terminal
  const read = readConfig(env, root)
  if ('problems' in read) return stop(configProblems(read.problems))
  const { config } = read
  const db = openOrExplain(config.database, terminal)
  if (!db) return
  const file = join(dirname(config.database), 'session-secret')
  const secret = config.sessionSecret ?? storedSecret(file)
  if (typeof secret !== 'string') {
    db.$client.close()
    return stop([whyUnusable(secret.unusable, file)])
  }
  keepToOwner(file)
  const opened = await openAs(db, config)
  if ('refused' in opened) {
    db.$client.close()
    return stop(opened.refused)
  }
  repairTally(db)
  const app = await buildApp({ db, config, sessionSecret: secret })
  let address: string
  try {
    address = await app.listen({ host: config.host, port: config.port })
    recoverInterrupted(db, Date.now())
    recoverIssuing(db, Date.now())
    if (config.mode === 'demo' && beginFirstReport(app.context)) opened.says.push(FIRST_REPORT, '')
    if (isLarge(config.database)) checkInThread(app)
  } catch (error) {
    db.$client.close()
    return stop([whyNotListening(error, config)])
  }
  stopWhenTold(() => app.close().then(() => void db.$client.close()), env.npm_lifecycle_event !== undefined)
  const shown = address.replace('127.0.0.1', 'localhost')
  say(['', ({ t }) => t('common:terminal.start.ready', { address: shown }), '', ...opened.says])
  say(apart(clockNote(Date.now(), lastEventAt(db))))
}

/** Opens the file as the demo or for real, or refuses to. @returns what to say once the program listens */
async function openAs(db: Db, config: Config): Promise<{ says: TerminalLine[] } | { refused: TerminalLine[] }> {
  const now = Date.now()
  const { mode } = config
  if (mode === 'demo') {
    const loaded = await loadDemo(db, now)
    return 'refused' in loaded ? loaded : { says: [...loaded.signIns, ''] }
  }
  noteOpening(db, mode, now)
  return { says: apart(productionNotes(config, holdsDemo(fileOrigin(db)), isAnybodyThere(db))) }
}

const FIRST_REPORT: TerminalLine = ({ t }) => t('common:terminal.demo.first-report')

/** Each with an empty line after it. */
function apart(lines: readonly TerminalLine[]): TerminalLine[] {
  return lines.flatMap((line) => [line, ''])
}

const WHY_UNUSABLE = ['short', 'no-text'] as const

function whyUnusable(why: string, file: string): TerminalLine {
  return ({ t }) => {
    const known = WHY_UNUSABLE.find((one) => one === why)
    return t('common:terminal.start.secret', { file, why: known ? t(`common:terminal.start.secret-${known}`) : why })
  }
}

function whyNotListening(error: unknown, { port, host }: Config): TerminalLine {
  const code = (error as { code?: string }).code
  return (words) => {
    if (code === 'EADDRINUSE') return words.t('common:terminal.start.port-used', { port })
    if (code === 'EACCES') return words.t('common:terminal.start.port-refused', { port })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return words.t('common:terminal.start.no-address', { host })
    return words.t('common:terminal.start.failed', { reason: reason(error, words) })
  }
}
