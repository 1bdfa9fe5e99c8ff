import { markText } from '../../figures/in-words.ts'
import type { Option } from '../../forms/option.ts'
import { partUnitText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { traitsOf } from '../../indicators/measure.ts'
import { fieldName } from '../../indicators/value-field.ts'
import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { ENTRY_STATES } from '../../vocabulary/submission.ts'
import { type Entry, isRemark, wordsOf } from '../entry.ts'
import type { AskedRow } from '../review/asked-page.ts'
import type { ThreadView } from '../talk/talk-page.ts'
import { type BesideRow, besideRow, toldId } from './beside-row-page.ts'
import type { FormRow } from './definition.ts'
import { drawField, type FieldContext, type FieldView } from './field-page.ts'
import { type CellView, drawGrid, type GridView } from './grid-page.ts'

export type RowView = BesideRow & {
  code: string
  indicator: DefinedIndicator
  state: Entry['state']
  stateName: string
  states: Option[]
  stateField: FieldView
  /** What stands where no value was given. */
  blank: string
  /** What is said of it in words: a remark, or why it does not apply. */
  reason: FieldView
  /** It seems to name a person: its writer is asked whether to keep it. */
  mayIdentify: boolean
  keptField: string
  grids: GridView[]
  /** Ids of the inputs that are still blank, where numbers are asked for. */
  blanks: string[]
  /** Stages to choose from; none where numbers are typed. */
  stages: { value: string; name: string }[]
  /** Two numbers a cell, and the word between them. */
  paired: boolean
  joins: string
  /** What n counts. */
  nUnit: string | null
  totalUnit: string | null
  /** Blanks can be filled with zeros at once. */
  fillable: boolean
  /** The span its value stands under, where that is not the quarter of the form. */
  period: string | null
  untouched: boolean
  /** The files behind it, and how many, where a page leads to them. */
  evidence?: { href: string; count: number }
}

/** What both sides say at an indicator: why it came back, and what they talk about; `returning`: where a reason can be given. */
export type RowBeside = { asked: AskedRow | null; talk: ThreadView; returning: string | null }

type Editable = { editable: boolean }

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/entry-form/row': { row: RowView & RowBeside } & Editable
    'submissions/entry-form/row-state': { row: RowView }
    'submissions/entry-form/grid': { row: RowView; grid: GridView } & Editable
    'submissions/entry-form/cell': { row: RowView; cell: CellView; units: boolean } & Editable
  }
}

/** The rows of one screen as they are drawn. */
export function drawRows(rows: readonly FormRow[], drawing: FieldContext): RowView[] {
  return rows.map((row) => drawRow(row, drawing))
}

function drawRow(row: FormRow, drawing: FieldContext): RowView {
  const { words, typed } = drawing
  const { indicator } = row
  const { code } = indicator
  const all = drawing.entries.filter((entry) => entry.indicator === code)
  const own = all.filter((entry) => !isRemark(entry))
  const stored = own[0]?.state ?? 'reported'
  const stateField = drawField(fieldName('s', code), stored, words.t('submissions:row-state'), drawing)
  const reason = drawField(fieldName('r', code), wordsOf(all), words.t('submissions:row-reason'), drawing)
  // What is no state is refused with its problem; the row stays as it is stored.
  const state = ENTRY_STATES.find((one) => one === typed[stateField.name]) ?? stored
  const beside = besideRow(row, drawing)
  const grids = row.grids.map((grid) => drawGrid(row, grid, own, drawing))
  tell(grids, toldId(code, beside))
  return {
    code,
    indicator,
    state,
    stateName: markText(state, words),
    states: ENTRY_STATES.map((value) => ({ value, label: markText(value, words) })),
    blank: markText('not reported', words),
    stateField,
    reason,
    mayIdentify: drawing.problems.some((problem) => problem.field === reason.name && problem.code === 'may-identify'),
    keptField: fieldName('k', code),
    grids,
    blanks: state === 'reported' ? blanksIn(grids) : [],
    ...unitsOf(indicator, words),
    fillable: indicator.stages.length === 0 && (grids.length > 1 || grids.some(isSeveral)),
    stages: indicator.stages.map((name, nth) => ({ value: String(nth), name: words.of(name) })),
    period: row.span.grain === 'quarter' ? null : format.periodWithDates(row.span, words.language),
    ...beside,
    untouched: own.length === 0,
  }
}

/** Whoever comes to a cell hears, after its own last value, what stands at the head of its indicator: target, last time, this year so far. */
function tell(grids: readonly GridView[], told: string): void {
  for (const field of fieldsIn(grids)) field.describedBy = [field.describedBy, told].filter(Boolean).join(' ')
}

function fieldsIn(grids: readonly GridView[]): FieldView[] {
  const cells = grids.flatMap(({ lines, list }) => [...lines.flatMap((line) => line.cells), ...list])
  return cells.flatMap(({ value, base }) => (base ? [value, base] : [value]))
}

function blanksIn(grids: readonly GridView[]): string[] {
  return fieldsIn(grids)
    .filter(({ text }) => text.trim() === '')
    .map(({ name }) => name)
}

function isSeveral({ lines, list }: GridView): boolean {
  return lines.length > 0 || list.length > 1
}

/** What stands between and behind the numbers of an indicator. */
function unitsOf(indicator: DefinedIndicator, words: Words): Pick<RowView, 'paired' | 'joins' | 'nUnit' | 'totalUnit'> {
  const { base, shown } = traitsOf(indicator)
  return {
    paired: base !== null,
    joins: base === null ? '' : words.t(`submissions:joins.${base}`),
    nUnit: base === 'n' && indicator.baseUnit ? words.of(indicator.baseUnit) : null,
    totalUnit: shown === 'quotient' ? null : partUnitText(indicator, 'value', words),
  }
}
