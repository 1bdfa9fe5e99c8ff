/** How likely it is that what an output rests on does not hold, and how much that would matter. */
export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

/** How an output did against what was expected of it, from far more to far less (annual reviews of UK aid). */
export const SCORES = ['A++', 'A+', 'A', 'B', 'C'] as const
export type Score = (typeof SCORES)[number]
