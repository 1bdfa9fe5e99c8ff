import { instant } from '../../../language/format.ts'
import type { Change, ReleaseContent } from '../../content/content.ts'
import type { Voice } from '../bilingual.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'

const WIDTHS = {
  ref: 7,
  indicator: 40,
  place: 18,
  period: 20,
  category: 20,
  before: 16,
  now: 16,
  difference: 13,
  change: 26,
}
type Column = keyof typeof WIDTHS

/** No figure changes without a word: what the release before showed, and what this one shows instead. */
export function changesSheet(content: ReleaseContent, voice: Voice, name: string): SheetPlan {
  const { previous, changes } = content
  const columns = Object.keys(WIDTHS) as Column[]
  const lead = previous
    ? voice.say((words) =>
        words.t('releases:workbook.changes.lead', {
          title: previous.title,
          when: instant(previous.issuedAt, words.language),
        }),
      )
    : voice.t('releases:workbook.changes.first')
  const headings = columns.map((key) => voice.t(`releases:workbook.column.${key}`))
  const table: RowPlan[] =
    changes.length > 0
      ? [{ cells: headings, style: 'heading' }, ...changes.map((change) => ({ cells: cellsOf(change, voice) }))]
      : previous
        ? [{ cells: [voice.t('releases:workbook.changes.none')], style: 'subtitle' }]
        : []
  return {
    key: 'changes',
    name,
    columns: columns.map((key) => ({ width: WIDTHS[key] })),
    rows: [
      { cells: [voice.t('releases:workbook.sheet.changes')], style: 'title' },
      ...lead.split('\n').map((line): RowPlan => ({ cells: [line], style: 'subtitle' })),
      { cells: [] },
      ...table,
    ],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: 0 },
  }
}

function cellsOf(change: Change, voice: Voice): Cell[] {
  const { indicator, name, place, period, category, before, now, format, kind } = change
  const shown = (value: Change['now']): Cell =>
    typeof value === 'number' ? { number: value, format } : { mark: value }
  const difference: Cell =
    typeof before === 'number' && typeof now === 'number'
      ? { number: now - before, format: `+${format};-${format};${format}` }
      : { mark: before === '[c]' || now === '[c]' ? '[c]' : '[z]' }
  return [
    { text: indicator, tone: 'strong' },
    voice.of(name),
    voice.of(place),
    voice.of(period),
    voice.of(category),
    shown(before),
    shown(now),
    difference,
    voice.t(`releases:workbook.changes.kind.${kind}`),
  ]
}
