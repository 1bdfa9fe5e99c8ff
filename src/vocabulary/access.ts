export const ROLES = ['partner', 'manager', 'donor', 'administrator'] as const
export type Role = (typeof ROLES)[number]
