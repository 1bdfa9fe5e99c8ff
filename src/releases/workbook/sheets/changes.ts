import { dayAt } from '../../../calendar/day.ts'
import { markText } from '../../../figures/in-words.ts'
import { instant } from '../../../language/format.ts'
import { NOTHING } from '../../../language/text.ts'
import type { Words } from '../../../language/words.ts'
import { type ChangeKind, isRestated, type ReleaseContent, type ReportedChange } from '../../content/content.ts'
import { reasonsFor } from '../../reasons/reopening.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { type LiveCells, liveCells } from '../data-sheet/live.ts'
import { dataTable } from '../data-sheet/table.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { headRows } from './head.ts'

const WIDTHS = {
  ref: 7,
  indicator: 30,
  place: 14,
  period: 16,
  category: 16,
  before: 11,
  now: 11,
  difference: 11,
  change: 18,
  reason: 26,
  'approved-by': 18,
}
type ChangesColumn = keyof typeof WIDTHS

/** Whether there is more to say of them than that there are none: no reader misses an empty sheet. */
export function hasChanges({ changes, untold, held }: ReleaseContent): boolean {
  return changes.length + untold.length + held.length > 0
}

/** No figure changes without a word: what the release before showed, and what this one shows instead. */
export function changesSheet(
  content: ReleaseContent,
  bilingual: Bilingual,
  name: string,
  live: LiveCells = liveCells(dataTable(content)),
): SheetPlan {
  const { previous, changes, untold, held } = content
  const columns = Object.keys(WIDTHS) as ChangesColumn[]
  const lead = previous
    ? bilingual.say((words) =>
        words.t('releases:workbook.changes.lead', {
          title: previous.title,
          when: instant(previous.issuedAt, words.language),
        }),
      )
    : bilingual.t('releases:workbook.changes.first')
  const headings = columns.map((key) => inOneLine(bilingual.t(`releases:workbook.column.${key}`)))
  const table: RowPlan[] =
    changes.length > 0
      ? [
          { cells: headings, style: 'heading' },
          ...changes.map((change) => ({ cells: cellsOf(change, content, bilingual, live) })),
        ]
      : previous && untold.length + held.length === 0
        ? [{ cells: [bilingual.t('releases:workbook.changes.none')], style: 'subtitle' }]
        : []
  const rest = (['untold', 'held'] as const).flatMap((kind) => {
    const codes = content[kind].join(', ')
    return codes === '' ? [] : bilingual.t(`releases:workbook.changes.${kind}`, { codes }).split('\n')
  })
  const explained = changes.length > 0 ? bilingual.t('releases:workbook.changes.reasons').split('\n') : []
  const widths = columns.map((key) => ({ width: WIDTHS[key] }))
  const above = headRows(bilingual.t('releases:workbook.sheet.changes'), [lead, ...explained, ...rest], widths)
  const headingRow = changes.length > 0 ? above.length + 1 : 0
  return {
    key: 'changes',
    name,
    columns: widths,
    rows: [...above, ...table],
    freeze: { rows: headingRow, columns: 0 },
    print: { landscape: true, repeatRows: headingRow },
    ...(headingRow > 0 ? { table: { name: 'Changes', headingRow, lastRow: headingRow + changes.length } } : {}),
  }
}

function cellsOf(change: ReportedChange, content: ReleaseContent, bilingual: Bilingual, live: LiveCells): Cell[] {
  const { cell, indicator, name, place, period, category, before, now, difference, format, kind } = change
  const shown = (value: ReportedChange['now']): Cell =>
    typeof value === 'number' ? { number: value, format } : { mark: value }
  return [
    { text: indicator, tone: 'strong' },
    bilingual.of(name),
    bilingual.of(place),
    bilingual.of(period),
    bilingual.of(category),
    live.beside(shown(before), cell, 'before'),
    live.beside(shown(now), cell, 'value'),
    typeof difference === 'number'
      ? live.more({ number: difference, format: `+${format};-${format};${format}` }, cell, 'value', 'before')
      : { mark: difference },
    bilingual.say((words) => kindText(kind, words)),
    reasonCell(change, content),
    approvalsCell(change, bilingual),
  ]
}

/** "[r] revised: a value was corrected": what was restated bears the sign that it bears everywhere. */
function kindText(kind: ChangeKind, words: Words): string {
  const text = words.t(`releases:workbook.changes.kind.${kind}`)
  return isRestated({ kind })
    ? words.t('releases:workbook.changes.restated', { mark: markText('revised', words), text })
    : text
}

/** In the words of whoever opened the report again, in the language they were written in; where no manager chose any, the kind says all. */
function reasonCell(change: ReportedChange, { reopenings }: ReleaseContent): string {
  const said = reasonsFor(reopenings, change)
  return said.length === 0 ? NOTHING : said.join('\n')
}

/** "Trần Minh Họa, 20 Jan 2022", each on a line of its own. */
function approvalsCell({ approvals }: ReportedChange, bilingual: Bilingual): string {
  const said = approvals.flatMap(({ by, at }) => (by === null ? [] : `${by}, ${bilingual.day(dayAt(at))}`))
  return said.length === 0 ? NOTHING : said.join('\n')
}
