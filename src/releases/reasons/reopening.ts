import type { Quarter } from '../../calendar/quarter.ts'
import type { Text } from '../../language/text.ts'
import type { Tickable } from '../ticks/tick.ts'

/**
 * A return or a re-opening of a submission of which figures have changed since, with the reason that was given; `id` is its own. `rows`:
 * what was said of single indicators. The text that is looked at before it goes out is all of it.
 */
export type Reopening = Tickable & {
  submissionId: number
  partner: Text
  place: Text
  quarter: Quarter
  at: number
  reason: string
  rows: readonly { indicator: string; text: string }[]
}

/** Which submissions are behind the changes that a report tells, of which indicators; and since when it compares. */
export type ChangedSince = { since: number; submissions: { id: number; indicators: string[] }[] }

type ToldChanges = {
  changes: readonly { indicator: string; submissions: readonly number[] }[]
  previous: { asAt: number } | null
}

/** Of changes that are not told one by one nothing is asked: a reason would tell of them. */
export function changedSince({ changes, previous }: ToldChanges): ChangedSince | null {
  if (!previous) return null
  const behind = new Map<number, Set<string>>()
  for (const { indicator, submissions } of changes)
    for (const id of submissions) behind.set(id, (behind.get(id) ?? new Set()).add(indicator))
  const submissions = [...behind].map(([id, codes]) => ({ id, indicators: [...codes] }))
  return submissions.length === 0 ? null : { since: previous.asAt, submissions }
}

/** What was said of why a figure of an indicator has changed: of the indicator itself, else of the whole report. */
export function reasonsFor(
  reopenings: readonly Reopening[],
  { indicator, submissions }: { indicator: string; submissions: readonly number[] },
): string[] {
  const said = reopenings
    .filter(({ submissionId }) => submissions.includes(submissionId))
    .map(({ reason, rows }) => rows.find((row) => row.indicator === indicator)?.text ?? reason)
  return [...new Set(said)]
}
