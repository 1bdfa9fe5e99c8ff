import { address } from '../addresses.ts'
import { type Query, writeChoice } from '../choice.ts'
import type { PageState } from '../page-state.ts'
import { writeScope } from '../scope/scope.ts'
import { type Narrowing, writeNarrowing } from './narrowing.ts'

export const OVERVIEW = '/overview'

/** Whether the address says of which quarter the overview is; else the page chooses. */
export function isQuarterChosen(query: Query): boolean {
  return [query.quarter, query.to].some((given) => given !== undefined && given !== '')
}

/** A page as it is, but for what is given: a value that is null is left out. */
export type Here = (changes: Record<string, string | null>, path?: string) => string

/**
 * Where the links of a page to itself lead; the quarter stands in them only where it was chosen.
 * @param narrowed what the page is narrowed to besides its choice and scope
 * @param usual where they lead when nothing else is said
 */
export function linksOn(
  state: PageState,
  query: Query,
  narrowed: Readonly<Record<string, string | null>>,
  usual: string,
): Here {
  const { to, ...choice } = writeChoice(state.choice, state.usual)
  const chosen = isQuarterChosen(query) ? { quarter: String(query.quarter ?? query.to) } : {}
  const now = { ...chosen, ...choice, ...writeScope(state.scope), ...narrowed }
  return (changes, path = usual) => {
    const kept = Object.entries({ ...now, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as const],
    )
    return address(path, Object.fromEntries(kept))
  }
}

export function hereOn(state: PageState, query: Query, narrowing: Omit<Narrowing, 'unknown'>): Here {
  return linksOn(state, query, writeNarrowing(narrowing), OVERVIEW)
}
