/** From which rating down a figure has to be explained: what is red always is. */
export const EXPLAINED_RATINGS = ['red', 'amber'] as const

/**
 * Which figures of a donor's report a manager has to explain: those rated as `below` or worse, and those of which more than `above` per
 * cent of what was planned by then was achieved.
 */
export type DeviationRule = { below: (typeof EXPLAINED_RATINGS)[number]; above: number }

/** Of layouts that say nothing. */
export const USUAL_DEVIATIONS: DeviationRule = { below: 'red', above: 120 }
