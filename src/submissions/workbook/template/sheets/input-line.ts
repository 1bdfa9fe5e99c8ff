import type { ValueRange } from '../../../../indicators/indicator.ts'
import { fieldOf } from '../../../../indicators/value-field.ts'
import { LARGEST } from '../../../../language/read-number.ts'
import { cellAddress } from '../../../../spreadsheet/address.ts'
import { type FormRow, numberField } from '../../../entry-form/definition.ts'
import type { FieldView } from '../../../entry-form/field-page.ts'
import type { CellView } from '../../../entry-form/grid-page.ts'
import type { Takes, TemplateCell } from '../plan.ts'
import { acrossStages, type BlockContext, FIRST_INPUT, LAST_COLUMNS } from './block-context.ts'
import { type LiveNumber, liveQuotient } from './totals.ts'

/**
 * One line of inputs with what was reported last beside them.
 * @param label null: the undivided value
 */
export function inputLine(
  at: number,
  label: string | null,
  cells: readonly CellView[],
  context: BlockContext,
): TemplateCell[] {
  const { row, words, inputs } = context
  const { indicator } = row
  const typed = cells.flatMap((cell, nth) => {
    const column = FIRST_INPUT + nth * (cell.base ? 2 : 1)
    return [
      inputCell(cell.value, column, 'v', context),
      ...(cell.base ? [inputCell(cell.base, column + 1, 'd', context)] : []),
    ]
  })
  const [only] = cells
  const quotient =
    cells.length === 1 && only?.base
      ? liveQuotient(
          indicator,
          [cellAddress(FIRST_INPUT, at), cellAddress(FIRST_INPUT + 1, at)],
          storedAt(context, only.key),
        )
      : null
  return [
    { column: 1, look: 'label', value: label ?? words.t('submissions:workbook.template.value') },
    ...typed,
    ...(quotient ? [liveCell(FIRST_INPUT + 2, quotient)] : []),
    ...cells.map(
      ({ last }, nth): TemplateCell => ({
        column: FIRST_INPUT + inputs + nth,
        across: cells.length === 1 ? LAST_COLUMNS : 1,
        look: 'last',
        value: last ?? '',
      }),
    ),
  ]
}

function inputCell(field: FieldView, column: number, part: 'v' | 'd', context: BlockContext): TemplateCell {
  const { view, stages, row } = context
  const stored = storedIn(context, field.name)
  if (view.stages.length > 0) {
    const chosen = view.stages.find(({ value }) => value === String(stored))
    const value = chosen ? stageText(chosen) : null
    return { column, ...acrossStages(row), look: 'choice', value, takes: { list: stages }, field: field.name }
  }
  return { column, look: 'input', value: stored, takes: takesOf(row, part), field: field.name }
}

/** A stage as it is chosen: "2 – Draft law". */
export function stageText({ value, name }: { value: string; name: string }): string {
  return `${value}. ${name}`
}

/** What a cell takes, as the entry form does. */
function takesOf({ indicator }: FormRow, part: 'v' | 'd'): Takes {
  const { whole, negative } = numberField(indicator.measure, part)
  const { least, most }: ValueRange = (part === 'v' && indicator.range) || { least: null, most: null }
  return {
    whole,
    least: Math.max(least ?? -LARGEST, negative ? -LARGEST : 0),
    most: Math.min(most ?? LARGEST, LARGEST),
  }
}

/** A number that is worked out while others are typed. */
export function liveCell(column: number, { formula, value, format }: LiveNumber): TemplateCell {
  return { column, look: 'total', formula, value, format }
}

function storedAt({ own }: BlockContext, cell: string): { value: number; base: number | null } | null {
  const entry = own.find((one) => one.cell === cell && one.value !== null)
  return entry ? { value: entry.value!, base: entry.base } : null
}

/** What is saved of a field of numbers. */
function storedIn(context: BlockContext, field: string): number | null {
  const { part, cell } = fieldOf(field)!
  const stored = storedAt(context, cell)
  return (part === 'v' ? stored?.value : stored?.base) ?? null
}
