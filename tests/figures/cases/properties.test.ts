import { describe, expect, it } from 'vitest'
import { quarterCode } from '../../../src/calendar/quarter.ts'
import fc from '../../fast-check.ts'
import { NOW, q } from '../../support/world.ts'
import { figureCase } from './case.ts'
import { type CaseFigure, figureOf } from './case-figure.ts'

const PLACES = ['A', 'B', 'C', 'A-1', 'A-2']
const QUARTERS = ['2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4']
const SEX = ['female', 'male', 'not recorded']
type Raw = Record<string, unknown> & {
  values: Record<string, unknown>[]
  due: Record<string, unknown>[]
  ask: Record<string, unknown>
}

const places = [{ code: 'A' }, { code: 'B' }, { code: 'C' }, { code: 'A-1', parent: 'A' }, { code: 'A-2', parent: 'A' }]
const everybody = PLACES.flatMap((place) => QUARTERS.map((quarter) => ({ partner: `of ${place}`, place, quarter })))
const amount = fc.oneof(
  fc.nat(500),
  fc.nat(50_000).map((n) => n / 100),
)

/** Submissions that came, with a value each: numbers come later, so that one set can be filled for any measure. */
const came = fc.subarray(everybody, { minLength: 1 })

const counted = (overTime: string, values: object[], due: object[] = everybody): Raw => ({
  indicator: { measure: 'count', overPlaces: 'sum', overTime },
  places,
  due: due as Raw['due'],
  values: values as Raw['values'],
  ask: { places: '*', from: '2020-Q1', to: '2020-Q4' },
})
const amounts = fc
  .tuple(came, fc.array(amount, { minLength: 20, maxLength: 20 }))
  .map(([submissions, numbers]) =>
    submissions.map((one, i) => ({ ...one, state: 'reported', cells: [{ amount: numbers[i] }] })),
  )
const overTime = fc.constantFrom('sum', 'latest', 'life')
const figure = (given: Raw, ask: object = {}): CaseFigure =>
  figureOf(figureCase.parse({ ...given, ask: { ...given.ask, ...ask } }), NOW)
const cents = (n: number | null | undefined) => Math.round((n ?? 0) * 100)

