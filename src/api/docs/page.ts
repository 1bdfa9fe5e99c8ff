import type { Words } from '../../language/words.ts'
import { PROBLEMS } from '../../vocabulary/programs/problem.ts'
import { csvColumns, ENDPOINTS, type Endpoint, formatsOf } from '../endpoints.ts'
import { names, parametersOf } from './openapi.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'api/docs': ReturnType<typeof docsPage>
  }
}

/** What to try first of each, after its path. */
const EXAMPLES = {
  releases: '?limit=10',
  release: '?format=csv',
  figures: '?place=project,areas&grain=year&format=csv',
  indicators: '',
  submissions: '?status=overdue&limit=50',
  submission: '',
} as const

/** The documentation of the API for people, made of what that for programs is made of. @param origin of this server, "https://…" */
export function docsPage(origin: string, { t }: Words) {
  return {
    first: `curl -H "Authorization: Bearer 3pt_…" ${origin}${ENDPOINTS.releases.path}`,
    endpoints: names().map((name) => {
      const endpoint: Endpoint = ENDPOINTS[name]
      return {
        name,
        title: t(`help:api.endpoint.${name}.title`),
        about: t(`help:api.endpoint.${name}.about`),
        path: endpoint.path.replace(':id', '{id}'),
        scope: t(`people:tokens.scope.${endpoint.scope}`),
        formats: formatsOf(endpoint)
          .map((format) => format.toUpperCase())
          .join(', '),
        parameters: parametersOf(endpoint).map((one) => ({
          name: one.name,
          about: t(`help:api.parameter.${one.name}`),
          values: valuesOf(one.schema),
        })),
        fields: Object.keys((endpoint.row ?? endpoint.answer).shape),
        columns: endpoint.row ? csvColumns(endpoint.row).length : 0,
        example: `curl -H "Authorization: Bearer 3pt_…" "${origin}${endpoint.path.replace(':id', '1')}${EXAMPLES[name]}"`,
      }
    }),
    problems: (Object.entries(PROBLEMS) as [string, (typeof PROBLEMS)[keyof typeof PROBLEMS]][]).map(
      ([status, name]) => ({
        id: `problem-${name}`,
        status,
        title: t(`common:problem.${name}.title`),
        means: t(`common:problem.${name}.means`),
      }),
    ),
  }
}

/** Of a closed list what it has, else nothing. */
function valuesOf(schema: object): string {
  return 'enum' in schema && Array.isArray(schema.enum) ? schema.enum.join(', ') : ''
}
