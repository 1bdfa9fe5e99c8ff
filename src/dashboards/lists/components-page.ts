import { carried } from '../addresses.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { componentPath } from '../components/page.ts'
import { type Panel, panelOf } from '../overview/panel.ts'
import { askedIn, type ListFacts, listFacts, standingsOn } from './facts.ts'
import { INDICATORS } from './indicators-page.ts'
import { listHere } from './narrowing.ts'
import type { ListView } from './view.ts'

const COMPONENTS = '/components'

/** A component in the list: its panel, how many indicators it has, and where they are listed. */
type ListedComponent = Panel & { indicators: { label: string; href: string } }

export type ComponentsModel = ListFacts & { title: string; rows: ListedComponent[] }

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/lists/components': ComponentsModel
  }
}

/** Every component of the project, and what belongs to none: how many of its indicators stand how. */
export function componentsPage(view: ListView): ComponentsModel {
  const { state, query } = view
  const { words } = state
  const standings = standingsOn(view, [])
  return {
    ...listFacts(view, listHere(state, query, COMPONENTS, { component: null, order: 'project' })),
    title: words.t('charts:lists.components'),
    rows: byComponent(askedIn(view), (one) => one.component, words.terms).map(({ component, own }) => {
      const heading = componentHeading(component, words)
      const indicators = carried(state, INDICATORS, { component: heading.key })
      const href = component === null ? indicators : carried(state, componentPath(component))
      return {
        ...panelOf({ ...heading, href }, standings, words),
        indicators: { label: words.t('charts:lists.count', { count: own.length }), href: indicators },
      }
    }),
  }
}
