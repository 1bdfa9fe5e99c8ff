import type { Words } from '../../language/words.ts'
import { address } from '../addresses.ts'
import { type Query, writeChoice } from '../choice.ts'
import type { ComponentHeading } from '../components/heading.ts'
import { isQuarterChosen } from '../overview/addresses.ts'
import type { WayModel } from '../overview/scorecard/scorecard.ts'
import type { PageState } from '../page-state.ts'
import { oneOffered, pageAsked, type WrongParameter } from '../parameters/parameter.ts'
import { writeScope } from '../scope/scope.ts'

/** Orders of a list of areas; the first is that of the project. */
export const ORDERS = ['project', 'pace', 'reports'] as const
export type Order = (typeof ORDERS)[number]

/** What of a list is shown, and in which order. */
export type ListNarrowing = {
  /** Key of a component, or of what belongs to none; null = all. */
  component: string | null
  order: Order
  /** Which of its pages, from 1. */
  page: number
  /** What was asked for and is not there: the usual is shown, and the page says so. */
  wrong: WrongParameter[]
}

export function readListNarrowing(query: Query, components: readonly { key: string }[]): ListNarrowing {
  const keys = components.map(({ key }) => key)
  const [component, order] = [oneOffered(query, 'component', keys), oneOffered(query, 'sort', ORDERS)]
  return {
    component: component.found,
    order: order.found ?? 'project',
    page: pageAsked(query).page,
    wrong: [...component.wrong, ...order.wrong],
  }
}

/** The list as it is, but for what is given: a value that is null is left out. Another narrowing begins on the first page again. */
export type ListHere = (changes: Record<string, string | null>) => string

/** Where the links of a list to itself lead; the quarter stands in them only where it was chosen. */
export function listHere(
  state: PageState,
  query: Query,
  path: string,
  { component, order }: Pick<ListNarrowing, 'component' | 'order'>,
): ListHere {
  const { to, ...choice } = writeChoice(state.choice, state.usual)
  const chosen = isQuarterChosen(query) ? { quarter: String(query.quarter ?? query.to) } : {}
  const now = {
    ...chosen,
    ...choice,
    ...writeScope(state.scope),
    ...{ component, sort: order === 'project' ? null : order },
  }
  return (changes) => {
    const kept = Object.entries({ ...now, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    )
    return address(path, Object.fromEntries(kept))
  }
}

/** The components that a list can be narrowed to; none where there is only one. */
export function listWays(
  components: readonly (Pick<ComponentHeading, 'key' | 'title'> & { count: number | null })[],
  { component }: Pick<ListNarrowing, 'component'>,
  here: ListHere,
  { t }: Words,
): WayModel[] {
  if (components.length < 2) return []
  const all = { label: t('charts:overview.only.all'), href: here({ component: null }), here: component === null }
  return [
    { ...all, count: null },
    ...components.map(({ key, title, count }) => ({
      label: title,
      href: here({ component: key }),
      here: component === key,
      count,
    })),
  ]
}
