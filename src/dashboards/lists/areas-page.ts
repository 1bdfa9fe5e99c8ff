import { daysLater } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { pagerOf, rowsOfPage } from '../../forms/pager.ts'
import { day } from '../../language/format.ts'
import { isArea, type Place } from '../../places/place.ts'
import { carried } from '../addresses.ts'
import type { WayModel } from '../overview/scorecard/scorecard.ts'
import { areaPath, type PageState } from '../page-state.ts'
import { BY_ORDER, type ListedArea, listedAreas } from './area-rows.ts'
import { listByComponent } from './by-component.ts'
import { type ListFacts, listableAreas, listFacts } from './facts.ts'
import { ORDERS } from './narrowing.ts'
import type { ListView } from './view.ts'

/** An area that is there no more, and what it became. */
export type EndedArea = { name: string; href: string; until: string; became: { name: string; href: string }[] }

export type AreasModel = ListFacts & {
  title: string
  ways: WayModel[]
  orders: WayModel[]
  rows: ListedArea[]
  pager: ReturnType<typeof pagerOf>
  ended: EndedArea[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/lists/areas': AreasModel
  }
}

const MOST_ROWS = 100

/** Every area of the project or, where it has none, every partner; those that have ended come apart. */
export function areasPage(view: ListView): AreasModel {
  const { state } = view
  const { words } = state
  const path = areaPath(state, '').slice(0, -1)
  const { components, narrowing, here, ways } = listByComponent(view, path)
  const only = components.find(({ key }) => key === narrowing.component)
  const { lasting, ended } = byEnd(listableAreas(view), state)
  const listed = listedAreas(view, lasting, ({ component }) => only === undefined || component === only.component)
  const paged = rowsOfPage([...listed].sort(BY_ORDER[narrowing.order]), narrowing.page, MOST_ROWS)
  return {
    ...listFacts(view, here, narrowing.wrong),
    title: words.t('charts:lists.areas'),
    ways,
    orders: ORDERS.map((order) => ({
      label: words.t(`charts:lists.order.${order}`),
      href: here({ sort: order === 'project' ? null : order }),
      here: order === narrowing.order,
      count: null,
    })),
    rows: paged.rows.map(({ row }) => row),
    pager: pagerOf(paged, (page) => here({ page: String(page) }), words),
    ended: ended.map((place) => endedArea(place, state)),
  }
}

function byEnd(places: readonly Place[], state: PageState): { lasting: Place[]; ended: Place[] } {
  const { first } = datesOf({ from: state.choice.to, to: state.choice.to })
  const isLasting = ({ validTo }: Place) => validTo === null || validTo > first
  return { lasting: places.filter(isLasting), ended: places.filter((place) => !isLasting(place)) }
}

function endedArea({ id, slug, name, validTo }: Place, state: PageState): EndedArea {
  const { words, places } = state
  const became = places.becameOf(id).flatMap((other) => places.byId.get(other) ?? [])
  return {
    name: words.of(name),
    href: carried(state, areaPath(state, slug)),
    until: words.t('charts:lists.until', { day: day(daysLater(validTo!, -1), words.language) }),
    became: became.filter(isArea).map((place) => ({
      name: words.of(place.name),
      href: carried(state, areaPath(state, place.slug)),
    })),
  }
}
