import { describe, expect, it } from 'vitest'
import { gapIn } from '../../src/disclosure/publishable.ts'
import { type ProtectionRequest, problemOf } from '../../src/disclosure/request.ts'
import { isHiddenByRule, staffFigure, staffTable, suppress } from '../../src/disclosure/suppress.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { withheldFigure } from '../../src/figures/figure.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import { isRefusal } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'
import type { FigureTable } from '../../src/targets/figure-table.ts'
import type { Measure } from '../../src/vocabulary/indicator.ts'
import { count, indicator, ratio, request, value } from './request-of.ts'

const solver = await loadSolver()

/** What an outside reader sees of each row: a number, or [c]. */
function shownBy(given: ProtectionRequest & { tables: FigureTable[] }): (number | null | '[c]')[] {
  const problem = problemOf(given)
  const protection = protect(problem, solver)
  if (isRefusal(protection)) throw new Error(protection.refused)
  const [table] = suppress(given.tables, 'donor', { problem, protection })
  return table!.cells.map(([cell]) => (cell!.shown.kind === 'confidential' ? '[c]' : cell!.shown.figure.value))
}

describe('the primary rule', () => {
  const hidden = (measure: Measure, figure: Partial<Figure>, sensitivity: 0 | 1 | 2 = 2) =>
    isHiddenByRule({ ...count(0), ...figure }, { measure, sensitivity }, 5)

  it.each([
    ['a count of 0', 'count', { value: 0 }, false],
    ['a count of 1', 'count', { value: 1 }, true],
    ['a count of 4', 'count', { value: 4 }, true],
    ['a count of 5', 'count', { value: 5 }, false],
    ['no count at all', 'count', { state: 'not reported', value: null }, false],
    ['a small denominator', 'ratio', { numerator: 0, denominator: 4 }, true],
    ['a small numerator', 'ratio', { numerator: 2, denominator: 40 }, true],
    ['a small rest', 'ratio', { numerator: 38, denominator: 40 }, true],
    ['all of many', 'ratio', { numerator: 40, denominator: 40 }, false],
    ['nothing of nothing', 'ratio', { state: 'undefined', value: null, numerator: 0, denominator: 0 }, false],
    ['a mean of few', 'mean', { value: 0.7, n: 4 }, true],
    ['a mean of many', 'mean', { value: 0.7, n: 5 }, false],
    ['a median of few', 'median', { value: 12, n: 1 }, true],
    ['a stage', 'milestone', { value: 3 }, false],
  ] as const)('%s', (_, measure, figure, expected) => {
    expect(hidden(measure, figure)).toBe(expected)
    expect(hidden(measure, figure, 0)).toBe(false)
  })
})

describe('staff', () => {
  it('see everything, and what they look at as a donor would as it is then', () => {
    const { tables } = request(indicator('count'), [
      { figure: count(3), behind: [value(1, 3)] },
      { group: 'a', figure: count(30), behind: [value(1, 30)] },
    ])
    const table = staffTable(tables[0]!)
    expect(table.audience).toBe('staff')
    expect(table.cells.map(([cell]) => gapIn(cell!.shown))).toEqual([null, null])
    const hidden = withheldFigure(count(3), 'confidential')
    expect(staffFigure({ figure: hidden, target: 7, progress: null })).toEqual({ kind: 'confidential' })
    expect(table.cells[0]![0]!.shown).toMatchObject({ kind: 'figure', target: 7, progress: { rag: 'red' } })
  })
})

