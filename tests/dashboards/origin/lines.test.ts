import { describe, expect, it } from 'vitest'
import { cellName, naming, reporterIn } from '../../../src/dashboards/origin/entries.ts'
import { lineSentences } from '../../../src/dashboards/origin/lines.ts'
import { Q3, Q4 } from '../overview/standings.ts'
import { context, type Of, office, state, union } from './given.ts'

describe('who reports', () => {
  it('is called as at the end of the quarter of the value, or on the day that is asked for', () => {
    const named = naming(context, 'I1')
    expect([Q3, Q4].map((quarter) => named({ quarter, ...union }).partner)).toEqual(['Former union', 'Union'])
    expect(reporterIn(context, union, '2021-06-30')).toBe('Former union (Ha Tinh)')
  })

  it('is called by number where the list has it no more', () => {
    expect(reporterIn(context, { partnerId: 9, placeId: 8 }, '2021-06-30')).toBe('9 (8)')
  })

  it('and under which categories, by name where these are known', () => {
    expect(cellName(state, {})).toBe('undivided')
    expect(cellName(state, { sex: 'f' })).toBe('Sex: Female')
    expect(cellName(state, { sex: 'x', age: 'child' })).toBe('sex=x; age=child')
  })
})

describe('lines of reporting', () => {
  const sentences = (...given: Partial<Parameters<typeof lineSentences>[1]>[]) =>
    lineSentences(context, { takenOver: [], ended: [], ...given[0] })
  const taken = (since: number | null, standIns: Of[] = []) => ({
    takenOver: [{ heir: office, predecessors: [{ ...union, since }], standIns }],
  })

  it('say who took over from whom, and since when', () => {
    expect(sentences(taken(Q4))).toEqual([
      expect.stringMatching(/^Office \(Ha Tinh\) took over from Union \(Ha Tinh\) on 1 Oct 2021: they are one line/),
    ])
    expect(sentences(taken(null))[0]).toContain('took over from Union (Ha Tinh): they')
  })

  it('say whose value stands in while the heir has none, and who left', () => {
    expect(sentences(taken(Q4, [union]))[0]).toContain('stands in (Union (Ha Tinh))')
    expect(sentences({ ended: [union] })).toEqual([expect.stringMatching(/^Union \(Ha Tinh\) has left/)])
  })

  it('tell twenty, those beyond by their number', () => {
    expect(sentences({ ended: Array(20).fill(union) })).toHaveLength(20)
    const many = sentences({ ...taken(Q4), ended: Array(21).fill(union) })
    expect(many).toHaveLength(21)
    expect(many[0]).toContain('took over')
    expect(many.at(-1)).toBe('2 more lines of reporting were taken over or have ended.')
  })
})
