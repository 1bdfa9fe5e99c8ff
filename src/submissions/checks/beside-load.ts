import type { Db } from '../../../db/connection.ts'
import { isAsLong } from '../../calendar/span.ts'
import { bareValue } from '../../figures/sums.ts'
import { isSameKind } from '../../indicators/definitions/definition.ts'
import { definitionIn } from '../../indicators/definitions/history.ts'
import { valueSpanIn } from '../../indicators/definitions/value-spans.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { targetsAsAt } from '../../targets/store.ts'
import { targetsToReach } from '../../targets/target.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { loadHeldAgainst } from './bounds-load.ts'
import { entriesByQuarter } from './previous.ts'
import { earlierEntriesOf } from './previous-store.ts'
import type { Beside } from './soft.ts'
import { previousTotal } from './totals.ts'

/** All that the values of a submission are held against when it is handed in, and when it is reviewed. */
export function loadBeside(db: Db, loaded: LoadedSubmission, previous: Beside['previous']): Beside {
  return {
    previous,
    earlier: loadEarlier(db, loaded),
    targets: loadTargetsToReach(db, loaded),
    held: loadHeldAgainst(db, loaded),
  }
}

/** What its values are worked towards, as its form, its template and its checks say: the targets that are in force now. */
export function loadTargetsToReach(
  db: Db,
  { place, quarter, now }: Pick<LoadedSubmission, 'place' | 'quarter' | 'now'>,
): Beside['targets'] {
  return targetsToReach(targetsAsAt(db, now, place.id), place.id, quarter)
}

/** The bare values of the reporter's own earlier quarters, of those whose span was as long. */
function loadEarlier(db: Db, { partner, place, quarter, definition }: LoadedSubmission): Beside['earlier'] {
  const ids = definition.rows.map((row) => row.indicator.id)
  const all = entriesByQuarter(earlierEntriesOf(db, { partnerId: partner.id, placeId: place.id }, quarter, ids))
  const histories = new Map(historiesAsAt(db).map((history) => [history.id, history]))
  return new Map(
    definition.rows.map((row) => {
      const { id, code, measure } = row.indicator
      const values = [...(all.get(code) ?? [])].flatMap(([at, entries]) => {
        const history = histories.get(id)!
        const then = definitionIn(history, at)
        if (!then || !isSameKind(then, row.indicator)) return []
        if (!isAsLong(row.span, valueSpanIn(history, at))) return []
        const total = previousTotal(row, { quarter: at, entries })
        return total ? (bareValue(measure, total) ?? []) : []
      })
      return [code, values] as const
    }),
  )
}
