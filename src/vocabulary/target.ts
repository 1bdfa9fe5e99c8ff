/** What span a target is set for. */
export const TARGET_KINDS = ['quarter', 'year', 'project'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]
