import { type Quarter, quarterOf } from '../../../../calendar/quarter.ts'
import { folded } from '../../../../language/folded.ts'

/** A quarter as somebody writes it; `year` null: it is left to whoever reads it. */
export type WrittenQuarter = { nth: number; year: number | null }

const NTH = '([1-4]|i{1,3}|iv)'
/** "Quý IV năm 2021", "Q4/2021", "quarter 4". */
const NAMED = new RegExp(`(?:^| )(?:quy|quarter|q) ?${NTH}(?: (?:nam |year )?(\\d{4}))?(?= |$)`)
/** "2021-Q4", "2021 quý IV". */
const YEAR_FIRST = new RegExp(`(?:^| )(\\d{4}) (?:quy|quarter|q) ?${NTH}(?= |$)`)
/** "4/2021", "IV", where a column is known to hold quarters. */
const BARE = new RegExp(`^${NTH}(?: (?:nam )?(\\d{4}))?$`)
const ROMAN = ['i', 'ii', 'iii', 'iv']

/** The quarter that a text names by that word; null: it names none. */
export function quarterIn(text: string): WrittenQuarter | null {
  const plain = folded(text)
  const first = YEAR_FIRST.exec(plain)
  if (first) return { nth: nthOfText(first[2]!), year: Number(first[1]) }
  const named = NAMED.exec(plain)
  return named && { nth: nthOfText(named[1]!), year: named[2] ? Number(named[2]) : null }
}

/** The quarter that a cell of a column of quarters holds. */
export function quarterInColumn(text: string): WrittenQuarter | null {
  const bare = BARE.exec(folded(text))
  return quarterIn(text) ?? (bare && { nth: nthOfText(bare[1]!), year: bare[2] ? Number(bare[2]) : null })
}

/** Whether a quarter is meant; where no year stands it is taken for that of the report. */
export function isQuarterMeant({ nth, year }: WrittenQuarter, quarter: Quarter): boolean {
  return quarterOf(year ?? Math.floor(quarter / 4), nth) === quarter
}

function nthOfText(text: string): number {
  const roman = ROMAN.indexOf(text)
  return roman < 0 ? Number(text) : roman + 1
}
