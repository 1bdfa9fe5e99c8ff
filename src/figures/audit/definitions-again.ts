import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'

/** What a span is read under, told a second time. */
export type DefinedAgain = {
  /** The last definition that holds in the span, else the last before it, else the first of all. */
  indicator: DefinedIndicator
  /** Another one of the span measures something else, or adds up otherwise. */
  mixed: boolean
  /** What is measured is something else, or asked for otherwise, in some quarter of the span than in the one before. */
  broken: boolean
}

/** Quarter after quarter, one field after the other. */
export function definedAgain(definitions: readonly DefinedIndicator[], span: Span): DefinedAgain {
  const inOrder = [...definitions].sort((a, b) => a.from - b.from)
  const begun = inOrder.filter((one) => one.from <= span.to)
  const there = begun.filter((one) => one.to === null || one.to >= span.from)
  const indicator = begun.at(-1) ?? inOrder[0]!
  return {
    indicator,
    mixed: there.some((one) => !sameThing(one, indicator)),
    broken: inOrder.some((one, nth) => {
      const last = inOrder[nth - 1]
      return last !== undefined && one.from >= span.from && one.from <= span.to && !sameSeries(last, one)
    }),
  }
}

/** "In the last quarter of each span that a value covers": counted in months of the year that it goes by. */
export function isAskedIn({ frequency, yearStart, rounds }: DefinedIndicator, quarter: Quarter): boolean {
  const lastMonth = (quarter % 4) * 3 + 3
  const monthsOver = ((lastMonth - yearStart + 12) % 12) + 1
  if (frequency === 'half-yearly') return monthsOver === 6 || monthsOver === 12
  if (frequency === 'annual') return monthsOver === 12
  return frequency === 'quarterly' || rounds.some(({ to }) => to === quarter)
}

function sameThing(a: DefinedIndicator, b: DefinedIndicator): boolean {
  if (a.measure !== b.measure) return false
  if (a.countingUnit.vi !== b.countingUnit.vi || a.countingUnit.en !== b.countingUnit.en) return false
  if (a.baseUnit?.vi !== b.baseUnit?.vi || a.baseUnit?.en !== b.baseUnit?.en) return false
  if (a.measure === 'milestone' && (a.targetStage !== b.targetStage || a.stages.length !== b.stages.length))
    return false
  // The rules of a median, and the rule over time of a stage, are what they are, whatever a definition says.
  if (a.measure !== 'median' && a.overPlaces !== b.overPlaces) return false
  const last = (one: DefinedIndicator) => (one.overTime === 'latest' || one.overTime === 'life' ? one.overTime : null)
  const single = a.measure === 'median' || a.measure === 'milestone'
  return single ? last(a) === last(b) : a.overTime === b.overTime
}

function sameSeries(a: DefinedIndicator, b: DefinedIndicator): boolean {
  return (
    sameThing(a, b) &&
    a.definition.vi === b.definition.vi &&
    a.definition.en === b.definition.en &&
    a.disjointReporters === b.disjointReporters &&
    a.frequency === b.frequency &&
    a.yearStart === b.yearStart
  )
}
