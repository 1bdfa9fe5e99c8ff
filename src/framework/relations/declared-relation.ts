import type { BaseRelation, RelationRefusal, ReportedQuarter } from '../../indicators/relations/relation.ts'

/** A refused relation: why, or where it is not so. */
export type DeclaredRelation =
  | { declared: BaseRelation; alike: number }
  | { refused: RelationRefusal }
  | { unlike: ReportedQuarter[] }
