export const ROLES = ['partner', 'manager', 'donor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a token of the API may read, each for itself. */
export const TOKEN_SCOPES = ['releases', 'figures', 'indicators', 'submissions'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]
