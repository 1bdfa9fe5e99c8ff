export const MEASURES = ['count', 'ratio', 'mean', 'milestone', 'median'] as const
export type Measure = (typeof MEASURES)[number]

/** How reporters (places and partners) combine: `none` = the same person may be counted by several reporters. */
export const OVER_PLACES = ['sum', 'none', 'project'] as const
export type OverPlaces = (typeof OVER_PLACES)[number]

/**
 * How quarters combine: `sum` a flow, `latest` a stock, `life` a count since the beginning, `none` not at all. A stock and a
 * count since the beginning are the last value of each line of reporting; they differ in what a line that ended leaves.
 */
export const OVER_TIME = ['sum', 'latest', 'life', 'none'] as const
export type OverTime = (typeof OVER_TIME)[number]

export const FREQUENCIES = ['quarterly', 'half-yearly', 'annual', 'survey'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** First months of the years and half-years that values are asked for by: a year is a union of calendar quarters. */
export const YEAR_STARTS = [1, 4, 7, 10] as const
export type YearStart = (typeof YEAR_STARTS)[number]

export const DIRECTIONS = ['higher', 'lower'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const LEVELS = ['impact', 'outcome', 'output'] as const
export type Level = (typeof LEVELS)[number]

/** 2 victims and cases, 1 small client groups and percentages on them, 0 none. */
export const SENSITIVITIES = [0, 1, 2] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** What a ratio or mean is multiplied by when shown: per cent, per thousand, per 100,000. */
export const SCALES = [1, 100, 1000, 100000] as const

export const SCHEME_KINDS = ['primary', 'partition', 'multiple'] as const
export type SchemeKind = (typeof SCHEME_KINDS)[number]
