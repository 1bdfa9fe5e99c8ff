import { yearOf } from '../../calendar/quarter.ts'
import { valueText } from '../../figures/in-words.ts'
import { totalOf } from '../../figures/sums.ts'
import { rangeText } from '../../indicators/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Target } from '../../targets/target.ts'
import type { Previous } from '../checks/previous.ts'
import { previousTotal } from '../checks/totals.ts'
import type { FormRow } from './definition.ts'
import type { FieldContext } from './field-page.ts'
import { totalInWords } from './in-words.ts'

type Beside = { when: string; total: string }

/** What stands beside an indicator while its values are typed. */
export type BesideRow = {
  /** What it came to last time, and the span of that. */
  last: Beside | null
  /** What the earlier quarters of this year come to, of what adds up over time, and which these are. */
  year: Beside | null
  target: string | null
  /** Between which its values lie. */
  range: string | null
}

export function besideRow(row: FormRow, drawing: FieldContext): BesideRow {
  const { indicator } = row
  const { words, targets, previous } = drawing
  const before = previous.get(indicator.code)
  return {
    last: before ? lastOf(row, before, words) : null,
    year: before ? yearSoFar(row, before, words) : null,
    target: targetInWords(indicator, targets.get(indicator.id), words),
    range: indicator.range ? words.t('submissions:range', { range: rangeText(indicator, words) }) : null,
  }
}

/** Id under which the page shows all of it, for those who hear it; '' where there is nothing to hear. */
export function toldId(code: string, { last, year, target, range }: BesideRow): string {
  return [last, year, target, range].some((told) => told !== null) ? `told.${code}` : ''
}

function lastOf(row: FormRow, before: Previous, words: Words): Beside | null {
  const total = previousTotal(row, before)
  return total && { when: lastInWords(before, words), total: totalInWords(row.indicator, total, words) }
}

/** A quarter in which nothing was reported is not named: its number is not in the sum. */
function yearSoFar(row: FormRow, { thisYear }: Previous, words: Words): Beside | null {
  const { indicator } = row
  if (indicator.overTime !== 'sum' || thisYear.length === 0) return null
  const totals = thisYear.flatMap((given) => {
    const total = previousTotal(row, given)
    return total ? [{ quarter: given.quarter, total }] : []
  })
  const [first] = totals
  const total = totalOf(
    indicator.measure,
    totals.map((one) => one.total),
  )
  if (!first || !total) return null
  const quarters = totals.map(({ quarter }) => format.quarterOfYear(quarter, words.language)).join(', ')
  return {
    when: words.t('submissions:year-so-far', { year: yearOf(first.quarter), quarters }),
    total: totalInWords(indicator, total, words),
  }
}

/** "Last time, Q2 2021": and by whom, where it was somebody else. */
function lastInWords({ span, of }: Previous, words: Words): string {
  const named = format.periodWithDates(span, words.language)
  if (!of) return words.t('submissions:last-total', { quarter: named })
  const reporters = of.map(({ partner, place }) => `${words.of(partner)} (${words.of(place)})`).join(', ')
  return words.t('submissions:last-total-of', { quarter: named, reporters })
}

function targetInWords(indicator: DefinedIndicator, target: Target | undefined, words: Words): string | null {
  if (!target) return null
  const whole = target.placeId === null ? '-whole' : ''
  return words.t(`submissions:target.${target.kind}${whole}`, { value: valueOfTarget(indicator, target, words) })
}

/** One reporter is to reach a stage, which has a name; of the whole project it is said how many of its reporters are to be there. */
function valueOfTarget(indicator: DefinedIndicator, { placeId, value }: Target, words: Words): string {
  const stage = indicator.stages[indicator.targetStage ?? -1]
  if (!stage || placeId !== null || indicator.overPlaces === 'project') return valueText(value, indicator, words)
  return words.t('submissions:target.reached', { count: value, stage: words.of(stage) })
}
