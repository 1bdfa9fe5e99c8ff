import { describe, expect, it } from 'vitest'
import { type Quarter, quarterCode } from '../../src/calendar/quarter.ts'
import { quartersIn } from '../../src/calendar/span.ts'
import { atWork, beginningsOf, isPause, lastPhaseBy, outOfTimeAt, pausesOf } from '../../src/project/phase.ts'
import fc from '../fast-check.ts'
import { q } from '../support/small-project.ts'

const phase = (code: string, from: string, to: string) => ({
  code,
  name: { vi: code, en: code },
  from: q(from),
  to: q(to),
})
const project = (...phases: ReturnType<typeof phase>[]) => ({
  firstQuarter: q('2019-Q1'),
  lastQuarter: q('2026-Q4'),
  phases,
})
const TWO = project(phase('one', '2019-Q1', '2021-Q4'), phase('two', '2025-Q1', '2026-Q4'))
const codes = (spans: { from: Quarter; to: Quarter }[]) =>
  spans.map(({ from, to }) => `${quarterCode(from)}..${quarterCode(to)}`)

describe('the phases of a project', () => {
  it('are one from its first quarter to its last where none are given', () => {
    expect(codes(atWork(project()))).toEqual(['2019-Q1..2026-Q4'])
    expect(pausesOf(project())).toEqual([])
    expect(lastPhaseBy(project(), q('2020-Q1'))).toBe(null)
  })

  it('begin anew with the project and with each of them', () => {
    expect(beginningsOf(TWO).map(quarterCode)).toEqual(['2019-Q1', '2019-Q1', '2025-Q1'])
    expect(beginningsOf(project()).map(quarterCode)).toEqual(['2019-Q1'])
  })

  it.each([
    [TWO, ['2019-Q1..2021-Q4', '2025-Q1..2026-Q4'], ['2022-Q1..2024-Q4']],
    [project(phase('late', '2020-Q1', '2020-Q2')), ['2020-Q1..2020-Q2'], ['2019-Q1..2019-Q4', '2020-Q3..2026-Q4']],
    [
      project(phase('one', '2019-Q1', '2020-Q4'), phase('two', '2021-Q1', '2026-Q4')),
      ['2019-Q1..2020-Q4', '2021-Q1..2026-Q4'],
      [],
    ],
  ] as const)('have pauses between them and before and after them: %#', (given, working, pauses) => {
    expect(codes(atWork(given))).toEqual(working)
    expect(codes(pausesOf(given))).toEqual(pauses)
  })

  it.each([
    ['2018-Q4', false, null],
    ['2019-Q1', false, 'one'],
    ['2021-Q4', false, 'one'],
    ['2022-Q1', true, 'one'],
    ['2024-Q4', true, 'one'],
    ['2025-Q1', false, 'two'],
    ['2026-Q4', false, 'two'],
    ['2027-Q1', false, 'two'],
  ])('in %s: a pause %s, the last phase %s', (quarter, pause, last) => {
    expect(isPause(TWO, q(quarter))).toBe(pause)
    expect(lastPhaseBy(TWO, q(quarter))?.code ?? null).toBe(last)
  })

  it.each([
    [TWO, '2018-Q4', 'before-project'],
    [TWO, '2019-Q1', null],
    [TWO, '2021-Q4', null],
    [TWO, '2022-Q1', 'in-pause'],
    [TWO, '2024-Q4', 'in-pause'],
    [TWO, '2025-Q1', null],
    [TWO, '2025-Q2', 'too-early'],
    [TWO, '2027-Q1', 'after-project'],
    [project(), '2022-Q1', null],
    [project(), '2025-Q2', 'too-early'],
    [project(), '2027-Q1', 'after-project'],
    [null, '2018-Q4', null],
    [null, '2025-Q2', 'too-early'],
  ] as const)('%#: on the last day of March 2025, %s: %s', (given, quarter, why) => {
    const now = Date.parse('2025-03-31T23:59:59+07:00')
    expect(outOfTimeAt(given, q(quarter), now)).toBe(why)
    if (why === 'too-early') expect(outOfTimeAt(given, q(quarter), now + 1000)).toBe(null)
  })

  it('and its pauses are all its quarters, each once', () => {
    const [first, last] = [q('2019-Q1'), q('2026-Q4')]
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: first, max: last }), { maxLength: 6 }), (ends) => {
        const sorted = ends.sort((a, b) => a - b)
        const phases = sorted.flatMap((from, nth) => {
          const to = sorted[nth + 1]
          return nth % 2 === 0 && to !== undefined ? [{ code: `${nth}`, name: { vi: '', en: '' }, from, to }] : []
        })
        const given = { firstQuarter: first, lastQuarter: last, phases }
        const all = [...atWork(given), ...pausesOf(given)].flatMap(quartersIn).sort((a, b) => a - b)
        expect(all).toEqual(quartersIn({ from: first, to: last }))
        for (const at of all)
          expect(isPause(given, at)).toBe(pausesOf(given).some(({ from, to }) => from <= at && at <= to))
      }),
    )
  })
})
