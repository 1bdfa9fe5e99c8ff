import { dayAt } from '../calendar/day.ts'
import { day, quarter } from '../language/format.ts'
import { address } from './addresses.ts'
import { writeChoice } from './choice.ts'
import type { PageState } from './page-state.ts'
import { type ScopePart, scopeLabels } from './scope/fields.ts'
import { writeScope } from './scope/scope.ts'

/** Something that differs from the page as it opens, with the way back. */
export type Chip = { label: string; href: string; remove: string }

/**
 * What of a choice differs from the usual on a page.
 * @param more what else its address says
 * @param parts what the page is narrowed by of the scope
 * @param isAsked whether its address says until when; else the page chose itself, and that is nothing to take back
 */
export function choiceChips(
  { choice, usual, words, scope, seenThrough }: PageState,
  path: string,
  more: readonly { name: string; value: string; label: string }[],
  isAsked = true,
  parts: readonly ScopePart[] = [],
): Chip[] {
  const { t, language } = words
  const { to, ...others } = writeChoice(choice, usual)
  const kept: Record<string, string> = {
    ...others,
    ...(to !== undefined && isAsked ? { to } : {}),
    ...writeScope(scope),
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
  if (seenThrough) labels.donor = () => t('charts:seen.as', { donor: words.of(seenThrough.donor.name) })
  for (const { name, label } of more) labels[name] = () => label
  const ofScope = scopeLabels({ scope, words }, parts)
  const chip = (name: string, label: string, without: string | null): Chip => {
    const { [name]: _, ...rest } = kept
    const href = address(path, without === null ? rest : { ...kept, [name]: without })
    return { label, href, remove: t('charts:overview.filter.remove', { what: label }) }
  }
  return [
    // What the page is not narrowed by is handed on, and is nothing to take back here.
    ...Object.keys(kept).flatMap((name) => (labels[name] ? [chip(name, labels[name](), null)] : [])),
    ...ofScope.map(({ name, label, without }) => chip(name, label, without)),
  ]
}
