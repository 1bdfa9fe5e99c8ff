/** Forms in which programs are answered, the usual one first. */
export const FORMATS = ['json', 'csv'] as const
export type Format = (typeof FORMATS)[number]
