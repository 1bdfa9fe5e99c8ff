import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { type StackedBar, stackedBarOf } from '../../charts/stacked-bar.ts'
import { dates, instant, number, quarter as quarterName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { submissionCounts } from '../../submissions/board/completeness.ts'
import type { Slot } from '../../submissions/board/slot.ts'
import type { Statement } from '../completeness.ts'
import { phaseFact, scopeFact } from '../facts.ts'
import type { PageState } from '../page-state.ts'

/** The one line that says what is shown: which quarter, how complete it is, and on what the figures rest. */
export type Truth = { quarter: string; dates: string; complete: Statement; facts: string }

/** The quarter after the one that is shown, as far as it has come in. */
export type ComingIn = { label: string; text: string; shares: StackedBar | null; href: string }

export function truthOf(state: PageState, complete: Statement, asAt: number): Truth {
  const { choice, words } = state
  const { t, language } = words
  const facts = [
    ...scopeFact(state),
    ...phaseFact(state),
    t('charts:facts.basis', { basis: t(`figures:basis-short.${choice.basis}`) }),
    t('charts:facts.as-at', { instant: instant(asAt, language) }),
    ...(choice.map === 'as-reported' ? [] : [t('charts:facts.map', { map: t(`figures:map-short.${choice.map}`) })]),
  ]
  return {
    quarter: quarterName(choice.to, language),
    dates: dates({ from: choice.to, to: choice.to }, language),
    complete,
    facts: facts.join(' · '),
  }
}

/** @returns null where the quarter shown is the last that has begun, or nothing is expected in the next */
export function comingIn(shown: Quarter, slots: readonly Slot[], { t, language }: Words): ComingIn | null {
  const quarter = shown + 1
  const own = slots.filter((slot) => slot.quarter === quarter)
  const { expected, handedIn, approved } = submissionCounts(own)
  if (expected === 0) return null
  const code = quarterCode(quarter)
  return {
    label: t('charts:overview.coming.label', { quarter: quarterName(quarter, language) }),
    text: t('charts:overview.coming.text', {
      approved: number(approved, language),
      expected: number(expected, language),
      waiting: number(handedIn - approved, language),
    }),
    shares: stackedBarOf([
      { tone: 'good', number: approved },
      { tone: 'warn', number: handedIn - approved },
      { tone: '', number: expected - handedIn },
    ]),
    href: `/submissions?from=${code}&to=${code}`,
  }
}
