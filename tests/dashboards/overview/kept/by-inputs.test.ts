import { describe, expect, it } from 'vitest'
import { KeptBeside, KeptByInputs } from '../../../../src/dashboards/overview/kept.ts'

/** Counts how often something is made. */
function maker() {
  let made = 0
  return () => `made ${++made}`
}

describe('what is kept by its inputs', () => {
  it('is made once for the same ones, and anew for any other', () => {
    const [kept, make] = [new KeptByInputs<string>(3), maker()]
    const [one, other] = [{}, {}]
    expect(kept.get([one, 1], make)).toBe('made 1')
    expect(kept.get([one, 1], make)).toBe('made 1')
    expect(kept.get([other, 1], make)).toBe('made 2')
    expect(kept.get([one, 2], make)).toBe('made 3')
    expect(kept.get([one], make)).toBe('made 4')
    // The first is gone, the others are kept.
    expect(kept.get([other, 1], make)).toBe('made 2')
    expect(kept.get([one, 1], make)).toBe('made 5')
  })

  it('tells fewer inputs from more, and no number from itself', () => {
    const [kept, make] = [new KeptByInputs<string>(5), maker()]
    expect([kept.get([], make), kept.get([1], make), kept.get([], make)]).toEqual(['made 1', 'made 2', 'made 1'])
    expect([kept.get([Number.NaN], make), kept.get([Number.NaN], make)]).toEqual(['made 3', 'made 3'])
  })

  it('is as many as it was told to keep', () => {
    const [kept, make] = [new KeptByInputs<string>(1), maker()]
    expect([1, 2, 2, 1].map((input) => kept.get([input], make))).toEqual(['made 1', 'made 2', 'made 2', 'made 3'])
  })
})

describe('what is kept beside two objects', () => {
  it('is made once for both and a name', () => {
    const [kept, make] = [new KeptBeside<string>(), maker()]
    const [one, other] = [{}, {}]
    expect([kept.get(one, other, 'a', make), kept.get(one, other, 'a', make)]).toEqual(['made 1', 'made 1'])
    expect(kept.get(one, other, 'b', make)).toBe('made 2')
    expect(kept.get(other, one, 'a', make)).toBe('made 3')
    expect(kept.get(one, one, 'a', make)).toBe('made 4')
    expect(kept.get(one, other, 'a', make)).toBe('made 1')
    expect(kept.get(one, other, 'b', make)).toBe('made 2')
  })
})
