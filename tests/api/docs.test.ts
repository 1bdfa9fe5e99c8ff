import { expect, it } from 'vitest'
import { openapiDocument } from '../../src/api/docs/openapi.ts'
import { docsPage } from '../../src/api/docs/page.ts'
import { wordsFor } from '../../src/language/words.ts'

const words = wordsFor('en')

type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters: { name: string; in: string; required: boolean; description: string; schema: object }[]
  responses: Record<string, { $ref?: string; headers?: object; content?: Record<string, { example?: string }> }>
}
type Document = {
  openapi: string
  info: { title: string; version: string; description: string; license: object }
  servers: { url: string }[]
  security: object[]
  tags: { name: string; description: string }[]
  paths: Record<string, { get: Operation }>
  components: Record<'securitySchemes' | 'schemas' | 'responses', Record<string, Record<string, unknown>>>
}
// Made in each test: what runs while a file is read can't be told from the rest of it.
const documentation = () => openapiDocument(words) as Document
const operationsIn = ({ paths }: Document) => Object.entries(paths).map(([path, { get }]) => [path, get] as const)
const names = (given: object) => Object.keys(given)

it('describes each address: its tag, how it is asked, what it answers and in which forms', () => {
  const lines = operationsIn(documentation()).map(([path, { operationId, tags, parameters, responses }]) => {
    const asked = parameters.map((one) => `${one.in === 'path' ? '/' : '?'}${one.name}${one.required ? '' : '…'}`)
    const { headers, content } = responses[200]!
    return [path, operationId, tags.join(), asked.join(' '), names(headers!).join(), names(content!).join()].join(' | ')
  })
  expect(lines).toEqual([
    '/api/v1/releases | releases | releases | ?limit… ?after… ?format… | ETag,Link | application/json,text/csv',
    '/api/v1/releases/{id} | release | releases | /id ?format… | ETag | application/json,text/csv',
    '/api/v1/figures | figures | figures | ?indicator… ?place… ?partner… ?breakdown… ?from… ?to… ?grain… ?basis… ?map… ?asAt… ?donor… ?format… | ETag | application/json,text/csv',
    '/api/v1/indicators | indicators | indicators | ?format… | ETag | application/json,text/csv',
    '/api/v1/submissions | submissions | submissions | ?from… ?to… ?status… ?place… ?partner… ?limit… ?after… ?format… | ETag,Link | application/json,text/csv',
    '/api/v1/submissions/{id} | submission | submissions | /id | ETag | application/json',
  ])
})

