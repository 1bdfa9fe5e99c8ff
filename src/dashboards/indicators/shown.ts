import type { NamedSpan } from '../../calendar/span.ts'
import type { Query } from '../choice.ts'
import { WHOLE } from '../page-state.ts'
import { oneOffered, type WrongParameter } from '../parameters/parameter.ts'
import { RANKS, type Rank } from './ranking.ts'

/** What of an indicator is shown besides the choice and the scope: in which period categories are ranked, and which of many areas. */
export type Shown = {
  period: string
  rank: Rank
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: WrongParameter[]
}

export function readShown(query: Query, periods: readonly NamedSpan[]): Shown {
  const period = oneOffered(
    query,
    'period',
    periods.map(({ key }) => key),
  )
  const rank = oneOffered(query, 'rank', RANKS)
  return {
    period: period.found ?? WHOLE,
    rank: rank.found ?? 'largest',
    unknown: [...period.wrong, ...rank.wrong],
  }
}
