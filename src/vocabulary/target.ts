/** What span a target is set for: `phase` and `project` are the life of a phase, and that of the whole project. */
export const TARGET_KINDS = ['quarter', 'year', 'phase', 'project'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]
