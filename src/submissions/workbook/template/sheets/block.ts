import { hasBase, traitsOf } from '../../../../indicators/measure.ts'
import { cellAddress } from '../../../../spreadsheet/address.ts'
import type { CellGrid, FormRow } from '../../../entry-form/definition.ts'
import type { GridView } from '../../../entry-form/grid-page.ts'
import { partText } from '../../../entry-form/in-words.ts'
import type { TemplateCell } from '../plan.ts'
import { acrossStages, type BlockContext, FIRST_INPUT, LAST_COLUMNS, STAGE_COLUMNS } from './block-context.ts'
import { inputLine } from './input-line.ts'
import { rangeOf, type SheetBuilder } from './sheet-builder.ts'
import { addTotal } from './total-line.ts'
import type { InputRanges } from './totals.ts'

/** Columns of inputs that a block needs: two numbers a cell need two, and one more for what they come to. */
export function inputColumns({ indicator }: FormRow, { columns, list }: GridView): number {
  if (indicator.stages.length > 0) return STAGE_COLUMNS
  const each = hasBase(indicator.measure) ? 2 : 1
  return columns.length > 0 ? columns.length * each : each + (list.length > 0 && each === 2 ? 1 : 0)
}

/** Writes one block of inputs, as the entry form lays it out, with its total below. @returns where its total stands */
export function addBlock(
  sheet: SheetBuilder,
  grid: CellGrid,
  view: GridView,
  given: Omit<BlockContext, 'inputs'>,
): string | null {
  const context = { ...given, inputs: inputColumns(given.row, view) }
  if (view.kind !== 'primary') {
    sheet.gap()
    sheet.beginGroup()
    sheet.addText('about', context.words.t(`submissions:grid.${view.kind}`))
  }
  sheet.add(headings(view, context))
  const lines = view.lines.length > 0 ? view.lines : view.list.map((cell) => ({ label: cell.label, cells: [cell] }))
  const from = sheet.next
  for (const { label, cells } of lines)
    sheet.add(inputLine(sheet.next, view.title === null ? null : label, cells, context))
  const ranges = rangesOf(view, from, from + lines.length - 1, context)
  return view.totalled ? addTotal(sheet, grid, ranges, context) : cellAddress(FIRST_INPUT, from)
}

/** Of each column of inputs: all of its rows. */
function rangesOf({ columns }: GridView, from: number, to: number, { row }: BlockContext): InputRanges {
  const each = hasBase(row.indicator.measure) ? 2 : 1
  const ranges = Array.from({ length: Math.max(1, columns.length) }, (_, nth) =>
    Array.from({ length: each }, (_, part) => {
      const column = FIRST_INPUT + nth * each + part
      return rangeOf({ column, row: from }, { column, row: to })
    }),
  )
  return { values: ranges.map(([value]) => value!), bases: ranges.flatMap(([, base]) => base ?? []) }
}

function headings(view: GridView, context: BlockContext): TemplateCell[] {
  const { row, words, inputs } = context
  const { measure } = row.indicator
  const parts = (['v', ...(hasBase(measure) ? (['d'] as const) : [])] as const).map((part) => ({
    name: partText(measure, part, words) || words.t('submissions:workbook.template.value'),
    unit: unitOf(view, part),
  }))
  const named = view.columns.length > 0
  const typed = (named ? view.columns.map(({ label }) => label) : ['']).flatMap((label) =>
    parts.map(({ name, unit }) =>
      [label, parts.length > 1 || !named ? name : '', !named && unit && `(${unit})`].filter(Boolean).join(' '),
    ),
  )
  const quotient = !named && traitsOf(row.indicator).shown === 'quotient' ? ['='] : []
  const last = named
    ? view.columns.map(({ label }) => words.t('submissions:workbook.template.last', { label }))
    : [words.t('submissions:workbook.template.last-time')]
  return [
    { column: 1, look: 'head', value: view.title ?? '' },
    ...[...typed, ...quotient].map(
      (value, nth): TemplateCell => ({ column: FIRST_INPUT + nth, ...acrossStages(row), look: 'head', value }),
    ),
    ...last.map(
      (value, nth): TemplateCell => ({
        column: FIRST_INPUT + inputs + nth,
        across: named ? 1 : LAST_COLUMNS,
        look: 'head',
        value,
      }),
    ),
  ]
}

function unitOf({ list }: GridView, part: 'v' | 'd'): string {
  return (part === 'v' ? list[0]?.value.unit : list[0]?.base?.unit) ?? ''
}
