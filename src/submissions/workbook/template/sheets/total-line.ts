import { traitsOf } from '../../../../indicators/measure.ts'
import { cellAddress } from '../../../../spreadsheet/address.ts'
import { totalIn } from '../../../checks/totals.ts'
import type { CellGrid } from '../../../entry-form/definition.ts'
import type { TemplateCell } from '../plan.ts'
import { type BlockContext, FIRST_INPUT } from './block-context.ts'
import { liveCell } from './input-line.ts'
import type { SheetBuilder } from './sheet-builder.ts'
import { type InputRanges, liveSum, liveTotal } from './totals.ts'

/** Writes the total of a block below it. @returns where it stands; null where such values are not brought together */
export function addTotal(
  sheet: SheetBuilder,
  grid: CellGrid,
  ranges: InputRanges,
  context: BlockContext,
): string | null {
  const { row, own, words, whole } = context
  const { indicator } = row
  const now = totalIn(row, grid, own)
  const total = liveTotal(indicator, ranges, now)
  if (!total) return null
  const at = cellAddress(FIRST_INPUT, sheet.next)
  const isQuotient = traitsOf(indicator).shown === 'quotient'
  const cells: TemplateCell[] =
    ranges.bases.length === 1
      ? [
          liveCell(FIRST_INPUT, isQuotient ? liveSum(ranges.values, now?.value) : total),
          liveCell(FIRST_INPUT + 1, liveSum(ranges.bases, now?.base)),
          ...(isQuotient ? [liveCell(FIRST_INPUT + 2, total)] : []),
        ]
      : [{ ...liveCell(FIRST_INPUT, total), across: ranges.values.length + ranges.bases.length }]
  const check = grid.kind === 'partition' && traitsOf(indicator).isAmount && whole !== null
  sheet.add([
    { column: 1, look: 'label', value: words.t('submissions:total') },
    ...cells,
    ...(check ? [checkCell(sheet, at, whole, context, now?.value)] : []),
  ])
  return at
}

/** Says, while one types, that a partition does not come to the total above it. */
function checkCell(
  sheet: SheetBuilder,
  sum: string,
  whole: string,
  { row, own, words, inputs }: BlockContext,
  now: number | undefined,
): TemplateCell {
  const sentence = words.t('submissions:typing.mismatch')
  const entered = totalIn(row, row.grids[0], own)
  const column = FIRST_INPUT + inputs
  return {
    column,
    across: sheet.columns - column + 1,
    look: 'check',
    formula: `IF(OR(${sum}="",${whole}=""),"",IF(${sum}=${whole},"","${sentence.replaceAll('"', '""')}"))`,
    value: now !== undefined && entered !== null && now !== entered.value ? sentence : '',
  }
}
