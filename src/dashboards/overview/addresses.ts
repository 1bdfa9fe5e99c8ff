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

/** The overview as it is, but for what is given: a value that is null is left out. */
export type Here = (changes: Record<string, string | null>, path?: string) => string

/** Where the links of the overview to itself lead; the quarter stands in them only where it was chosen. */
export function hereOn(state: PageState, query: Query, narrowing: Omit<Narrowing, 'unknown'>): Here {
  const { to, ...choice } = writeChoice(state.choice, state.usual)
  const chosen = isQuarterChosen(query) ? { quarter: String(query.quarter ?? query.to) } : {}
  const now: Record<string, string> = { ...chosen, ...choice, ...writeScope(state.scope), ...writeNarrowing(narrowing) }
  return (changes, path = OVERVIEW) => {
    const kept = Object.entries({ ...now, ...changes }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    )
    return address(path, Object.fromEntries(kept) as Record<string, string>)
  }
}