describe('a donor', () => {
  it('gets no lone small count that a total gives away', () => {
    const rows = [
      { figure: count(33), behind: [value(1, 3), value(2, 10), value(3, 20)] },
      { group: 'a', figure: count(3), behind: [value(1, 3)] },
      { group: 'b', figure: count(10), behind: [value(2, 10)] },
      { group: 'c', figure: count(20), behind: [value(3, 20)] },
    ]
    expect(shownBy(request(indicator('count'), rows))).toEqual([33, '[c]', '[c]', 20])
    expect(shownBy(request(indicator('count', 0), rows))).toEqual([33, 3, 10, 20])
  })

  it('gets a figure that is shown with all that is derived from it', () => {
    const given = request(indicator('count'), [{ figure: count(30), behind: [value(1, 30)] }])
    const [table] = suppress(given.tables, 'donor', { problem: problemOf(given), protection: { suppressed: {} } })
    const [cell] = given.tables[0]!.cells[0]!
    const { id, ref, period, covers, figure, target, progress } = cell!
    expect(table!.cells).toEqual([[{ id, ref, period, covers, shown: { kind: 'figure', figure, target, progress } }]])
    expect(table!.audience).toBe('donor')
  })

  it('gets nothing that is derived from a hidden figure', () => {
    const given = request(indicator('count'), [{ figure: count(3), behind: [value(1, 3)] }])
    const problem = problemOf(given)
    const protection = protect(problem, solver)
    if (isRefusal(protection)) throw new Error(protection.refused)
    const [table] = suppress(given.tables, 'donor', { problem, protection })
    expect(table!.cells[0]![0]!.shown).toEqual({ kind: 'confidential' })
    expect(JSON.stringify(table!.cells)).not.toMatch(/variance|ofTarget|"target"|rag|"value"/)
  })

  it('gets a ratio as a whole or not at all', () => {
    const of = indicator('ratio')
    const rows = [
      { figure: ratio(20, 40), behind: [value(1, 2, '', 10), value(2, 18, '', 30)] },
      { group: 'a', figure: ratio(2, 10), behind: [value(1, 2, '', 10)] },
      { group: 'b', figure: ratio(18, 30), behind: [value(2, 18, '', 30)] },
    ]
    const shown = shownBy(request(of, rows))
    expect(shown[1]).toBe('[c]')
    expect(shown.filter((one) => one === '[c]')).toHaveLength(2)
  })

  it('cannot read a small sex off the forms of exploitation', () => {
    const of = indicator('count')
    const behind = { m: value(1, 2, 'sex=m'), f: value(1, 8, 'sex=f'), x: value(1, 10, 'form=x') }
    const rows = [
      { cell: 'sex=m', figure: count(2), behind: [behind.m] },
      { cell: 'sex=f', figure: count(8), behind: [behind.f] },
      { cell: 'form=x', figure: count(10), behind: [behind.x] },
    ]
    const shown = shownBy(request(of, rows))
    expect(shown[0]).toBe('[c]')
    expect(shown.filter((one) => one === '[c]').length).toBeGreaterThan(1)
  })

  it('cannot use that no service has more clients than there are clients', () => {
    const of = indicator('count')
    const clients = [value(1, 6), value(2, 3)]
    const rows = [
      { figure: count(9), behind: clients },
      { group: 'a', figure: count(6), behind: [clients[0]!] },
      { group: 'b', figure: count(3), behind: [clients[1]!] },
      { group: 'a', cell: 'service=law', figure: count(6), behind: [value(1, 6, 'service=law')] },
    ]
    const given = request(of, rows)
    const problem = problemOf(given)
    expect(Object.keys(problem.atoms).filter((name) => name.startsWith('rest|'))).toHaveLength(1)
    // With the service shown, a has at least 6 clients and so b at most 3: less than "1 to 4" would be left.
    const shown = shownBy(given)
    expect(shown[2]).toBe('[c]')
    expect(shown[0] === '[c]' || shown[3] === '[c]').toBe(true)
  })

  it('cannot work a lone hidden service out from everybody having had one', () => {
    const of = indicator('count')
    const service = (code: string, amount: number) => ({
      cell: `service=${code}`,
      figure: count(amount),
      behind: [value(1, amount, `service=${code}`)],
    })
    const rows = [service('law', 3), service('health', 7), service('shelter', 20)]
    expect(shownBy(request(of, rows, true))).toEqual(['[c]', '[c]', 20])
  })
})

describe('what was not protected', () => {
  it('lets no table through that was not in the problem', () => {
    const asked = request(indicator('count'), [{ figure: count(9), behind: [value(1, 9)] }])
    const other = request(indicator('count'), [{ group: 'elsewhere', figure: count(9), behind: [value(2, 9)] }])
    const problem = problemOf(asked)
    expect(() => suppress(other.tables, 'donor', { problem, protection: { suppressed: {} } })).toThrow(/not protected/)
  })

  it('lets no small figure through even when an answer forgets it', () => {
    const asked = request(indicator('count'), [{ figure: count(3), behind: [value(1, 3)] }])
    const problem = problemOf(asked)
    expect(() => suppress(asked.tables, 'donor', { problem, protection: { suppressed: {} } })).toThrow(/small figure/)
  })
})
