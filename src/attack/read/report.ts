import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { NameUnder } from '../../language/words.ts'
import type { Measure, OverPlaces, OverTime } from '../../vocabulary/indicator.ts'
import type { Language } from '../../vocabulary/language.ts'

/** What of a figure counts people: its amount, the two sides of a ratio, what a mean or median rests on. */
export const TOLD_PARTS = ['amount', 'numerator', 'denominator', 'n'] as const
export type ToldPart = (typeof TOLD_PARTS)[number]

/** What a workbook says of one count, with the cell that says so. */
export type ToldFigure = {
  indicator: string
  part: ToldPart
  /** Null: the whole project. */
  place: string | null
  /** Both null: undivided. */
  breakdown: string | null
  category: string | null
  span: Span
  /** What its period is called there. */
  period: string
  /** Null: hidden. */
  shown: number | null
  /** It stands for nothing: not reported, or not due. */
  absent: boolean
  /** How many submissions are in it, of how many: "17/20"; null where the sheet does not say. */
  coverage: string | null
  /** It is a row of *Data*, whose dates are those that the values are of; elsewhere they are those that were asked for. */
  isOfValues: boolean
  at: string
}

/** What columns of workbooks are headed by. */
export type WorkbookColumn = NameUnder<'releases:workbook.column.'>

/** A number that goes with a figure that is hidden, and was left beside it. */
export type LeftBeside = { indicator: string; hidden: string; at: string; column: WorkbookColumn }

/** A row of *What changed*. */
export type ToldChange = { indicator: string; about: string; difference: number; at: string }

/** How an indicator's values are added, as the tracking table says. */
export type ToldRules = { overPlaces: OverPlaces; overTime: OverTime }

/** Everything that one issued workbook says. */
export type IssuedReport = {
  file: string
  languages: Language[]
  audience: 'donor' | 'public' | null
  /** Counts up to this are hidden; null: the workbook does not say. */
  most: number | null
  span: Span | null
  /** The day its figures are of; '' when it does not say. */
  asAt: string
  /** Places are those that reported, or those that there are today. */
  map: 'as-reported' | 'today'
  /** Of places of today's map what they were before, by name, and until when. */
  former: ReadonlyMap<string, { names: readonly string[]; until: Quarter }>
  rules: Map<string, ToldRules>
  /** Breakdowns, by indicator and name, in several rows of which the same person may stand. */
  overlapping: Set<string>
  told: ToldFigure[]
  beside: LeftBeside[]
  changes: ToldChange[]
  /** What stands under the values of one indicator is what another counts, as the notes say. */
  relations: { indicator: string; counted: string }[]
  /** Indicators with changes that are not told one by one. */
  untold: Set<string>
  /** The number of the report, where the file says it. */
  release?: number | null
  /** What its places, breakdowns and categories are called, by their codes (`codeKey`). */
  codes?: ReadonlyMap<string, string>
  /** What is measured, by indicator. */
  measures?: ReadonlyMap<string, Measure>
  /** What is hidden is not there: of places and categories some may be left out. */
  leavesOut?: true
  /** Places, breakdowns and categories are named by their codes alone. */
  isInCodes?: true
}

/** A file that is nothing this program has written. */
export class NotAReport extends Error {}

export function seriesKey(indicator: string, breakdown: string): string {
  return `${indicator}|${breakdown}`
}
