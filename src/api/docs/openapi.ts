import { z } from 'zod'
import type { Words } from '../../language/words.ts'
import { TOKEN_SCOPES } from '../../vocabulary/access.ts'
import { PROBLEMS, problemNamed } from '../../vocabulary/programs/problem.ts'
import { csvColumns, ENDPOINTS, type Endpoint, type EndpointName, formatsOf } from '../endpoints.ts'

/** What can go wrong at any of its addresses, and at those that ask a question. */
const ANYWHERE = [400, 401, 403, 405, 406, 429, 500, 503] as const

/** What is wrong, as programs are told. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ parameter: z.string().nullable(), code: z.string(), detail: z.string() })).optional(),
})

/** A description of the whole API (OpenAPI 3.1), made of the schemas that its routes read and answer with. */
export function openapiDocument(words: Words): object {
  const { t } = words
  return {
    openapi: '3.1.1',
    info: {
      title: t('help:api.title'),
      version: '1',
      description: t('help:api.lead'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: TOKEN_SCOPES.map((name) => ({ name, description: t(`people:tokens.scope-hint.${name}`) })),
    paths: Object.fromEntries(
      names().map((name) => [ENDPOINTS[name].path.replace(':id', '{id}'), { get: operationOf(name, words) }]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: '3pt_…', description: t('help:api.token') },
      },
      schemas: {
        problem: schemaOf(problem),
        ...Object.fromEntries(names().map((name) => [name, schemaOf(ENDPOINTS[name].answer)])),
      },
      responses: Object.fromEntries(
        Object.values(PROBLEMS).map((name) => [
          name,
          {
            description: t(`common:problem.${name}.means`),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
          },
        ]),
      ),
    },
  }
}

export function names(): EndpointName[] {
  return Object.keys(ENDPOINTS) as EndpointName[]
}

function operationOf(name: EndpointName, { t }: Words): object {
  const endpoint: Endpoint = ENDPOINTS[name]
  const statuses = [...ANYWHERE, ...(endpoint.params ? [404] : []), ...(name === 'figures' ? [404, 422] : [])]
  return {
    operationId: name,
    tags: [endpoint.scope],
    summary: t(`help:api.endpoint.${name}.title`),
    description: t(`help:api.endpoint.${name}.about`),
    parameters: parametersOf(endpoint).map((one) => ({ ...one, description: t(`help:api.parameter.${one.name}`) })),
    responses: {
      200: {
        description: t('help:api.answered'),
        headers: {
          ETag: { description: t('help:api.etag'), schema: { type: 'string' } },
          ...('after' in endpoint.query.shape
            ? { Link: { description: t('help:api.link'), schema: { type: 'string' } } }
            : {}),
        },
        content: {
          'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
          ...(formatsOf(endpoint).includes('csv')
            ? { 'text/csv': { schema: { type: 'string' }, example: `${csvColumns(endpoint.row!).join(',')}\r\n` } }
            : {}),
        },
      },
      304: { description: t('help:api.unchanged') },
      ...Object.fromEntries(
        statuses.map((status) => [status, { $ref: `#/components/responses/${problemNamed(status)}` }]),
      ),
    },
  }
}

/** Of an address, each with its schema as it is sent. */
type ApiParameter =
  | 'id'
  | Exclude<{ [N in EndpointName]: keyof (typeof ENDPOINTS)[N]['query']['shape'] }[EndpointName], never>

type Parameter = { name: ApiParameter; in: 'path' | 'query'; required: boolean; schema: object }

export function parametersOf({ params, query }: Endpoint): Parameter[] {
  return [...(params ? fieldsOf(params, 'path') : []), ...fieldsOf(query, 'query')]
}

function fieldsOf(object: z.ZodObject, place: Parameter['in']): Parameter[] {
  const { properties = {}, required = [] } = schemaOf(object, 'input') as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name: name as ApiParameter,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}
