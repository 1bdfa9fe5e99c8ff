import type { Db } from '../db/connection.ts'
import type { CommandOutcome } from './command.ts'
import type { TerminalLine } from './language/terminal.ts'
import { NOTHING } from './language/text.ts'
import { issuedReleases } from './releases/store.ts'
import { type Verified, verifyRelease } from './releases/verifying/verify-load.ts'
import type { CellValue } from './spreadsheet/read-cells.ts'

/** More lines would tell nothing new. */
const MOST_TOLD = 20

/**
 * `npm run release:verify -- 12`: whether the file of an issued report is the one that was issued, and says what the database says as
 * at its instant. Without a number, of every report.
 */
export async function verifyCommand(db: Db, given: readonly string[]): Promise<CommandOutcome> {
  if (given.some((text) => !/^[1-9]\d{0,8}$/.test(text)))
    return { done: false, lines: [({ t }) => t('releases:verify.usage')] }
  const ids = given.length > 0 ? given.map(Number) : issuedReleases(db).map(({ id }) => id)
  if (ids.length === 0) return { done: true, lines: [({ t }) => t('releases:verify.none')] }
  const answers = ids.map((id) => ({ id, verified: verifyRelease(db, id) }))
  return {
    done: answers.every(({ verified }) => typeof verified === 'object' && verified.differences.length === 0),
    lines: answers.flatMap(({ id, verified }) => linesOf(id, verified)),
  }
}

function linesOf(id: number, verified: Verified): TerminalLine[] {
  if (typeof verified === 'string') return [({ t }) => t(`releases:verify.${verified}`, { id })]
  const { sha256, cells, differences } = verified
  const told = differences.slice(0, MOST_TOLD).map(({ at, expected, found }): TerminalLine => {
    const said = { at, issued: quoted(expected), now: quoted(found) }
    return ({ t }) => t('releases:verify.differs', said)
  })
  return [({ t }) => t('releases:verify.compared', { id, cells, count: differences.length, sha256 }), ...told]
}

function quoted(value: CellValue): string {
  return value === null ? NOTHING : JSON.stringify(value)
}
