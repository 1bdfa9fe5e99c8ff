import { describe, expect, it } from 'vitest'
import { filesIn, type Import, importsOf, textOf } from './sources.ts'

const files = ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))
const imports = files.flatMap(importsOf)
const name = (file: string) => file.split('/').at(-1)!
const room = (file: string) => (file.startsWith('src/') && file.split('/').length > 2 ? file.split('/')[1]! : '')

const isRoutes = (file: string) => /^([\w-]+-)?routes\.ts$/.test(name(file))
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

  it('lets exceljs in only where workbooks are written and read', () => {
    const excel = (one: Import) => one.isPackage && one.to === 'exceljs'
    expect(
      broken(
        excel,
        (file) =>
          file.startsWith('src/spreadsheet/writing/') ||
          ['write-xlsx.ts', 'read-xlsx.ts', 'theme.ts'].includes(name(file)),
      ),
    ).toEqual([])
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
      !one.isPackage &&
      room(one.to) !== room(one.from) &&
      /^([\w-]+-)?(routes|form|page)\.ts$|^(form|page)-[\w-]+\.ts$/.test(name(one.to))
    expect(
      broken(
        (one) => inner(one) && room(one.to) !== 'web',
        (file) => file === 'src/app.ts',
      ),
    ).toEqual([])
  })

  it('lets pages of figures ask through the one that they are looked at as, but for where figures come from and examples of help', () => {
    const asks = (one: Import) => one.to === 'src/figures/ask.ts' && room(one.from) === 'dashboards'
    const allowed = ['donor-view/answer-load.ts', 'origin/load.ts', 'examples/load.ts']
    expect(imports.filter(asks)).toHaveLength(allowed.length)
    expect(broken(asks, (file) => allowed.some((one) => file === `src/dashboards/${one}`))).toEqual([])
  })

  it('has no cycles', () => {
    expect(cycleIn(imports.filter((one) => !one.isPackage && one.to.endsWith('.ts')))).toBeNull()
  })

  it('lets only suppress make a publishable table', () => {
    const makers = files.filter((file) => /as (unknown as )?PublishableTable\b/.test(textOf(file)))
    expect(makers.filter((file) => !/^src\/disclosure\/suppress(-[\w-]+)?\.ts$/.test(file))).toEqual([])
  })
})

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
