/**
 * A figure is computed from entries; it is never typed and never stored as truth.
 * `value` is null unless the state is `reported`; a ratio's value is the bare quotient (0.19), times the indicator's
 * scale only when shown. `not formed`: the period cuts the span of a value, so that part of it belongs to the period and part
 * does not; nobody knows which.
 */
export const FIGURE_STATES = [
  'reported',
  'not reported',
  'not applicable',
  'not due',
  'undefined',
  'not additive',
  'not formed',
] as const
export type FigureState = (typeof FIGURE_STATES)[number]

/** Why a figure is kept from whoever looks: it is hidden to protect somebody, or it is no part of the report that is looked at. */
export const WITHHELD = ['confidential', 'outside'] as const
export type Withheld = (typeof WITHHELD)[number]

/** `partial`: fewer reported than expected. `carried`: the value of a line is older than its last quarter due.
 *  `ended`: a stock is without those whose duty ended and was taken over by nobody.
 *  `provisional`: holds a value handed in but not approved. `break`: the series changes its map, its breakdown, or what it is.
 *  `revised`: holds a value that was corrected after its submission had first been approved.
 *  `held`: in a release, the number of an earlier one stands in its place (`disclosure/hold.ts`). */
export const FLAGS = ['partial', 'carried', 'ended', 'provisional', 'break', 'revised', 'held'] as const
export type Flag = (typeof FLAGS)[number]

/**
 * Why there is no total: several reporters, several quarters, or several cells that may hold the same person; or values given
 * under definitions that measure different things or add up in different ways.
 */
export type NotAdditive = 'reporters' | 'quarters' | 'cells' | 'definitions'

export type Figure = {
  state: FigureState | Withheld
  value: number | null
  /** Ratios: both sums, also when the figure is undefined. */
  numerator?: number
  denominator?: number
  /** Means and medians: how many it rests on. */
  n?: number
  /** Milestones of several reporters: how many are expected; `value` is how many are at or past the target stage. */
  of?: number
  /** k of n: submissions, or lines of reporters for a stock or a count since the beginning. Not applicable ones have left n. */
  coverage: [k: number, n: number]
  flags: Flag[]
  why?: NotAdditive
}

/** What is left of a figure that is kept from whoever looks: how many reports it rests on, and nothing that its values decide. */
export function withheldFigure({ coverage }: Pick<Figure, 'coverage'>, why: Withheld): Figure {
  return { state: why, value: null, coverage, flags: [] }
}

export function isWithheld(state: Figure['state']): state is Withheld {
  return WITHHELD.some((one) => one === state)
}
