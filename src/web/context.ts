import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyPluginAsync,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Db } from '../../db/connection.ts'
import type { Access } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import type { Config } from '../config/config.ts'
import type { Words } from '../language/words.ts'
import type { ZodTypes } from './zod-routes.ts'

/** What every room is given: the database, the configuration and the clock. */
export type AppContext = { db: Db; config: Config; now: () => number }

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypes
>

/** The routes of a room, as the plugin they are. */
export type Routes = FastifyPluginAsync<AppContext, RawServerDefault, ZodTypes>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may enter; a route without it keeps the program from starting. */
    may?: Access
  }
  interface FastifyRequest {
    person: Person | null
    words: Words
  }
  interface Session {
    personId?: number
    agent?: string
    /** A sentence to show on the next page, once. */
    said?: { key: string; values?: Record<string, string | number> }
  }
}