describe('adding up', () => {
  it('does not depend on the order of entries', () => {
    fc.assert(
      fc.property(amounts, overTime, fc.infiniteStream(fc.nat()), (values, time, dice) => {
        const shuffled = [...values]
          .map((value) => [dice.next().value as number, value] as const)
          .sort((a, b) => a[0] - b[0])
        expect(
          figure(
            counted(
              time,
              shuffled.map(([, value]) => value),
            ),
          ),
        ).toEqual(figure(counted(time, values)))
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same when places are split and added up again', () => {
    fc.assert(
      fc.property(amounts, overTime, (values, time) => {
        const given = counted(time, values)
        const whole = figure(given)
        const parts = [['A'], ['B'], ['C']].map((one) => figure(given, { places: one }))
        expect(parts.reduce((sum, part) => sum + cents(part.value), 0)).toBe(cents(whole.value))
        expect(parts.reduce((sum, part) => sum + part.coverage[0], 0)).toBe(whole.coverage[0])
        expect(parts.reduce((sum, part) => sum + part.coverage[1], 0)).toBe(whole.coverage[1])
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same when a flow is split into quarters and added up again', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const given = counted('sum', values)
        const parts = QUARTERS.map((quarter) => figure(given, { from: quarter, to: quarter }))
        expect(parts.reduce((sum, part) => sum + cents(part.value), 0)).toBe(cents(figure(given).value))
        expect(parts.reduce((sum, part) => sum + part.coverage[0], 0)).toBe(figure(given).coverage[0])
      }),
      { numRuns: 30 },
    )
  })

  it('never lets a blank change a value, only coverage', () => {
    fc.assert(
      fc.property(amounts, fc.subarray(everybody), overTime, (values, more, time) => {
        const answered = new Set(values.map(({ partner, quarter }) => `${partner}/${quarter}`))
        const blank = more.filter(({ partner, quarter }) => !answered.has(`${partner}/${quarter}`))
        // Who is asked in the last quarter decides whose stock counts, so all of them are, before and after.
        const last = time === 'sum' ? [] : everybody.filter(({ quarter }) => quarter === '2020-Q4')
        const asked = [...values, ...last]
        const before = figure(counted(time, values, asked))
        const after = figure(
          counted(time, [...values, ...blank.map((one) => ({ ...one, state: 'not reported' }))], [...asked, ...blank]),
        )
        expect([after.state, after.value]).toEqual([before.state, before.value])
        expect(after.coverage[0]).toBe(before.coverage[0])
        expect(after.coverage[1]).toBeGreaterThanOrEqual(before.coverage[1])
        expect(after.flags.includes('partial')).toBe(after.coverage[0] < after.coverage[1])
      }),
      { numRuns: 40 },
    )
  })

  it('scales with its amounts', () => {
    fc.assert(
      fc.property(amounts, overTime, fc.integer({ min: 1, max: 1000 }), (values, time, factor) => {
        const scaled = values.map((one) => ({
          ...one,
          cells: one.cells.map((cell) => ({ amount: cell.amount! * factor })),
        }))
        expect(cents(figure(counted(time, scaled)).value)).toBe(
          cents((figure(counted(time, values)).value ?? 0) * factor),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('keeps a ratio and a mean within their parts', () => {
    const pairs = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 })), { minLength: 2, maxLength: 15 })
    fc.assert(
      fc.property(pairs, fc.constantFrom('ratio', 'mean'), (numbers, measure) => {
        const parts = numbers.map(([value, base]) => (measure === 'ratio' ? value / base : value))
        const values = numbers.map(([value, base], i) => ({
          ...everybody[i]!,
          state: 'reported',
          cells: [measure === 'ratio' ? { numerator: value, denominator: base } : { mean: value, n: base }],
        }))
        const { value } = figure({
          ...counted('sum', values),
          indicator: { measure, overPlaces: 'sum', overTime: 'sum' },
        })
        expect(value).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...parts) + 1e-9)
      }),
      { numRuns: 40 },
    )
  })

  it('makes the total of its categories', () => {
    const cells = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(came, cells, overTime, (submissions, numbers, time) => {
        const values = submissions.map((one, i) => ({
          ...one,
          state: 'reported',
          cells: SEX.map((sex, s) => ({ of: { sex }, amount: numbers[i]![s] })),
        }))
        const parts = SEX.map((sex) => figure(counted(time, values), { cell: { sex } }))
        const whole = figure(counted(time, values))
        expect(parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(whole.value ?? 0)
        for (const part of parts) expect(part.coverage).toEqual(whole.coverage)
      }),
      { numRuns: 30 },
    )
  })
})

describe('time and maps', () => {
  const instant = (n: number) => new Date(Date.UTC(2020, 6, 1) + n * 86_400_000).toISOString()

  it('as at an instant, a figure does not change with what is corrected later', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.nat(19),
        amount,
        fc.integer({ min: 1, max: 100 }),
        overTime,
        (values, at, corrected, later, time) => {
          const which = at % values.length
          const before = values.map((one) => ({ ...one, approvedFrom: instant(0) }))
          const after = before.flatMap((one, i) =>
            i === which
              ? [
                  { ...one, approvedTo: instant(later) },
                  { ...one, approvedFrom: instant(later), cells: [{ amount: corrected }] },
                ]
              : [one],
          )
          const asAt = { asAt: instant(later - 1) }
          expect(figure(counted(time, after), asAt)).toEqual(figure(counted(time, before), asAt))
          expect(figure(counted(time, after), { asAt: instant(-1) }).value).toBeNull()
        },
      ),
      { numRuns: 40 },
    )
  })

  it("on today's map a successor holds its predecessors and itself, and the project what it held", () => {
    fc.assert(
      fc.property(amounts, overTime, (values, time) => {
        const merged = {
          ...counted(time, values),
          successions: [
            { from: 'A', to: 'C', on: '2025-07-01' },
            { from: 'B', to: 'C', on: '2025-07-01' },
          ],
        }
        const parts = [['A'], ['B'], ['C']].map((one) => figure(merged, { places: one }))
        const successor = figure(merged, { places: ['C'], map: 'today' })
        expect(cents(successor.value)).toBe(parts.reduce((sum, part) => sum + cents(part.value), 0))
        expect(successor.coverage).toEqual(figure(merged).coverage)
        expect(figure(merged, { map: 'today' })).toEqual({ ...figure(merged), flags: successor.flags })
        expect(successor.flags).toContain('break')
      }),
      { numRuns: 30 },
    )
  })

  it('mergers and hand-overs are nothing to a flow, and to a stock of everybody asked to the end', () => {
    const handed = { from: { partner: 'of A', place: 'A' }, to: { partner: 'of B', place: 'B' } }
    const merged = [{ from: 'A-1', to: 'A-2', on: '2020-07-01' }]
    fc.assert(
      fc.property(amounts, overTime, (values, time) => {
        const given = counted(time, values)
        expect(figure({ ...given, handovers: [handed], successions: merged })).toEqual(figure(given))
      }),
      { numRuns: 20 },
    )
  })

  it('what is provisional is what would be approved', () => {
    fc.assert(
      fc.property(amounts, amounts, overTime, (approved, handedIn, time) => {
        const names = new Set(handedIn.map(({ partner, quarter }) => `${partner}/${quarter}`))
        const kept = approved.filter(({ partner, quarter }) => !names.has(`${partner}/${quarter}`))
        const given = counted(time, [...approved, ...handedIn.map((one) => ({ ...one, basis: 'submitted' }))])
        const { flags, ...provisional } = figure(given, { basis: 'provisional' })
        const { flags: without, ...later } = figure(counted(time, [...kept, ...handedIn]))
        expect(provisional).toEqual(later)
        expect(flags.filter((flag) => flag !== 'provisional')).toEqual(without)
        expect(figure(given)).toEqual(figure(counted(time, approved)))
      }),
      { numRuns: 30 },
    )
  })

  it('a stock is that of the last quarter in which each has reported', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const last = new Map<string, number>()
        for (const { partner, cells } of [...values].sort((a, b) => q(a.quarter) - q(b.quarter)))
          last.set(partner, cells[0]!.amount!)
        const expected = [...last.values()].reduce((sum, one) => sum + cents(one), 0)
        expect(cents(figure(counted('latest', values)).value)).toBe(expected)
      }),
      { numRuns: 30 },
    )
    expect(QUARTERS.map((one) => quarterCode(q(one)))).toEqual(QUARTERS)
  })
})
