export const RAG = ['green', 'amber', 'red', 'grey'] as const
/** Always printed as text too, never colour alone; grey = no data or nothing to compare with. */
export type Rag = (typeof RAG)[number]
