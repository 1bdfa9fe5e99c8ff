import { describe, expect, it } from 'vitest'
import { NO_HEIRS } from '../../../src/assignments/heirs.ts'
import type { Due } from '../../../src/assignments/owed.ts'
import { linesOf } from '../../../src/figures/add-up/line.ts'
import { type ReporterSum, type RunSum, reporterSum } from '../../../src/figures/add-up/reporter-sum.ts'

const due = (...quarters: number[]): Due => ({ count: quarters.length, last: quarters.at(-1) ?? null, quarters })

function run(from: number, value: number, more: Partial<RunSum> = {}): RunSum {
  const sums = { value, base: value * 10, product: value * 100 }
  return { from, reported: 1, stray: 0, notApplicable: 0, latest: from, ...sums, cells: 1, provisional: 0, ...more }
}
const away = (from: number) => run(from, 0, { reported: 0, notApplicable: 1, latest: null, cells: 0 })
const stray = (from: number, value: number) => run(from, value, { stray: 1 })

/** Alone, a reporter is its own line. */
const isCarried = (sum: ReporterSum) => linesOf('latest', [sum], NO_HEIRS).lines[0]!.carried

describe('a reporter over time', () => {
  it('sums its quarters', () => {
    const came = [run(1, 5), run(2, 6, { cells: 3 })]
    expect(reporterSum('r', 'sum', due(1, 2, 3), came, came, false)).toEqual({
      reporter: 'r',
      due: 3,
      expected: 3,
      reported: 2,
      lastDue: 3,
      latest: null,
      quarters: [],
      sums: { value: 11, base: 110, product: 1100 },
      cells: 3,
      provisional: false,
      revised: false,
      joined: false,
    })
  })

  it('takes its latest quarter with a value, and says when it is older than the last one due', () => {
    const came = [run(1, 5, { cells: 4, provisional: 1 }), run(2, 6), away(3)]
    const sum = reporterSum('r', 'latest', due(1, 2, 3), came, came, true)
    expect(sum.sums).toEqual({ value: 6, base: 60, product: 600 })
    expect(isCarried(sum)).toBe(true)
    expect(sum).toMatchObject({
      due: 3,
      expected: 2,
      reported: 2,
      lastDue: 3,
      latest: 2,
      cells: 1,
      provisional: false,
      revised: false,
      joined: true,
    })
  })

  it('is not carried when the latest value is that of the last quarter due, or later', () => {
    const came = [run(1, 5), run(2, 6)]
    expect(isCarried(reporterSum('r', 'latest', due(1, 2), came, came, false))).toBe(false)
    expect(isCarried(reporterSum('r', 'latest', due(1), came, came, false))).toBe(false)
    expect(isCarried(reporterSum('r', 'latest', due(), [stray(1, 5)], [stray(1, 5)], false))).toBe(false)
  })

  it('looks at the latest quarter within a run of several', () => {
    const both = run(1, 9, { reported: 2, latest: 3, provisional: 1 })
    expect(isCarried(reporterSum('r', 'latest', due(1, 2, 3), [both], [both], false))).toBe(false)
    expect(reporterSum('r', 'life', due(1, 2, 3), [both], [both], false)).toMatchObject({
      lastDue: 3,
      latest: 3,
      provisional: true,
      reported: 2,
    })
    expect(isCarried(reporterSum('r', 'latest', due(1, 2, 3, 4), [both], [both], false))).toBe(true)
  })

  it('has no latest value when nothing came', () => {
    expect(reporterSum('r', 'latest', due(1, 2), [], [], false)).toMatchObject({
      sums: { value: 0, base: 0, product: 0 },
      cells: 0,
      reported: 0,
      lastDue: 2,
      latest: null,
      provisional: false,
    })
    expect(isCarried(reporterSum('r', 'latest', due(1, 2), [], [], false))).toBe(false)
  })

  it('counts what nobody asked for as asked for', () => {
    const came = [run(1, 5), stray(2, 6)]
    expect(reporterSum('r', 'sum', due(1), came, came, false)).toMatchObject({ due: 2, expected: 2, reported: 2 })
  })

  it('lists the quarters expected where they can not be added', () => {
    const came = [away(1), run(2, 5), stray(7, 1)]
    expect(reporterSum('r', 'none', due(1, 2, 3), came, came, false).quarters).toEqual([2, 3, 7])
    expect(reporterSum('r', 'sum', due(1, 2, 3), came, came, false).quarters).toEqual([])
  })

  it('takes what was away from all that came, and numbers from what was asked for alone', () => {
    const all = [run(1, 50), away(2)]
    expect(reporterSum('r', 'sum', due(1, 2), all, [run(1, 20)], false)).toMatchObject({
      expected: 1,
      reported: 1,
      sums: { value: 20 },
    })
    expect(reporterSum('r', 'sum', due(1, 2), all, [], false)).toMatchObject({
      expected: 1,
      reported: 0,
      sums: { value: 0 },
      cells: 0,
    })
  })

  it('is provisional when any of it is', () => {
    const came = [run(1, 5, { provisional: 1 }), run(2, 6)]
    expect(reporterSum('r', 'sum', due(1, 2), came, came, false).provisional).toBe(true)
  })
})
