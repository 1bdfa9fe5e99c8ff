import type { Query } from '../choice.ts'
import { linksOn } from '../overview/addresses.ts'
import type { PageState } from '../page-state.ts'
import { oneOffered, pageAsked, type WrongParameter } from '../parameters/parameter.ts'

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

export function listHere(
  state: PageState,
  query: Query,
  path: string,
  { component, order }: Pick<ListNarrowing, 'component' | 'order'>,
): ListHere {
  return linksOn(state, query, { component, sort: order === 'project' ? null : order }, path)
}
