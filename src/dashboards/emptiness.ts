import { dayAt } from '../calendar/day.ts'
import { quarterAt } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { day, quarter as quarterName } from '../language/format.ts'
import type { PageState } from './page-state.ts'

/** Why a page has no figures though all of its address was right, and what to do next. */
export type Emptiness = { sentence: string; ways: { href: string; label: string }[] }

/** @returns null where there may be figures */
export function emptiness(state: PageState): Emptiness | null {
  const { choice, words, now, isNothingApproved, firstApproved } = state
  const { t, language } = words
  const reports = { href: '/submissions', label: t('charts:empty.reports') }
  if (choice.to > quarterAt(choice.asAt ?? now) && firstApproved === null) {
    const begins = day(datesOf({ from: choice.to, to: choice.to }).first, language)
    return {
      sentence: t(choice.asAt === null ? 'charts:empty.future' : 'charts:empty.future-then', {
        quarter: quarterName(choice.to, language),
        begins,
      }),
      ways: [{ href: '?', label: t('charts:empty.usual') }],
    }
  }
  if (!isNothingApproved || choice.basis === 'provisional') return null
  if (choice.asAt === null) {
    const entered = { href: '?basis=provisional', label: t('charts:empty.provisional') }
    return { sentence: t('charts:empty.nothing'), ways: [reports, entered] }
  }
  const asked = day(dayAt(choice.asAt), language)
  if (firstApproved === null) return { sentence: t('charts:empty.nothing'), ways: [reports] }
  const first = dayAt(firstApproved)
  return {
    sentence: t('charts:empty.before-first', { day: asked, first: day(first, language) }),
    ways: [
      { href: `?asAt=${first}`, label: t('charts:empty.first', { day: day(first, language) }) },
      { href: '?', label: t('charts:empty.now') },
    ],
  }
}
