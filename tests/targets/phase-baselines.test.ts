import { describe, expect, it } from 'vitest'
import type { Figure } from '../../src/figures/figure.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { type Benchmarks, comparing } from '../../src/targets/comparison.ts'
import { baseline, target } from './rows.ts'

const PHASES = [
  { code: 'one', from: 1, to: 4 },
  { code: 'two', from: 9, to: 12 },
]
const STOCK = {
  ...{ id: 1, code: 'A', measure: 'count', overPlaces: 'sum', overTime: 'latest', direction: 'higher' },
  ...{ targetStage: null, frequency: 'quarterly', yearStart: 1, rounds: [], phases: PHASES },
} as unknown as DefinedIndicator

const OF_ONE = target('phase', 1, 4, 40, { phase: 'one' })
const OF_TWO = target('phase', 9, 12, 60, { phase: 'two' })
const STARTED = baseline(20)
const RESTARTED = baseline(30, { quarter: 8, phase: 'two' })
const PLACES: Record<string, number | null> = { all: null, hp: 7 }

function comparison(given: Partial<Benchmarks>) {
  return comparing({
    targets: [OF_ONE, OF_TWO],
    baselines: [STARTED, RESTARTED],
    thresholds: { green: 90, amber: 70 },
    placeOf: (name) => PLACES[name],
    isToDate: () => true,
    phases: PHASES,
    project: { from: 1, to: 12 },
    ...given,
  })
}

/** A figure to date, by the end of a quarter, and what it is held against. */
function at(to: number, given: Partial<Benchmarks> & { value?: number } = {}) {
  const figure: Figure = { state: 'reported', value: given.value ?? 45, coverage: [1, 1], flags: [] }
  const ref = { indicator: 'A', group: 'all', span: 's', cell: '' }
  return comparison(given).compare(STOCK, ref, { key: 's', from: 1, to }, figure, 'heading')
}

describe('a phase with a baseline of its own', () => {
  it('is measured from it, and its line begins there; what lay before it is measured from that of the project', () => {
    // 30 + (60 − 30) × 2 ÷ 4, of which 45 − 30 is done.
    expect(at(10)).toMatchObject({ target: 45, progress: { ofTarget: 1, life: { target: 60, ofTarget: 0.5 } } })
    // 20 + (40 − 20) × 2 ÷ 4.
    expect(at(2, { value: 30 })).toMatchObject({ target: 30, progress: { ofTarget: 1, life: { ofTarget: 0.5 } } })
    // Without: the line goes on from the 40 of phase one, and progress is measured from 20.
    const without = at(10, { baselines: [STARTED] })
    expect(without).toMatchObject({ target: 50, progress: { ofTarget: 0.833333333333 } })
  })

  it('leaves what is done of the project’s life measured from where the project started', () => {
    const whole = target('project', 1, 12, 70)
    expect(at(10, { targets: [whole] })).toMatchObject({
      target: 50,
      progress: { life: { target: 70, ofTarget: 0.5 } },
    })
    const inPhase = { phaseOf: () => PHASES[1]!, targets: [whole, OF_TWO] }
    expect(at(10, inPhase)).toMatchObject({ progress: { life: { target: 60, ofTarget: 0.5 } } })
  })

  it('says so in a pause after it, and of a place only where it is the place’s own', () => {
    const trend = (by: number, group = 'all', baselines = [STARTED, RESTARTED]) =>
      comparison({ baselines }).baselineOf(STOCK, group, by)?.value ?? null
    expect([1, 8, 9, 99].map((by) => trend(by))).toEqual([20, 20, 30, 30])
    const ofHp = baseline(5, { placeId: 7 })
    expect(trend(9, 'hp', [STARTED, RESTARTED, ofHp])).toBe(5)
    expect(trend(9, 'hp')).toBeNull()
  })

  it('is not worked with where it may not be known', () => {
    expect(at(10, { secretBaselines: new Set(['A']), targets: [OF_TWO] }).progress?.why).toBe('hidden baseline')
  })
})
