import { describe, expect, it } from 'vitest'
import fc from '../../fast-check.ts'
import { World } from '../../support/world.ts'
import { BEFORE, changeIn, NOW, RULES } from './change-in.ts'

describe('a hand-over or a merger alone', () => {
  it('makes no change appear, disappear, or differ', () => {
    const value = fc.option(fc.nat(9), { nil: null })
    const one = fc.record({ before: value, now: value, moved: fc.boolean() })
    fc.assert(
      fc.property(
        fc.constantFrom('flow', 'stock'),
        fc.array(one, { minLength: 1, maxLength: 4 }),
        (code, reporters) => {
          const [still, moved] = [new World('2025-Q1'), new World('2025-Q1')]
          for (const [world, moves] of [
            [still, false],
            [moved, true],
          ] as const) {
            world.indicator(code, { rules: [...RULES[code as keyof typeof RULES]] })
            for (const [nth, { before, now, moved: goes }] of reporters.entries()) {
              // In turn: the place becomes another one, or the duty passes to another partner.
              const [merges, passes] = [moves && goes && nth % 2 === 0, moves && goes && nth % 2 === 1]
              const place = `p${nth}`
              world
                .place(place, merges ? { to: '2025-07-01' } : {})
                .assign(code, place, 'old', '2025-Q1', passes ? BEFORE : undefined)
              if (merges) {
                world.place(`${place}-new`, { from: '2025-07-01' }).succession(place, `${place}-new`, '2025-07-01')
                world.assign(code, `${place}-new`, 'old', '2025-Q1')
              }
              if (passes) {
                world.assign(code, place, 'new', NOW)
                world.handover(code, { partner: 'old', place, from: '2025-Q1' }, { partner: 'new', place, from: NOW })
              }
              if (before !== null) world.fact([code, place, BEFORE, 'old'], before)
              if (now !== null) world.fact([code, merges ? `${place}-new` : place, NOW, passes ? 'new' : 'old'], now)
            }
          }
          expect(changeIn(moved, code)).toEqual(changeIn(still, code))
        },
      ),
      { numRuns: 60 },
    )
  })
})
