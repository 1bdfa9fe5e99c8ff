import type { Quarter } from '../../calendar/quarter.ts'
import { type Breakdown, cellKey, schemesIn } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isWholeNumber, TRAITS } from '../../indicators/measure.ts'
import type { NumberField } from '../../language/read-number.ts'
import type { Component, Measure, SchemeKind } from '../../vocabulary/indicator.ts'

/** One block of inputs: the undivided value, the crossed primary breakdown, or one extra breakdown. */
export type Grid = {
  kind: SchemeKind
  /** At most two are laid out as rows and columns; more as one list. */
  breakdowns: Breakdown[]
  /** Keys of the cells, the last breakdown running fastest. */
  cells: string[]
}

/** What one indicator asks for in one quarter: the primary grid first. */
export type Row = { indicator: DefinedIndicator; grids: [Grid, ...Grid[]] }

/** What one submission asks for. */
export type Sheet = { quarter: Quarter; rows: Row[] }

export const SECTIONS = ['cross-cutting', 'prevention', 'prosecution', 'protection'] as const
/** Screens of the form: a component, or what belongs to none. */
export type Section = (typeof SECTIONS)[number]

/** The sheet of a submission: the indicators due, each with the breakdowns valid in the quarter. */
export function sheetOf(due: readonly DefinedIndicator[], breakdowns: readonly Breakdown[], quarter: Quarter): Sheet {
  const byCode = new Map(breakdowns.map((one) => [one.code, one]))
  return { quarter, rows: due.map((indicator) => ({ indicator, grids: gridsOf(indicator, byCode, quarter) })) }
}

export function sectionOf(component: Component | null): Section {
  return component ?? 'cross-cutting'
}

export function sectionsOf(sheet: Sheet): Section[] {
  return SECTIONS.filter((section) => sheet.rows.some((row) => sectionOf(row.indicator.component) === section))
}

export function rowsIn(sheet: Sheet, section: Section): Row[] {
  return sheet.rows.filter((row) => sectionOf(row.indicator.component) === section)
}

/** What an input takes: `v` the value, `d` the number behind it. */
export function numberField(measure: Measure, part: 'v' | 'd'): NumberField {
  if (part === 'd') return { whole: isWholeNumber(measure, 'base'), negative: false }
  return { whole: isWholeNumber(measure, 'value'), negative: TRAITS[measure].mayBeNegative }
}

function gridsOf(indicator: DefinedIndicator, byCode: Map<string, Breakdown>, quarter: Quarter): [Grid, ...Grid[]] {
  const grids = (['primary', 'partition', 'multiple'] as const).flatMap((kind) =>
    schemesIn(indicator, quarter, kind).map((scheme): Grid => {
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
