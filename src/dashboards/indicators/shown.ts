import type { NamedSpan } from '../../calendar/span.ts'
import type { Query } from '../choice.ts'
import { WHOLE } from '../page-state.ts'
import { oneOffered, type WrongParameter } from '../parameters/parameter.ts'

/** What of an indicator is shown besides the choice and the scope: in which period categories are ranked. */
export type Shown = {
  period: string
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: WrongParameter[]
}

export function readShown(query: Query, periods: readonly NamedSpan[]): Shown {
  const period = oneOffered(
    query,
    'period',
    periods.map(({ key }) => key),
  )
  return {
    period: period.found ?? WHOLE,
    unknown: period.wrong,
  }
}
