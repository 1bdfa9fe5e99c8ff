import { describe, expect, it } from 'vitest'
import { filesIn, type Import, importsOf, textOf } from './sources.ts'

const files = ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))
const imports = files.flatMap(importsOf)
const name = (file: string) => file.split('/').at(-1)!
const room = (file: string) => (file.startsWith('src/') && file.split('/').length > 2 ? file.split('/')[1]! : '')

const isStore = (file: string) => /^store(-[\w-]+)?\.ts$/.test(name(file))
const isRoutes = (file: string) => /^routes(-[\w-]+)?\.ts$/.test(name(file))
const broken = (used: (one: Import) => boolean, allowed: (file: string) => boolean) =>
  imports.filter((one) => used(one) && !allowed(one.from)).map((one) => `${one.from} → ${one.to}`)

describe('doors of the house', () => {
  it('sees the imports at all', () => {
    expect(imports.length).toBeGreaterThan(150)
    expect(importsOf('src/app.ts').map((one) => one.to)).toContain('fastify')
  })

  it('lets Fastify in only at routes, web and the start', () => {
    const fastify = (one: Import) => one.isPackage && (one.to === 'fastify' || one.to.startsWith('@fastify/'))
    expect(broken(fastify, (file) => isRoutes(file) || file.startsWith('src/web/') || file === 'src/app.ts')).toEqual(
      [],
    )
  })

  it('lets drizzle and SQLite in only at stores and db', () => {
    const database = (one: Import) => one.isPackage && /^(drizzle-orm|better-sqlite3)(\/|$)/.test(one.to)
    expect(
      broken(database, (file) => isStore(file) || file.startsWith('db/') || /^fixtures\/load[\w-]*\.ts$/.test(file)),
    ).toEqual([])
  })

  it('lets exceljs in only where workbooks are written', () => {
    const excel = (one: Import) => one.isPackage && one.to === 'exceljs'
    expect(broken(excel, (file) => ['write-xlsx.ts', 'template.ts', 'upload.ts'].includes(name(file)))).toEqual([])
  })

  it('lets Chart.js in only in the browser', () => {
    expect(
      broken(
        (one) => one.to.startsWith('chart.js'),
        (file) => file.startsWith('src/browser/'),
      ),
    ).toEqual([])
  })

  it('keeps routes, forms and pages inside their own room', () => {
    const inner = (one: Import) =>
      !one.isPackage && room(one.to) !== room(one.from) && /^(routes|form|page)(-[\w-]+)?\.ts$/.test(name(one.to))
    expect(
      broken(
        (one) => inner(one) && room(one.to) !== 'web',
        (file) => file === 'src/app.ts',
      ),
    ).toEqual([])
  })

  it('keeps the pure core from the clock, the environment, the disk and the database', () => {
    const pure = files.filter((file) => isPure(file))
    expect(pure.length).toBeGreaterThan(15)
    const reaching = pure.filter((file) =>
      /\bDate\.now\(|new Date\(\)|process\.env|node:fs|Math\.random\(/.test(textOf(file)),
    )
    expect(reaching).toEqual([])
    const leading = imports.filter(
      (one) => pure.includes(one.from) && !one.isPackage && (isStore(one.to) || one.to.startsWith('db/')),
    )
    expect(leading.map((one) => `${one.from} → ${one.to}`)).toEqual([])
  })

  it('has no cycles', () => {
    expect(cycleIn(imports.filter((one) => !one.isPackage && one.to.endsWith('.ts')))).toBeNull()
  })

  it('lets only suppress make a publishable table', () => {
    const makers = files.filter((file) => /as (unknown as )?PublishableTable\b/.test(textOf(file)))
    expect(makers.filter((file) => !/^src\/disclosure\/suppress(-[\w-]+)?\.ts$/.test(file))).toEqual([])
  })
})

/** Pure: the files that carry rules. Stores, routes, web, wiring and scripts for the page touch the world. */
function isPure(file: string): boolean {
  const rooms = [
    'indicators',
    'periods',
    'places',
    'partners',
    'submissions',
    'figures',
    'disclosure',
    'charts',
    'releases',
    'settings',
    'trail',
  ]
  if (!rooms.includes(room(file))) return false
  return !isStore(file) && !isRoutes(file) && !/worker|solver|write-xlsx|in-worker|page/.test(name(file))
}

function cycleIn(edges: Import[]): string[] | null {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return null
  }
  for (const file of next.keys()) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return null
}
