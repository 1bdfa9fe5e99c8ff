import type { NamedSpan } from '../../calendar/span.ts'
import type { Place } from '../../places/place.ts'
import type { Query } from '../choice.ts'
import { WHOLE } from '../page-state.ts'

/** What of an indicator is shown besides the choice: of whom, and in which period categories are ranked. */
export type Shown = {
  place: Place | null
  period: string
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: { name: 'province' | 'period'; value: string }[]
}

/** @param provinces those that have anything of it in the span */
export function readShown(query: Query, provinces: readonly Place[], periods: readonly NamedSpan[]): Shown {
  const asked = (name: 'province' | 'period') => String(query[name] ?? '').slice(0, 60)
  const [province, period] = [asked('province'), asked('period')]
  const place = provinces.find(({ slug }) => slug === province) ?? null
  const isPeriod = periods.some(({ key }) => key === period)
  return {
    place,
    period: isPeriod ? period : WHOLE,
    unknown: [
      ...(province === '' || place ? [] : [{ name: 'province' as const, value: province }]),
      ...(period === '' || isPeriod ? [] : [{ name: 'period' as const, value: period }]),
    ],
  }
}
