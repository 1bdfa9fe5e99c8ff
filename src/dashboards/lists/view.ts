import type { Query } from '../choice.ts'
import type { StandingContext } from '../overview/standing.ts'

/** What the lists of indicators, of components and of areas are shaped from: the figures of the overview, and the address. */
export type ListView = Pick<StandingContext, 'state' | 'answer' | 'own'> & { query: Query }
