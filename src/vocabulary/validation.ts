/** What of the lesser indicator is held against the greater: its value, or what stands under it (denominator, n). */
export const COMPARED_PARTS = ['value', 'base'] as const
export type ComparedPart = (typeof COMPARED_PARTS)[number]

/** Whose numbers are held against each other: those of one reporter, or of everybody who reports for a place. */
export const RULE_REACHES = ['reporter', 'place'] as const
export type RuleReach = (typeof RULE_REACHES)[number]

/** Of which time: the quarter's own, or all since the project began. */
export const RULE_TIMES = ['quarter', 'to-date'] as const
export type RuleTime = (typeof RULE_TIMES)[number]
