import type { TerminalLine } from '../../language/terminal.ts'
import { NOTHING } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { CellValue } from '../../spreadsheet/sheet-cells.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { Verified } from './verified.ts'

type Older = NonNullable<Exclude<Verified, string>['older']>

/** More lines would tell nothing new. */
const MOST_TOLD = 20

/** Numbers of reports as somebody typed them; null when one is none. */
export function reportNumbers(given: readonly string[]): number[] | null {
  return given.every((text) => /^[1-9]\d{0,8}$/.test(text)) ? given.map(Number) : null
}

/** How the file of a report stands beside the database, with the first cells in which they differ. */
export function verifiedLines(id: number, verified: Verified): TerminalLine[] {
  if (typeof verified === 'string') return [({ t }) => t(`releases:verify.${verified}`, { id })]
  const { sha256, cells, differences, forms, older } = verified
  const told = differences.slice(0, MOST_TOLD).map(({ at, expected, found }): TerminalLine => {
    const said = { at, issued: quoted(expected), now: quoted(found) }
    return ({ t }) => t('releases:verify.differs', said)
  })
  return [
    ({ t }) => {
      const counted = { id, cells, count: differences.length, sha256 }
      return older ? t('releases:verify.older', counted) : t('releases:verify.compared', counted)
    },
    ...told,
    ...(older ? olderLines(older) : []),
    ...formLines(id, forms),
  ]
}

/** What is no difference of figures, each kind by its name. */
function olderLines({ columns, added, unasked, worded, forms }: Older): TerminalLine[] {
  const lines: [number, TerminalLine][] = [
    [columns.added.length, ({ t }) => t('releases:verify.older-columns', { columns: columns.added.join('; ') })],
    [columns.gone.length, ({ t }) => t('releases:verify.older-gone', { columns: columns.gone.join('; ') })],
    [added, ({ t }) => t('releases:verify.older-rows', { added })],
    [unasked, ({ t }) => t('releases:verify.older-unasked', { unasked })],
    [
      worded.length,
      ({ t }) =>
        t('releases:verify.older-worded', { sheets: worded.map(({ sheet, cells }) => `${sheet} ${cells}`).join('; ') }),
    ],
    [forms.length, ({ t }) => t('releases:verify.older-forms', { forms: namesOf(forms, t) })],
  ]
  return lines.flatMap(([count, line]) => (count > 0 ? [line] : []))
}

function namesOf(forms: readonly ReportForm[], t: Words['t']): string {
  return forms.map((form) => t(`releases:forms.name.${form}`)).join(', ')
}

function formLines(id: number, forms: readonly ReportForm[]): TerminalLine[] {
  if (forms.length === 0) return []
  return [({ t }) => t('releases:verify.forms', { id, forms: namesOf(forms, t) })]
}

function quoted(value: CellValue): string {
  return value === null ? NOTHING : JSON.stringify(value)
}
