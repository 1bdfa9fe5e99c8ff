import type { NamedSpan } from '../../calendar/span.ts'
import type { Place } from '../../places/place.ts'
import type { Query } from '../choice.ts'
import { WHOLE } from '../page-state.ts'
import { oneOffered, type WrongParameter } from '../parameters/parameter.ts'

/** What of an indicator is shown besides the choice: of whom, and in which period categories are ranked. */
export type Shown = {
  place: Place | null
  period: string
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: WrongParameter[]
}

/** @param provinces those that have anything of it in the span */
export function readShown(query: Query, provinces: readonly Place[], periods: readonly NamedSpan[]): Shown {
  const province = oneOffered(
    query,
    'province',
    provinces.map(({ slug }) => slug),
  )
  const period = oneOffered(
    query,
    'period',
    periods.map(({ key }) => key),
  )
  return {
    place: provinces.find(({ slug }) => slug === province.found) ?? null,
    period: period.found ?? WHOLE,
    unknown: [...province.wrong, ...period.wrong],
  }
}
