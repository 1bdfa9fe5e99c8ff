import type { Quarter } from '../../calendar/quarter.ts'
import type { NamedSpan } from '../../calendar/span.ts'
import { type Breakdown, breakdownIn, cellKey, schemesIn } from '../../indicators/breakdown.ts'
import { valueSpan } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { hasBase, isWholeNumber, TRAITS } from '../../indicators/measure.ts'
import { fieldName } from '../../indicators/value-field.ts'
import type { NumberField } from '../../language/read-number.ts'
import { type Section, sectionOf } from '../../vocabulary/component.ts'
import type { Measure, SchemeKind } from '../../vocabulary/indicator.ts'

/** One block of inputs: the undivided value, the crossed primary breakdown, or one extra breakdown. */
export type CellGrid = {
  kind: SchemeKind
  /** At most two are laid out as rows and columns; more as one list. */
  breakdowns: Breakdown[]
  /** Keys of the cells, the last breakdown running fastest. */
  cells: string[]
}

/** What one indicator asks for in one quarter: the primary grid first. */
export type FormRow = {
  indicator: DefinedIndicator
  /** The dates its value stands under: more than the quarter where it is asked for less often. */
  span: NamedSpan
  grids: [CellGrid, ...CellGrid[]]
}

/** What one submission asks for. */
export type EntryFormDefinition = { quarter: Quarter; rows: FormRow[] }

/**
 * The form of a submission: the indicators due, each with the breakdowns and the categories of the quarter.
 * @param spanOf the span of its value; by its own schedule where nothing is known of earlier ones
 */
export function formDefinition(
  due: readonly DefinedIndicator[],
  breakdowns: readonly Breakdown[],
  quarter: Quarter,
  spanOf: (indicator: DefinedIndicator) => NamedSpan = (one) => valueSpan(one, quarter),
): EntryFormDefinition {
  const byCode = new Map(breakdowns.map((one) => [one.code, breakdownIn(one, quarter)]))
  const rows = due.map((indicator): FormRow => {
    return { indicator, span: spanOf(indicator), grids: gridsOf(indicator, byCode, quarter) }
  })
  return { quarter, rows }
}

/** The names of every field that an indicator has in a form: its state, what is said of it, the numbers of each cell. */
export function fieldsOfRow({ indicator: { code, measure }, grids }: FormRow): string[] {
  const parts = hasBase(measure) ? (['v', 'd'] as const) : (['v'] as const)
  const cells = grids.flatMap((grid) => grid.cells)
  return [
    fieldName('s', code),
    fieldName('r', code),
    ...cells.flatMap((cell) => parts.map((part) => fieldName(part, code, cell))),
  ]
}

/** The screens of a form, in the order of the framework. */
export function sectionsOf({ rows }: EntryFormDefinition): Section[] {
  return [...new Set(rows.map((row) => sectionOf(row.indicator.component)))]
}

/** The rows of one screen, or of all of them. */
export function rowsOn(definition: EntryFormDefinition, section: Section | undefined): FormRow[] {
  return section && sectionsOf(definition).includes(section) ? rowsIn(definition, section) : definition.rows
}

export function rowsIn(definition: EntryFormDefinition, section: Section): FormRow[] {
  return definition.rows.filter((row) => sectionOf(row.indicator.component) === section)
}

/** What an input takes: `v` the value, `d` the number behind it. */
export function numberField(measure: Measure, part: 'v' | 'd'): NumberField {
  if (part === 'd') return { whole: isWholeNumber(measure, 'base'), negative: false }
  return { whole: isWholeNumber(measure, 'value'), negative: TRAITS[measure].mayBeNegative }
}

function gridsOf(
  indicator: DefinedIndicator,
  byCode: Map<string, Breakdown>,
  quarter: Quarter,
): [CellGrid, ...CellGrid[]] {
  const grids = (['primary', 'partition', 'multiple'] as const).flatMap((kind) =>
    schemesIn(indicator, quarter, kind).map((scheme): CellGrid => {
      const breakdowns = scheme.breakdowns.map((code) => byCode.get(code)!)
      return { kind, breakdowns, cells: cross(breakdowns).map(cellKey) }
    }),
  )
  const [first, ...rest] = grids
  if (first?.kind === 'primary') return [first, ...rest]
  return [{ kind: 'primary', breakdowns: [], cells: [''] }, ...grids]
}

function cross(breakdowns: readonly Breakdown[]): Record<string, string>[] {
  return breakdowns.reduce<Record<string, string>[]>(
    (known, { code, categories }) =>
      known.flatMap((one) => categories.map((category) => ({ ...one, [code]: category.code }))),
    [{}],
  )
}
