import { describe, expect, it } from 'vitest'
import { figureId, spanOfCell } from '../../src/targets/figure-table.ts'

describe('a figure in a table', () => {
  it('has one name, made of what it is', () => {
    const ref = { indicator: 'V3', group: 'nghe-an', span: '2020-Q1', cell: 'sex=female' }
    expect(figureId(ref)).toBe('V3|nghe-an|2020-Q1|sex=female')
    const others = (['indicator', 'group', 'span', 'cell'] as const).map((part) => figureId({ ...ref, [part]: 'x' }))
    expect(new Set([figureId(ref), ...others]).size).toBe(5)
  })

  it('has the dates of its values where these are others than those of its period', () => {
    const period = { from: 1, to: 2 }
    expect(spanOfCell({ period, covers: null })).toEqual(period)
    expect(spanOfCell({ period, covers: { from: 1, to: 4 } })).toEqual({ from: 1, to: 4 })
  })
})
