import type { TerminalLine } from '../../language/terminal.ts'
import { NOTHING } from '../../language/text.ts'
import type { CellValue } from '../../spreadsheet/sheet-cells.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { Verified } from './verified.ts'

/** More lines would tell nothing new. */
const MOST_TOLD = 20

/** Numbers of reports as somebody typed them; null when one is none. */
export function reportNumbers(given: readonly string[]): number[] | null {
  return given.every((text) => /^[1-9]\d{0,8}$/.test(text)) ? given.map(Number) : null
}

/** How the file of a report stands beside the database, with the first cells in which they differ. */
export function verifiedLines(id: number, verified: Verified): TerminalLine[] {
  if (typeof verified === 'string') return [({ t }) => t(`releases:verify.${verified}`, { id })]
  const { sha256, cells, differences, forms } = verified
  const told = differences.slice(0, MOST_TOLD).map(({ at, expected, found }): TerminalLine => {
    const said = { at, issued: quoted(expected), now: quoted(found) }
    return ({ t }) => t('releases:verify.differs', said)
  })
  return [
    ({ t }) => t('releases:verify.compared', { id, cells, count: differences.length, sha256 }),
    ...told,
    ...formLines(id, forms),
  ]
}

function formLines(id: number, forms: readonly ReportForm[]): TerminalLine[] {
  if (forms.length === 0) return []
  return [
    ({ t }) =>
      t('releases:verify.forms', { id, forms: forms.map((form) => t(`releases:forms.name.${form}`)).join(', ') }),
  ]
}

function quoted(value: CellValue): string {
  return value === null ? NOTHING : JSON.stringify(value)
}
