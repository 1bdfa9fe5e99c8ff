import { describe, expect, it } from 'vitest'
import type { MultiplePoint, MultipleSeries } from '../../../src/charts/small-multiple/model.ts'
import { smallMultipleOf } from '../../../src/charts/small-multiple/small-multiple.ts'
import type { Figure } from '../../../src/figures/figure.ts'

const FIRST = 2020 * 4

/** A value of a quarter, counted from the first on, or of several. */
function point(nth: number, value: number | null, more: Partial<Figure> & { quarters?: number } = {}): MultiplePoint {
  const { quarters = 1, ...rest } = more
  const state = value === null ? 'not reported' : 'reported'
  const figure: Figure = { state, value, coverage: [1, 1], flags: [], ...rest }
  const to = FIRST + nth
  return { from: to - quarters + 1, to, shown: { kind: 'figure', figure, target: null, progress: null }, planned: null }
}
const planned = (one: MultiplePoint, value: number): MultiplePoint => ({ ...one, planned: value })
const sums = (points: MultiplePoint[]): MultiplePoint[] => points.map((one) => ({ ...one, from: FIRST }))

const series = (more: Partial<MultipleSeries>): MultipleSeries => ({
  kind: 'line',
  span: { from: FIRST, to: FIRST + 3 },
  points: [],
  toDate: [],
  stages: [],
  fromZero: true,
  numberText: String,
  ...more,
})
const drawn = (more: Partial<MultipleSeries>) => smallMultipleOf(series(more))!

describe('sums of periods', () => {
  const points = [point(0, 10), point(1, 0), point(2, 20), point(3, null)]
  const toDate = sums([point(0, 10), point(1, 10), point(2, 30), point(3, 30, { flags: ['partial'] })]).map(
    (one, nth) => planned(one, [10, 20, 30, 40][nth]!),
  )
  const picture = () => drawn({ kind: 'bars', points, toDate })

  it('are bars from nothing, with what they come to as a line and its planned path beside it, all on one axis', () => {
    expect(picture().grid.map(({ label, y }) => [label, y])).toEqual([
      ['0', 88],
      ['40', 14],
    ])
    expect(picture().bars.map(({ height }) => height)).toEqual([18.5, 37])
    expect(picture().line.match(/[ML]/g)?.join('')).toBe('MLLL')
    expect(picture().plan).toMatch(/^M\S+ 69.5L\S+ 51L\S+ 32.5L\S+ 14$/)
  })

  it('have a 0 where nothing was counted and a sign where nothing came, never one for the other', () => {
    expect(picture().signs.map(({ text }) => text)).toEqual(['0', '[x]'])
  })

  it('end in a hollow point where reports are missing', () => {
    expect(picture().dots).toEqual([{ x: expect.any(Number), y: 32.5, hollow: true }])
  })

  it('have hollow bars where they are not settled', () => {
    const [full, hollow] = drawn({ kind: 'bars', points: [point(0, 4), point(1, 4, { flags: ['provisional'] })] }).bars
    expect([full!.hollow, hollow!.hollow]).toEqual([false, true])
  })

  it('begin anew with another phase', () => {
    const second = [point(0, 10), point(1, 5)].map((one, nth) => ({ ...one, from: FIRST + nth }))
    expect(drawn({ kind: 'bars', points: [point(0, 10), point(1, 5)], toDate: second }).line).toMatch(/^M\S+ \S+M/)
  })

  it('are as wide as the time they cover', () => {
    const [quarter, year] = drawn({
      kind: 'bars',
      span: { from: FIRST, to: FIRST + 7 },
      points: [point(0, 1), point(7, 1, { quarters: 4 })],
    }).bars
    expect(year!.width).toBeGreaterThan(4 * quarter!.width)
  })
})

describe('a stock, a share or a mean', () => {
  it('is a line that is broken where something due has no number, with the planned path dashed', () => {
    const points = [
      planned(point(0, 1), 1),
      planned(point(1, null), 2),
      planned(point(2, 3), 3),
      planned(point(3, 4), 4),
    ]
    const { line, plan, signs, bars } = drawn({ points })
    expect(line.match(/[ML]/g)?.join('')).toBe('MML')
    expect(plan.match(/[ML]/g)?.join('')).toBe('MLLL')
    expect(signs.map(({ text }) => text)).toEqual(['[x]'])
    expect(bars).toEqual([])
  })

  it('begins at nothing where its height means something, else at its lowest value', () => {
    const points = [point(0, 50), point(1, 60)]
    expect(drawn({ points }).grid.map(({ label }) => label)).toEqual(['0', '60'])
    expect(drawn({ points, fromZero: false }).grid.map(({ label }) => label)).toEqual(['50', '60'])
  })

  it('has its marks over its points', () => {
    const { signs } = drawn({
      points: [point(0, 5), point(1, 6, { flags: ['revised'] }), point(2, 7, { flags: ['break'] })],
    })
    expect(signs.map(({ text }) => text)).toEqual(['[r]', '[b]'])
  })

  it('has a shorter sign where there is no room for one in brackets', () => {
    const span = { from: FIRST, to: FIRST + 39 }
    const points = [point(0, 5), point(1, null), point(2, null, { state: 'not applicable' })]
    expect(drawn({ span, points }).signs.map(({ text }) => text)).toEqual(['x', 'z'])
  })
})

describe('stages', () => {
  const stages = ['none', 'drafted', 'issued']

  it('are steps between lines that bear their names', () => {
    const { line, grid } = drawn({
      kind: 'steps',
      stages,
      points: [point(0, 0), point(1, 1), point(2, 1), point(3, 2)],
    })
    expect(grid.map(({ label }) => label)).toEqual(stages)
    expect(line).toMatch(/^M6 88H\S+V51H\S+H\S+V14H272$/)
  })

  it('of several reporters are how many of them are there', () => {
    const { grid } = drawn({ kind: 'steps', points: [point(0, 1, { of: 5 }), point(1, 2, { of: 5 })] })
    expect(grid.map(({ label }) => label)).toEqual(['0', '5'])
  })
})

describe('pictures beside each other', () => {
  it('have the same time from end to end, whatever each has of it', () => {
    const span = { from: FIRST, to: FIRST + 7 }
    const [one, other] = [drawn({ span, points: [point(0, 5)] }), drawn({ span, points: [point(6, 5), point(7, 5)] })]
    expect(one.years).toEqual(other.years)
    // One value is a point, and no line.
    expect([one.line.includes('L'), one.dots.length]).toEqual([false, 1])
    expect(one.years.map(({ label }) => label)).toEqual(['2020', '2021'])
    expect(other.dots[0]!.x).toBeGreaterThan(one.dots[0]!.x + 100)
  })

  it('name some of many years', () => {
    const { years } = drawn({ span: { from: FIRST + 1, to: FIRST + 40 }, points: [point(1, 5)] })
    expect(years.map(({ label }) => label)).toEqual(['2020', '2022', '2024', '2026', '2028', '2030'])
    expect(years[0]!.x).toBe(12)
  })

  it('of what has no number at all there is none', () => {
    expect(smallMultipleOf(series({ points: [point(0, null)] }))).toBeNull()
  })
})
