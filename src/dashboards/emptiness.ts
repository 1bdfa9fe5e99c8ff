import { dayAt } from '../calendar/day.ts'
import { quarterAt } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import type { Answer } from '../figures/answer.ts'
import { day, quarter as quarterName } from '../language/format.ts'
import { address } from './addresses.ts'
import { writeChoice } from './choice.ts'
import type { PageState } from './page-state.ts'
import { writeScope } from './scope/scope.ts'

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

/**
 * The same of one indicator that is asked for in no quarter of the span: no round of a survey lies in it, or its year is not over.
 * @param path of its page, which leads to the whole time of the project
 */
export function nothingDue(
  state: PageState,
  answer: Answer,
  code: string,
  path: string,
  more: Record<string, string> = {},
): Emptiness | null {
  const { groups, spans } = answer.question
  const isDue = groups.some((group) => spans.some(({ key }) => answer.figure(code, group.key, key).state !== 'not due'))
  if (isDue) return null
  const { t } = state.words
  const { from: _, to: __, ...choice } = writeChoice(state.choice, state.usual)
  const whole = address(path, { ...choice, ...writeScope(state.scope), ...more })
  return { sentence: t('charts:empty.not-due'), ways: [{ href: whole, label: t('charts:empty.whole') }] }
}
