import type { Quarter } from '../../../calendar/quarter.ts'
import type { NamedSpan } from '../../../calendar/span.ts'

/**
 * Years in which the last one ends with the last of its halves that has come in; as far as it goes where none has. What grows from
 * report to report by a quarter, or by what is late, grows by a few people: two reports subtracted tell who they are. A half-year at
 * a time it grows by more, and in between what is told stays as it was told.
 * @param firstMonth of the year
 * @param hasComeIn whether the submissions of a quarter are in
 */
export function settledYears(
  years: readonly NamedSpan[],
  firstMonth: number,
  hasComeIn: (quarter: Quarter) => boolean,
): NamedSpan[] {
  const [last] = years.slice(-1)
  if (!last) return []
  const shift = (firstMonth - 1) / 3
  const endsHalf = (quarter: Quarter) => (quarter - shift) % 2 === 1
  for (let to = last.to; to >= last.from; to--)
    if (endsHalf(to) && hasComeIn(to)) return [...years.slice(0, -1), { ...last, to }]
  return [...years]
}
