/** A cell of what is to be published: the sum of some atoms. */
export interface SuppressionCell {
  id: string
  sum: readonly string[]
  /** Default true. A cell that is not sensitive is never suppressed for its own sake, but the attacker knows it. */
  sensitive?: boolean
  /** Default true. False = it will be published whatever happens. */
  suppressible?: boolean
  /** Default false. True = it will not be published whatever happens, so that suppressing it costs nothing. */
  hidden?: boolean
  /** Default false. True = an earlier publication suppressed it, and this one does not have it: it is only not to be given away. */
  past?: boolean
}

/** What an earlier publication said of a sum of the same atoms: a number, or null where it was suppressed. */
export interface EarlierCell {
  sum: readonly string[]
  shown: number | null
  /** Id of the cell that says the same today: what has changed in it since is protected, whatever it is made of now. */
  of?: string
}

/** Two lists of atoms that come to the same. */
export type EqualLists = readonly [readonly string[], readonly string[]]

/** The cell suppression problem: which cells of linked tables to suppress so that no small count is disclosed. */
export interface SuppressionProblem {
  /** k: counts 1…k−1 are small. */
  threshold: number
  /**
   * The finest true counts, by name. The attacker does not know them. A restated atom is a new name (the earlier
   * publication then sums the old one, with its old count); an unchanged one keeps its name.
   */
  atoms: Readonly<Record<string, number>>
  cells: readonly SuppressionCell[]
  earlier?: readonly EarlierCell[]
  /** Pairs `[old, new]`: the second atom is the corrected version of the first. */
  restated?: readonly (readonly [old: string, corrected: string])[]
  /**
   * Lists of atoms known to add up to the same count, such as the sexes and, apart from them, the forms of exploitation
   * of one place and quarter. An atom stands in at most one list, and no cell sums atoms of two lists of one total.
   */
  sameTotal?: readonly (readonly (readonly string[])[])[]
  /**
   * Pairs of lists known to come to the same, in which an atom may stand that is in others too: what was known of values of which
   * some have been restated since. Each pair costs unknowns, which totals do not.
   */
  equal?: readonly EqualLists[]
  /** Ids suppressed in the publication before; of two equally small losses the one that suppresses them again wins. */
  suppressedBefore?: readonly string[]
  /** Milliseconds left. At zero the work stops and nothing may be released. */
  deadline?: () => number
  /** Called after each independent block of the problem. */
  progress?: (done: number, of: number) => void
}

/** A count of persons or cases that could single somebody out: 1…k−1. Zero is not small: it is nobody. */
export function isSmall(count: number, threshold: number): boolean {
  return count >= 1 && count < threshold
}

/** Why a problem gets no answer, and then nothing may be released. The sentences live in the language files. */
export const SUPPRESSION_REFUSALS = [
  'bad-threshold',
  'bad-atom',
  'bad-figure',
  'bad-earlier',
  'bad-same-total',
  'bad-equal',
  'bad-restated',
  'earlier-disagrees',
  'small-must-show',
  'solver-failed',
  'out-of-time',
] as const
export type RefusalCode = (typeof SUPPRESSION_REFUSALS)[number]

/** `about` names the cell, the atom, or the position (from 1) of the earlier cell, total or restated pair that is to blame. */
export interface SuppressionRefusal {
  refused: RefusalCode
  about?: string
  /** What the solver threw, in its own words: for whoever looks after the program, since it is no fault of what was asked. */
  thrown?: string
}

export function isRefusal(answer: object): answer is SuppressionRefusal {
  return 'refused' in answer
}
