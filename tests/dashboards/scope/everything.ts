import type { Scope } from '../../../src/dashboards/scope/scope.ts'

/** Nothing is narrowed. */
export const EVERYTHING: Scope = { areas: [], partner: null, sdg: null, gcm: null }
