import { dayAt } from '../calendar/day.ts'
import { day, quarter } from '../language/format.ts'
import { address } from './addresses.ts'
import { writeChoice } from './choice.ts'
import type { PageState } from './page-state.ts'

/** Something that differs from the page as it opens, with the way back. */
export type Chip = { label: string; href: string; remove: string }

/**
 * What of a choice differs from the usual on a page.
 * @param more what else its address says
 * @param isAsked whether its address says until when; else the page chose itself, and that is nothing to take back
 */
export function choiceChips(
  { choice, usual, words }: PageState,
  path: string,
  more: readonly { name: string; value: string; label: string }[],
  isAsked = true,
): Chip[] {
  const { t, language } = words
  const { to, ...others } = writeChoice(choice, usual)
  const kept: Record<string, string> = {
    ...others,
    ...(to !== undefined && isAsked ? { to } : {}),
    ...Object.fromEntries(more.map(({ name, value }) => [name, value])),
  }
  const labels: Record<string, () => string> = {
    from: () => t('charts:chip.from', { quarter: quarter(choice.from, language) }),
    to: () => t('charts:chip.to', { quarter: quarter(choice.to, language) }),
    grain: () => t(`charts:chip.grain.${choice.grain}`),
    basis: () => t(`figures:basis-short.${choice.basis}`),
    map: () => t(`figures:map-short.${choice.map}`),
    asAt: () => t('charts:overview.filter.as-at', { day: day(dayAt(choice.asAt!), language) }),
  }
  for (const { name, label } of more) labels[name] = () => label
  return Object.keys(kept).map((name) => {
    const label = labels[name]!()
    const { [name]: _, ...rest } = kept
    return { label, href: address(path, rest), remove: t('charts:overview.filter.remove', { what: label }) }
  })
}
