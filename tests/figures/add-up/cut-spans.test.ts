import { describe, expect, it } from 'vitest'
import { type Quarter, quarterCode } from '../../../src/calendar/quarter.ts'
import { cut, quartersIn } from '../../../src/calendar/span.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { redefineIndicator } from '../../../src/framework/definitions/redefine.ts'
import { valueSpansIn } from '../../../src/indicators/definitions/value-spans.ts'
import { isDueIn } from '../../../src/indicators/frequency.ts'
import { historiesAsAt } from '../../../src/indicators/store.ts'
import { type Frequency, YEAR_STARTS, type YearStart } from '../../../src/vocabulary/indicator.ts'
import fc from '../../fast-check.ts'
import { NOW, q, span, World } from '../../support/world.ts'

const HALF_YEARLY = { from: q('2020-Q3'), to: null, changes: { frequency: 'half-yearly' as const } }
const PROJECT = { from: q('2019-Q1'), to: q('2021-Q4') }

/** One partner in each of two provinces, with a value wherever one is due, no two of them alike. */
function reported(frequency: Frequency, yearStart: YearStart, first = '2019-Q1'): World {
  const world = new World(first).place('HP').place('NA')
  world
    .indicator('flow', { frequency, yearStart })
    .indicator('stock', { frequency, yearStart, rules: ['count', 'sum', 'latest'] })
  let amount = 1
  for (const code of ['flow', 'stock'])
    for (const place of ['HP', 'NA']) {
      world.assign(code, place, `${place}'s`)
      for (const quarter of quartersIn(PROJECT)) {
        if (!isDueIn({ frequency, yearStart, rounds: [] }, quarter)) continue
        world.fact([code, place, quarterCode(quarter)], amount)
        amount += (amount % 7) + 3
      }
    }
  return world
}

describe('a period that cuts the spans of values', () => {
  it.each([
    // What is asked, of what, what is said.
    ['half-yearly', 1, '2019-Q1', '2019-Q2', 'reported'],
    ['half-yearly', 1, '2019-Q4', '2019-Q4', 'not formed'],
    ['half-yearly', 1, '2019-Q3', '2019-Q3', 'not due'],
    ['half-yearly', 1, '2019-Q2', '2020-Q1', 'not formed'],
    ['half-yearly', 1, '2019-Q3', '2020-Q2', 'reported'],
    ['half-yearly', 4, '2019-Q2', '2020-Q1', 'reported'],
    ['half-yearly', 4, '2020-Q1', '2020-Q4', 'not formed'],
    ['annual', 1, '2019-Q2', '2020-Q1', 'not formed'],
    ['annual', 1, '2020-Q1', '2020-Q4', 'reported'],
    ['annual', 4, '2019-Q2', '2020-Q1', 'reported'],
    ['annual', 4, '2020-Q1', '2020-Q4', 'not formed'],
    // From the beginning of the project nothing is cut: what was asked for within it belongs to it.
    ['annual', 4, '2019-Q1', '2019-Q4', 'reported'],
  ] as const)('%s from month %i, asked for %s to %s: %s', (frequency, yearStart, from, to, state) => {
    const world = reported(frequency, yearStart)
    for (const code of ['flow', 'stock']) {
      const figure = world.figure(code, '*', from, to)
      expect([code, figure.state, figure.value === null]).toEqual([code, state, state !== 'reported'])
    }
  })

  it('keeps its coverage, which is of reports and not of days', () => {
    const world = reported('annual', 1)
    expect(world.figure('flow', '*', '2019-Q4')).toEqual({
      state: 'not formed',
      value: null,
      coverage: [2, 2],
      flags: [],
    })
  })

  it('is not one for what is not asked for, or applies to nobody', () => {
    const world = new World('2019-Q1').place('HP').place('NA')
    world.indicator('flow', { frequency: 'annual' }).assign('flow', 'HP', 'police')
    world.fact(['flow', 'HP', '2019-Q4', 'police'], 'n/a')
    expect(world.figure('flow', ['HP'], '2019-Q4').state).toBe('not applicable')
    expect(world.figure('flow', ['NA'], '2019-Q4').state).toBe('not due')
  })

  it('says what it covers where it ends before it: what came until then', () => {
    const answer = reported('half-yearly', 1).ask({
      indicators: ['flow', 'stock'],
      spans: [span('2019-Q1', '2020-Q3')],
    })
    const key = '2019-Q1..2020-Q3'
    expect(answer.covers('flow', key)).toEqual({ from: q('2019-Q1'), to: q('2020-Q2') })
    expect(answer.covers('stock', key)).toEqual({ from: q('2020-Q1'), to: q('2020-Q2') })
    expect(answer.figure('flow', '*', key).state).toBe('reported')
  })

  it('never gives a number, and a period of whole spans gives what they give together, in any project', () => {
    const frequency = fc.constantFrom<Frequency>('quarterly', 'half-yearly', 'annual')
    const quarter = fc.integer({ min: PROJECT.from, max: PROJECT.to })
    fc.assert(
      fc.property(frequency, fc.constantFrom(...YEAR_STARTS), quarter, quarter, (often, start, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const world = reported(often, start)
        const [history] = historiesAsAt(world.db)
        const spans = valueSpansIn(history!, { from, to })
        const isCut = spans.some((own) => own.from < from) && from > PROJECT.from
        const codeOf = (at: Quarter) => quarterCode(at)
        const whole = world.figure('flow', '*', codeOf(from), codeOf(to))
        if (isCut || spans.length === 0) {
          expect(whole).toMatchObject({ state: isCut ? 'not formed' : 'not due', value: null })
          return
        }
        const parts = spans.map((own) => world.figure('flow', '*', codeOf(own.from), codeOf(own.to)).value!)
        expect(whole.value).toBe(parts.reduce((sum, value) => sum + value, 0))
        const last = spans.at(-1)!
        const stock = world.figure('stock', '*', codeOf(from), codeOf(to)).value
        expect(stock).toBe(world.figure('stock', '*', codeOf(last.from), codeOf(last.to)).value)
      }),
      { numRuns: 60 },
    )
  })

  it('is found by the second working too, by any calendar and over any change of it', () => {
    for (const start of YEAR_STARTS) {
      const world = reported('annual', start)
      for (const code of ['flow', 'stock'])
        expect(redefineIndicator(world.db, null, code, HALF_YEARLY, NOW - 1)).toBeNull()
      const asked = quartersIn(PROJECT).flatMap((from) =>
        quartersIn({ from, to: PROJECT.to }).map((to) => ({ key: `${from} ${to}`, from, to })),
      )
      const fiscal = cut(PROJECT, 'fiscal-year', start).map(({ key, from, to }) => ({ key, from, to }))
      const audit = auditFigures(world.db, NOW, [...asked, ...fiscal])
      expect(audit.differences.map(String)).toEqual([])
      expect(audit.compared).toBeGreaterThan(400)
    }
  })
})
