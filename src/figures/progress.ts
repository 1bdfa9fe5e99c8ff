export const RAG = ['green', 'amber', 'red', 'grey'] as const
/** Always printed as text too, never colour alone; grey = no data or nothing to compare with. */
export type Rag = (typeof RAG)[number]

/** What is derived from a figure and its target. */
export type Progress = {
  /** Achieved minus target, on the scale stored. */
  variance: number | null
  /** A bare quotient: 0.9 = 90 % of target. Null when undefined. */
  ofTarget: number | null
  rag: Rag
}
