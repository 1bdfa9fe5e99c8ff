import type { Db } from '../../../db/connection.ts'
import { handoversOver } from '../../assignments/load.ts'
import { dutiesByReporter } from '../../assignments/store.ts'
import { FIRST_QUARTER, LAST_QUARTER, quarterAt } from '../../calendar/quarter.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { partners } from '../../partners/store.ts'
import { places } from '../../places/store.ts'
import { projectCard } from '../../project/store.ts'
import { reporterSlug } from './form.ts'
import type { AskedReporter, HandoversState } from './page.ts'

/** How many quarters ahead a hand-over can be recorded. */
const AHEAD = 4

export function loadHandovers(db: Db, now: number): HandoversState {
  const tree = places(db)
  const known = new Map(partners(db).map((partner) => [partner.id, partner]))
  const indicators = indicatorsAsAt(db)
  const project = projectCard(db)
  const reporters = [...dutiesByReporter(db).values()].map((duties): AskedReporter => {
    const { partnerId, placeId } = duties[0]!
    const [partner, place] = [known.get(partnerId)!, tree.byId.get(placeId)!]
    const own = new Set(duties.map(({ indicatorId }) => indicatorId))
    return {
      ...{ partnerId, placeId, partner, place },
      slug: reporterSlug({ partner: partner.slug, place: place.slug }),
      indicators: indicators.filter(({ id }) => own.has(id)),
    }
  })
  return {
    recorded: handoversOver(db, { from: FIRST_QUARTER, to: LAST_QUARTER }),
    reporters,
    partners: [...known.values()],
    places: tree.list,
    quarters: project
      ? { from: project.firstQuarter + 1, to: Math.min(project.lastQuarter, quarterAt(now) + AHEAD) }
      : { from: 1, to: 0 },
  }
}
