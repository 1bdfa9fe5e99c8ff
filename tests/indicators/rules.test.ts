import { describe, expect, it } from 'vitest'
import type { Rules } from '../../src/indicators/indicator.ts'
import { effective, poolable, takesLast } from '../../src/indicators/rules.ts'
import { type Measure, OVER_TIME, type OverPlaces, type OverTime } from '../../src/vocabulary/indicator.ts'

const rules = (measure: Measure, overPlaces: OverPlaces, overTime: OverTime): Rules => ({
  measure,
  overPlaces,
  overTime,
  targetStage: null,
})
const flow = rules('count', 'sum', 'sum')

describe('rules of adding up', () => {
  it('pool only what sums over places and quarters', () => {
    const all = (['count', 'ratio', 'mean', 'milestone', 'median'] as const).flatMap((measure) =>
      (['sum', 'none', 'project'] as const).flatMap((places) =>
        (['sum', 'latest', 'none'] as const).map((time) => rules(measure, places, time)),
      ),
    )
    expect(all.filter(poolable).map(({ measure, overPlaces, overTime }) => [measure, overPlaces, overTime])).toEqual([
      ['count', 'sum', 'sum'],
      ['ratio', 'sum', 'sum'],
      ['mean', 'sum', 'sum'],
    ])
  })

  it('never sum stages or medians', () => {
    expect(effective(rules('milestone', 'sum', 'sum'))).toMatchObject({ overPlaces: 'sum', overTime: 'none' })
    expect(effective(rules('milestone', 'sum', 'latest'))).toMatchObject({ overPlaces: 'sum', overTime: 'latest' })
    expect(effective(rules('median', 'sum', 'none'))).toMatchObject({ overPlaces: 'none', overTime: 'none' })
    expect(effective(flow)).toBe(flow)
  })

  it('take the last value of a stock and of a count since the beginning, and add up the others', () => {
    expect(OVER_TIME.filter(takesLast)).toEqual(['latest', 'life'])
  })
})
