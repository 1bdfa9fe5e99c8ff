import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { csvColumns, ENDPOINTS, type Endpoint } from '../../src/api/endpoints.ts'
import type { figureRow } from '../../src/api/figures/row.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { ask } from '../../src/figures/ask.ts'
import { issuedFile } from '../../src/releases/workbook/file-store.ts'
import { readCells } from '../../src/spreadsheet/read-cells.ts'
import { readTrail } from '../../src/trail/store.ts'
import { DONOR } from '../releases/making.ts'
import { Visitor } from '../support/app.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { addressOf, ENDPOINT_NAMES, PARTNER, programForAll, read, tokenFor } from './program.ts'

const program = programForAll()
const get = (url: string, headers?: Record<string, string>, token?: string | null) => read(program, url, headers, token)
const DAY = 86_400_000

describe('a report', () => {
  it('says, cell by cell, what the sheet of data of its workbook says', async () => {
    const file = issuedFile(program.db, program.release.id)
    if (!file || file === 'damaged') throw new Error('no file')
    const sheet = readCells(file.bytes).find(({ name }) => /Data|Dữ liệu/.test(name))!
    const [, headings, ...lines] = sheet.rows
    const { figures, workbook_sha256 } = (await get('/api/v1/releases/1')).json as {
      figures: Record<string, unknown>[]
      workbook_sha256: string
    }
    expect(workbook_sha256).toBe(file.sha256)
    expect(figures.length).toBe(lines.length)
    expect(figures.length).toBeGreaterThan(150)
    const nothing = (value: unknown) => value === '–' || value === '' || value === null || value === undefined
    const signs = /^\[[a-z]\]$/
    let compared = 0
    for (const [nth, line] of lines.entries()) {
      const values = Object.entries(figures[nth]!).flatMap(([name, value]) => {
        if (NOT_ON_SHEET.includes(name)) return []
        return (isWorded(value) ? [value.vi, value.en] : [value]).map((one) => [name, one] as const)
      })
      expect(values.length).toBe(headings!.length)
      for (const [at, cell] of line.entries()) {
        const [name, value] = values[at]!
        const said = Array.isArray(value) ? value.join(', ') : value
        if (nothing(cell) || (signs.test(String(cell)) && name !== 'mark')) expect(said ?? '').toBe('')
        else if (/^\d{4}-\d\d-\d\d$/.test(String(said)) && typeof cell === 'number')
          expect(Date.UTC(1899, 11, 30) + cell * DAY).toBe(Date.parse(String(said)))
        else expect([nth, headings![at], said]).toEqual([nth, headings![at], cell])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(5000)
  })

  it('tells nothing of what it hides, in JSON or CSV', async () => {
    const { figures } = (await get('/api/v1/releases/1', {}, program.tokens.donor)).json
    const hidden = figures.filter((row: { state: string }) => row.state === 'confidential')
    expect(hidden.length).toBeGreaterThan(0)
    const derived = 'value n d of_target variance_short percent percent_planned rag_code before k expected'.split(' ')
    for (const row of hidden)
      for (const name of derived) expect([row.key, name, row[name]]).toEqual([row.key, name, null])
    const csv = (await get('/api/v1/releases/1?format=csv', {}, program.tokens.donor)).body.split('\r\n')
    expect(csv.length).toBe(figures.length + 2)
    expect(csv[0]).toBe(csvColumns(ENDPOINTS.release.row).join(','))
  })

  it('is handed out to the trail’s knowledge once a day, and its tag stays while it does', async () => {
    const count = () => readTrail(program.db, { verb: 'release.downloaded' }, 99).length
    const token = tokenFor(program.db, DONOR)
    const before = count()
    const first = await get('/api/v1/releases/1', {}, token)
    await get('/api/v1/releases/1', {}, token)
    expect(count()).toBe(before + 1)
    const again = await get('/api/v1/releases/1', { 'if-none-match': String(first.headers.etag) }, token)
    expect([again.status, again.body]).toEqual([304, ''])
    expect((await get('/api/v1/releases/1', { 'if-none-match': String(first.headers.etag) })).status).toBe(200)
  })
})

const isWorded = (value: unknown): value is { vi?: unknown; en?: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** The state is the sign in words; a project of one phase has no columns of it. */
const NOT_ON_SHEET = ['state', 'phase_target', 'phase_percent']

describe('figures', () => {
  const asked = 'indicator=V3,V12&place=project,nghe-an&from=2021-Q1&to=2021-Q4&grain=year&breakdown=sex'

  it('are what the engine answers', async () => {
    const { figures } = (await get(`/api/v1/figures?${asked}`)).json as { figures: z.output<typeof figureRow>[] }
    const year = { key: '2021', from: quarterOf(2021, 1), to: quarterOf(2021, 4) }
    const groups = [
      { key: 'project', places: '*' as const },
      { key: 'nghe-an', places: ['nghe-an'] },
    ]
    const answer = ask(program.db, { indicators: ['V3', 'V12'], groups, spans: [year], by: ['sex'] }, DEMO_NOW)
    const told = figures.map((row) => [
      row.indicator,
      row.place,
      Object.entries(row.categories).map((pair) => pair.join('='))[0] ?? '',
      row.value,
      row.state,
      [row.coverage!.reported, row.coverage!.expected],
    ])
    const worked = [...answer].map(({ indicator, group, cell, figure }) => [
      indicator,
      group,
      cell === '?' ? 'sex=not-split' : cell,
      figure.value,
      figure.state.replaceAll(' ', '-'),
      figure.coverage,
    ])
    expect(told).toEqual(worked)
    expect(figures[0]).toMatchObject({ unit: { en: 'persons' }, first_day: '2021-01-01', last_day: '2021-12-31' })
  })

  it('come as tidy CSV with the same numbers', async () => {
    const { figures } = (await get(`/api/v1/figures?${asked}`)).json
    const [head, ...lines] = (await get(`/api/v1/figures?${asked}`, { accept: 'text/csv' })).body.trim().split('\r\n')
    const columns = head!.split(',')
    expect(columns).toContain('categories.sex')
    expect(lines.map((line) => line.split(',')[columns.indexOf('value')])).toEqual(
      figures.map(({ value }: { value: number | null }) => (value === null ? '' : String(value))),
    )
  })

  it('as a donor would see them are worked out beside: until then one is told when to come back', async () => {
    const answer = await get('/api/v1/figures?indicator=V3&donor=uk-home-office')
    expect([answer.status, answer.json.errors[0].code]).toEqual([503, 'protecting'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.headers.etag).toBeUndefined()
  })

  it.each([
    ['nonsense=1', 400, 'nonsense', 'unknown-parameter'],
    ['grain=week', 400, 'grain', 'not-offered'],
    ['donor=nobody', 400, 'donor', 'not-offered'],
    ['from=2021-Q9', 400, 'from', 'bad-parameter'],
    ['to=1999-Q1', 400, 'to', 'before-project'],
    ['asAt=yesterday', 400, 'asAt', 'bad-period'],
    ['indicator=ZZ', 404, null, 'unknown-indicator'],
    ['place=paris', 404, null, 'unknown-place'],
    ['partner=paris', 404, null, 'unknown-partner'],
    ['breakdown=hair', 422, null, 'unknown-breakdown'],
    [
      `place=project,areas&breakdown=sex&partner=${Array.from({ length: 90 }, (_, nth) => `p${nth}`)}`,
      422,
      null,
      'too-large',
    ],
  ])('%s is named: %i', async (query, status, parameter, code) => {
    const answer = await get(`/api/v1/figures?${query}`)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect([answer.status, answer.json.errors[0].parameter, answer.json.errors[0].code]).toEqual([
      status,
      parameter,
      code,
    ])
  })
})

describe('lists', () => {
  it('go on page by page until nothing is left', async () => {
    const seen: string[] = []
    let url: string | undefined = '/api/v1/submissions?limit=90'
    while (url) {
      const answer: Awaited<ReturnType<typeof get>> = await get(url)
      for (const one of answer.json.submissions) seen.push(`${one.partner.code} ${one.place.code} ${one.from}`)
      url = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers.link ?? ''))?.[1]
    }
    const all = (await get('/api/v1/submissions?limit=1000')).json.submissions
    expect(seen.length).toBe(all.length)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('are narrowed', async () => {
    const late = (await get('/api/v1/submissions?status=overdue')).json.submissions
    expect(late.length).toBeGreaterThan(0)
    for (const one of late) expect([one.status, one.days_late > 0]).toEqual(['overdue', true])
    const some = (await get('/api/v1/submissions?from=2020-Q1&to=2020-Q1&place=nghe-an')).json.submissions
    expect(
      new Set(some.map((one: { from: string; place: { code: string } }) => `${one.from} ${one.place.code}`)),
    ).toEqual(new Set(['2020-Q1 nghe-an']))
  })
})

describe('the description', () => {
  type Described = {
    paths: Record<string, { get: { responses: Record<string, unknown> } }>
    components: { schemas: Record<string, object> }
  }
  const described = async () => (await get('/api/openapi.json')).json as Described

  it('is valid, the same in both languages but for its words, and nobody reads it unknown', async () => {
    const document = await described()
    const checked = await new Validator().validate(structuredClone(document) as Record<string, unknown>)
    expect(checked.errors ?? []).toEqual([])
    const inVietnamese = (await get('/api/openapi.json', { 'accept-language': 'vi' })).json as Described
    expect(Object.keys(inVietnamese.paths)).toEqual(Object.keys(document.paths))
    expect((await get('/api/openapi.json', {}, null)).status).toBe(401)
    const { cookie } = await new Visitor(program.app).become(personaId(program.db, PARTNER), 'en')
    expect((await get('/api/openapi.json', { cookie }, null)).status).toBe(200)
  })

  it('has every address that programs read, and no other', async () => {
    const known = program.app.knownRoutes.filter(({ url }) => url.startsWith('/api/v1'))
    expect(known.map(({ url }) => url.replace(':id', '{id}')).sort()).toEqual(
      Object.keys((await described()).paths).sort(),
    )
    expect(known.filter(({ token, method }) => token === null || token === 'any' || method !== 'GET')).toEqual([])
    const withTokens = program.app.knownRoutes.filter(({ token }) => token !== null).map(({ url }) => url)
    expect(withTokens.filter((url) => !url.startsWith('/api/'))).toEqual([])
  })

  it.each(ENDPOINT_NAMES)('says of %s what is answered', async (name) => {
    const { components } = await described()
    const schema = z.fromJSONSchema(components.schemas[name]! as Parameters<typeof z.fromJSONSchema>[0])
    const endpoint: Endpoint = ENDPOINTS[name]
    const { json } = await get(addressOf(program, name))
    expect(schema.safeParse(json).error?.issues ?? []).toEqual([])
    expect(z.strictObject(endpoint.answer.shape).safeParse(json).error?.issues ?? []).toEqual([])
    if (endpoint.row) {
      const [list] = Object.values(json).filter(Array.isArray).slice(-1) as [object[]]
      for (const row of list) expect(Object.keys(row).sort()).toEqual(Object.keys(endpoint.row.shape).sort())
    }
  })

  it('says what is told when something is wrong', async () => {
    const { components } = await described()
    const schema = z.fromJSONSchema(components.schemas.problem! as Parameters<typeof z.fromJSONSchema>[0])
    for (const url of ['/api/v1/figures?x=1', '/api/v1/nothing', '/api/v1/submissions/999999'])
      expect(schema.safeParse((await get(url)).json).error?.issues ?? []).toEqual([])
  })
})
