import { partUnitText } from '../../../../indicators/in-words.ts'
import type { Words } from '../../../../language/words.ts'
import type { Entry } from '../../../entry.ts'
import type { FormRow } from '../../../entry-form/definition.ts'
import type { RowView } from '../../../entry-form/rows-page.ts'
import { addBlock } from './block.ts'
import { FIRST_INPUT } from './block-context.ts'
import { stageText } from './input-line.ts'
import type { SheetBuilder } from './sheet-builder.ts'

/** The first of the lists a template's cells are chosen from: the states. */
export const STATES = 0

/** Everything about one indicator: what it counts, its state, its blocks of inputs. */
export function addIndicator(
  sheet: SheetBuilder,
  { lists, ...context }: { row: FormRow; view: RowView; own: readonly Entry[]; words: Words; lists: string[][] },
): void {
  const { row, view, words } = context
  const { of } = words
  const [first] = row.grids
  sheet.gap()
  sheet.beginGroup()
  sheet.addText('indicator', `${view.code}  ${of(view.indicator.name)}`)
  sheet.addText('about', aboutText(view, words))
  sheet.addText('about', `${words.t('submissions:definition')}: ${of(view.indicator.definition)}`)
  sheet.add(stateCells(sheet, context))
  const stages = view.stages.length > 0 ? lists.push(view.stages.map(stageText)) - 1 : 0
  let whole: string | null = null
  row.grids.forEach((grid, at) => {
    const total = addBlock(sheet, grid, view.grids[at]!, { ...context, stages, whole })
    if (grid === first) whole = total
  })
}

/** Unit, span, bounds, target and what it came to last time: what stands at the head of its row on the entry form. */
function aboutText(view: RowView, words: Words): string {
  const { t } = words
  return [
    `${t('submissions:unit')}: ${partUnitText(view.indicator, 'value', words)}`,
    view.nUnit && `n: ${view.nUnit}`,
    view.period && `${t('submissions:row-period')} ${view.period}`,
    view.range,
    view.target,
    view.last && `${view.last.when}: ${view.last.total}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Whether it is reported at all, and why not. */
function stateCells(sheet: SheetBuilder, { view }: { view: RowView }) {
  const { stateField, reason, stateName } = view
  const [choice, label] = [FIRST_INPUT, FIRST_INPUT + 2]
  return [
    { column: 1, look: 'label' as const, value: stateField.label },
    {
      column: choice,
      across: 2,
      look: 'choice' as const,
      value: stateName,
      takes: { list: STATES },
      field: stateField.name,
    },
    { column: label, across: 2, look: 'label' as const, value: reason.label },
    {
      column: label + 2,
      across: sheet.columns - label - 1,
      look: 'text' as const,
      value: reason.text || null,
      field: reason.name,
    },
  ]
}
