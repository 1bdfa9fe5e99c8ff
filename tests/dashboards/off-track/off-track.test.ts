import { describe, expect, it } from 'vitest'
import { behindPlan, byUrgency, isBehind } from '../../../src/dashboards/off-track/off-track.ts'
import { progress } from '../overview/standings.ts'

const [red, amber, green] = [progress('red', 0.2), progress('amber', 0.8), progress('green', 1)]

describe('behind plan', () => {
  it('is what is rated red or amber, and nothing else', () => {
    expect([red, amber, green, progress('grey'), null].map(isBehind)).toEqual([true, true, false, false, false])
  })

  it('is red before amber, of each what is furthest behind first; what is not rated comes last', () => {
    const all = [null, green, progress('amber', 0.75), amber, progress('red'), red, progress('red', 0.1)]
    const sorted = [...all].sort(byUrgency).map((one) => [one?.rag, one?.ofTarget])
    expect(sorted).toEqual([
      ['red', null],
      ['red', 0.1],
      ['red', 0.2],
      ['amber', 0.75],
      ['amber', 0.8],
      ['green', 1],
      [undefined, undefined],
    ])
    const rated = [green, amber, null, red].map((one) => ({ rated: { progress: one } }))
    expect(behindPlan(rated).map((one) => one.rated.progress)).toEqual([red, amber])
  })
})
