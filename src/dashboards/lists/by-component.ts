import { byComponent, type ComponentHeading, componentHeading } from '../components/heading.ts'
import { type WayModel, waysByComponent } from '../overview/scorecard/scorecard.ts'
import { askedIn } from './facts.ts'
import { type ListHere, type ListNarrowing, listHere, readListNarrowing } from './narrowing.ts'
import type { ListView } from './view.ts'

/** A component of which anything is asked, with what that is. */
type AskedComponent = ComponentHeading & {
  component: string | null
  own: ListView['answer']['indicators']
  count: number
}

/** A list that can be narrowed to one component: as it is asked for, with the ways to narrow it. */
export type ListByComponent = {
  components: AskedComponent[]
  narrowing: ListNarrowing
  here: ListHere
  ways: WayModel[]
}

export function listByComponent(view: ListView, path: string): ListByComponent {
  const { state, query } = view
  const { words } = state
  const components = byComponent(askedIn(view), (one) => one.component, words.terms).map(({ component, own }) => ({
    ...componentHeading(component, words),
    component,
    own,
    count: own.length,
  }))
  const narrowing = readListNarrowing(query, components)
  const here = listHere(state, query, path, narrowing)
  return { components, narrowing, here, ways: waysByComponent(components, narrowing, here, words.t) }
}