it('says of each what can go wrong: what is not there only where something is named, no answer only to a question', () => {
  const document = documentation()
  const operations = operationsIn(document)
  const anywhere = ['400', '401', '403', '405', '406', '429', '500', '503']
  const more = Object.fromEntries(
    operations.map(([, { operationId, responses }]) => [
      operationId,
      names(responses).filter((status) => !['200', '304', ...anywhere].includes(status)),
    ]),
  )
  expect(more).toEqual({
    ...{
      releases: [],
      release: ['404'],
      figures: ['404', '422'],
      indicators: [],
      submissions: [],
      submission: ['404'],
    },
  })
  for (const [, { responses }] of operations) {
    expect(names(responses)).toEqual(expect.arrayContaining(['200', '304', ...anywhere]))
    expect(responses[401]).toEqual({ $ref: '#/components/responses/no-token' })
  }
  expect(names(document.components.responses)).toEqual(
    expect.arrayContaining(['bad-request', 'no-token', 'not-found', 'no-answer', 'not-now']),
  )
  expect(document.components.responses['no-token']).toEqual({
    description: words.t('common:problem.no-token.means'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
  })
})

it('says who it is, under which licence, and how a token is sent', () => {
  const { openapi, info, servers, security, tags, components } = documentation()
  expect(openapi).toBe('3.1.1')
  expect(info).toEqual({
    ...{ title: words.t('help:api.title'), version: '1', description: words.t('help:api.lead') },
    license: { name: 'MIT', identifier: 'MIT' },
  })
  expect([servers, security]).toEqual([[{ url: '/' }], [{ token: [] }]])
  expect(tags.map(({ name }) => name).sort()).toEqual(['figures', 'indicators', 'releases', 'submissions'])
  expect(tags[0]!.description).toBe(words.t(`people:tokens.scope-hint.${tags[0]!.name as 'figures'}`))
  expect(components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer', bearerFormat: '3pt_…' })
})

it('has the fields of each answer and of each problem, and the columns of each file', () => {
  const document = documentation()
  const { schemas } = document.components
  expect(names(schemas)).toEqual([
    ...['problem', 'releases', 'release', 'figures', 'indicators', 'submissions', 'submission'],
  ])
  expect(names(schemas.problem!.properties as object)).toEqual([
    ...['type', 'title', 'status', 'detail', 'instance', 'errors'],
  ])
  expect(schemas.problem!.required).not.toContain('errors')
  expect(schemas.problem).not.toHaveProperty('$schema')
  expect(names(schemas.submission!.properties as object)).toContain('values')
  const csv = operationsIn(document).find(([path]) => path === '/api/v1/figures')![1].responses[200]!.content![
    'text/csv'
  ]!
  expect(csv.example).toMatch(/^indicator,place,partner,.*coverage\.reported,coverage\.expected,.*,as_at\r\n$/)
})

it('explains every parameter and every address, each in its own words', () => {
  const operations = operationsIn(documentation())
  for (const [, { summary, description, parameters }] of operations)
    for (const said of [summary, description, ...parameters.map((one) => one.description)])
      expect(said).toMatch(/^\p{Lu}/u)
  const all = operations.map(([, { summary, description }]) => summary + description)
  expect(new Set(all).size).toBe(all.length)
})

it('is documented for people from the same', () => {
  const { first, endpoints, problems } = docsPage('https://3p.example', words)
  expect(first).toBe('curl -H "Authorization: Bearer 3pt_…" https://3p.example/api/v1/releases')
  expect(endpoints.map(({ path, formats, columns, fields }) => [path, formats, columns > 0, fields[0]])).toEqual([
    ['/api/v1/releases', 'JSON, CSV', true, 'id'],
    ['/api/v1/releases/{id}', 'JSON, CSV', true, 'ref'],
    ['/api/v1/figures', 'JSON, CSV', true, 'indicator'],
    ['/api/v1/indicators', 'JSON, CSV', true, 'code'],
    ['/api/v1/submissions', 'JSON, CSV', true, 'id'],
    ['/api/v1/submissions/{id}', 'JSON', false, 'id'],
  ])
  expect(endpoints.map(({ example }) => example.replace(/^.*https:\/\/3p\.example/, ''))).toEqual([
    '/api/v1/releases?limit=10"',
    '/api/v1/releases/1?format=csv"',
    '/api/v1/figures?place=project,areas&grain=year&format=csv"',
    '/api/v1/indicators"',
    '/api/v1/submissions?status=overdue&limit=50"',
    '/api/v1/submissions/1"',
  ])
  const figures = endpoints.find(({ name }) => name === 'figures')!
  expect(figures).toMatchObject({
    ...{ title: words.t('help:api.endpoint.figures.title'), about: words.t('help:api.endpoint.figures.about') },
    scope: words.t('people:tokens.scope.figures'),
  })
  const values = Object.fromEntries(figures.parameters.map((one) => [one.name, one.values]))
  expect(values).toMatchObject({ format: 'json, csv', indicator: '', from: '' })
  expect(values.basis).toContain('approved')
  expect(figures.parameters[0]!.about).toBe(words.t('help:api.parameter.indicator'))
  expect(problems.find(({ status }) => status === '422')).toEqual({
    ...{ id: 'problem-no-answer', status: '422' },
    ...{ title: words.t('common:problem.no-answer.title'), means: words.t('common:problem.no-answer.means') },
  })
})
