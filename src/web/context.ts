import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyPluginAsync,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Db } from '../../db/connection.ts'
import type { Attempts } from '../access/attempts.ts'
import type { Access } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import type { Session } from '../access/session.ts'
import type { Config } from '../config/config.ts'
import type { Words } from '../language/words.ts'
import type { Jobs } from '../threads/jobs.ts'
import type { ReturnedForms } from './session/returned-forms.ts'
import type { ZodTypes } from './zod-routes.ts'

/**
 * What every room is given: the database, the configuration, the clock, what failed to prove who one is, what is being
 * worked on beside requests, and the forms that came back to whoever sent them.
 */
export type AppContext = {
  db: Db
  config: Config
  now: () => number
  attempts: Attempts
  jobs: Jobs
  returned: ReturnedForms
  /** What this server signs with; it is never shown. */
  secret: string
}

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
    /** Fields of its form that are never shown again. */
    secrets?: readonly string[]
  }
  interface FastifyRequest {
    person: Person | null
    session: Session | null
    words: Words
  }
  interface FastifyInstance {
    context: AppContext
  }
}
