import type { Query } from '../choice.ts'
import { oneOffered, type ParameterName, type WrongParameter } from '../parameters/parameter.ts'

/** Which indicators are shown, besides those of a component. */
export const ONLY = ['off-track', 'partial'] as const
/** Orders of the scorecard; the first is that of the framework. */
export const SORTS = ['framework', 'pace', 'change'] as const

export type Only = (typeof ONLY)[number]
export type Sort = (typeof SORTS)[number]

/** What of the overview is shown, and in which order: it stands in the address beside the choice. */
export type Narrowing = {
  /** Key of a component, or of what belongs to none. */
  component: string | null
  only: Only | null
  sort: Sort
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: WrongParameter[]
}

/** @param components keys of those that the project has, in order */
export function readNarrowing(query: Query, { components }: { components: readonly string[] }): Narrowing {
  const unknown: WrongParameter[] = []
  const read = <T extends string>(name: ParameterName, list: readonly T[]): T | null => {
    const { found, wrong } = oneOffered(query, name, list)
    unknown.push(...wrong)
    return found
  }
  return {
    component: read('component', components),
    only: read('only', ONLY),
    sort: read('sort', SORTS) ?? 'framework',
    unknown,
  }
}

/** The narrowing as an address again; what is usual is left out. */
export function writeNarrowing({ component, only, sort }: Omit<Narrowing, 'unknown'>): Record<string, string> {
  return {
    ...(component === null ? {} : { component }),
    ...(only === null ? {} : { only }),
    ...(sort === 'framework' ? {} : { sort }),
  }
}
