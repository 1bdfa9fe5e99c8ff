export const AUDIENCES = ['staff', 'donor', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]
