import type { Place } from '../../places/place.ts'
import type { Query } from '../choice.ts'
import { oneOffered, type ParameterName, type WrongParameter } from '../parameters/parameter.ts'

/** Which indicators are shown, besides those of a component. */
export const ONLY = ['off-track', 'partial'] as const
/** Orders of the scorecard; the first is that of the framework. */
export const SORTS = ['framework', 'pace', 'change'] as const

export type Only = (typeof ONLY)[number]
export type Sort = (typeof SORTS)[number]

/** What of the overview is shown, for whom and in which order: it stands in the address beside the choice. */
export type Narrowing = {
  /** Key of a component, or of what belongs to none. */
  component: string | null
  /** Slug of the province whose figures are shown in place of the project's. */
  province: string | null
  only: Only | null
  sort: Sort
  /** What was asked for and is not there: the page says so, and shows the usual. */
  unknown: WrongParameter[]
}

/** @param components keys of those that the project has, in order */
export function readNarrowing(
  query: Query,
  { components, provinces }: { components: readonly string[]; provinces: readonly Pick<Place, 'slug'>[] },
): Narrowing {
  const unknown: WrongParameter[] = []
  const read = <T extends string>(name: ParameterName, list: readonly T[]): T | null => {
    const { found, wrong } = oneOffered(query, name, list)
    unknown.push(...wrong)
    return found
  }
  return {
    component: read('component', components),
    province: read(
      'province',
      provinces.map(({ slug }) => slug),
    ),
    only: read('only', ONLY),
    sort: read('sort', SORTS) ?? 'framework',
    unknown,
  }
}

/** The narrowing as an address again; what is usual is left out. */
export function writeNarrowing({
  component,
  province,
  only,
  sort,
}: Omit<Narrowing, 'unknown'>): Record<string, string> {
  return {
    ...(component === null ? {} : { component }),
    ...(province === null ? {} : { province }),
    ...(only === null ? {} : { only }),
    ...(sort === 'framework' ? {} : { sort }),
  }
}
