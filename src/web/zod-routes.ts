import type { FastifyInstance, FastifyTypeProvider } from 'fastify'
import type { z } from 'zod'

/** What a route's `schema` reads of its params and query is what its handler is given, typed. */
export interface ZodTypes extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
}

/** Params that make no sense are an address that is not there (404), a query that makes none is a bad request (400): see errors. */
export function readWithZod(app: FastifyInstance): void {
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (given) => {
    const read = schema.safeParse(given)
    return read.success ? { value: read.data } : { error: read.error }
  })
}
