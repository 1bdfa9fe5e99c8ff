import { describe, expect, it } from 'vitest'
import { kindOf, ROOMS, roomOf } from './kinds.ts'
import { filesIn, type Import, importsOf, textOf } from './sources.ts'

const files = ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))
const imports = files.flatMap(importsOf)
const inner = imports.filter((one) => !one.isPackage && one.to.endsWith('.ts'))

describe('the order of rooms', () => {
  it('has every room in it, and no other', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(ROOMS as readonly string[]).includes(room))).toEqual([])
  })

  it('is run down by every import', () => {
    const floor = (file: string) => (ROOMS as readonly string[]).indexOf(roomOf(file))
    const climbing = inner.filter((one) => floor(one.to) > floor(one.from))
    expect(climbing.map(arrow)).toEqual([])
  })
})

describe('the four kinds of file', () => {
  const touches = (file: string) =>
    /\.\$client\b|\.prepared\(/.test(textOf(file)) ||
    importsOf(file).some(
      ({ to, isPackage }) =>
        (isPackage && /^(drizzle-orm|better-sqlite3)(\/|$)/.test(to)) || /^db\/schema(\/|\.ts$)/.test(to),
    )

  it('lets stores alone speak SQL', () => {
    const speaking = files.filter((file) => touches(file) && !['store', 'wiring'].includes(kindOf(file)))
    expect(speaking).toEqual([])
  })

  it('lets actions alone open a transaction and write the trail', () => {
    const opening = files.filter(
      (file) => /\.tx\(|(?<!\.)\brecord\(/.test(textOf(file)) && !['action', 'wiring'].includes(kindOf(file)),
    )
    expect(opening.filter((file) => file !== 'src/trail/store.ts')).toEqual([])
  })

  it('keeps the pure from database, stores, actions, loaders, routes and Fastify', () => {
    const low = ['store', 'action', 'load', 'routes', 'web', 'worker']
    const broken = imports.filter(
      (one) =>
        kindOf(one.from) === 'pure' &&
        (one.isPackage
          ? /^(fastify|@fastify\/|drizzle-orm|better-sqlite3|node:fs)/.test(one.to)
          : one.to.startsWith('db/') || (one.to.startsWith('src/') && low.includes(kindOf(one.to)))),
    )
    expect(broken.map(arrow)).toEqual([])
  })

  it('keeps the pure from the clock, the environment, chance and the disk', () => {
    const reaching = files.filter(
      (file) => kindOf(file) === 'pure' && /\bDate\.now\(|new Date\(\)|process\.env|Math\.random\(/.test(textOf(file)),
    )
    expect(reaching).toEqual([])
  })

  it('keeps stores from actions, loaders, routes and pages', () => {
    const broken = inner.filter(
      (one) =>
        kindOf(one.from) === 'store' &&
        (['action', 'load', 'routes', 'web'].includes(kindOf(one.to)) || /(^|\/|-)page\.ts$/.test(one.to)),
    )
    expect(broken.map(arrow)).toEqual([])
  })
})

describe('what a request brings', () => {
  /** Of a request, or taken out of one; `issue.params` is another thing. */
  const CAST = /\brequest\.(?:params|body|query) as\b|(?<![.\w])(?:params|body|query) as\b/
  const FORBIDDEN = { cast: CAST, 'shown as 404': /showError\([^)]*\b404\b/ }
  const server = files.filter((file) => kindOf(file) !== 'browser')

  it.each(Object.entries(FORBIDDEN))('is read by a schema or answered by throwing NotFound, never %s', (_, pattern) => {
    expect(server.filter((file) => pattern.test(textOf(file)))).toEqual([])
  })

  it('is seen when it is not', () => {
    for (const line of [
      'const { name } = request.params as { name: string }',
      'const body = request.body as Form | undefined',
      'return { db, query: query as Query }',
      '(request.query as { language?: string })?.language',
    ])
      expect(CAST.test(line), line).toBe(true)
    for (const line of ['issue.params as { problem: string }', 'readForm(schema, request.body)'])
      expect(CAST.test(line), line).toBe(false)
    expect(FORBIDDEN['shown as 404'].test('return showError(request, reply, 404)')).toBe(true)
  })
})

function arrow(one: Import): string {
  return `${one.from} → ${one.to}`
}
