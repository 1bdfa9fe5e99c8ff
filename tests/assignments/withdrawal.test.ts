import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../src/assignments/assignment.ts'
import {
  isAsked,
  type KnownAssignment,
  REFUSED_WITHDRAWAL,
  WITHDRAWAL_REFUSALS,
  withdrawn,
} from '../../src/assignments/withdrawal.ts'
import { wordsFor } from '../../src/language/words.ts'

const [union, iom, office] = [1, 2, 3].map((partnerId) => ({ partnerId, placeId: 7 })) as [Of, Of, Of]
type Of = Pick<Assignment, 'partnerId' | 'placeId'>
const passing = { predecessor: union, heir: iom, from: 8088 }
const [LOADED, HANDED, LATER] = [10, 20, 30]

/** Known since an instant, and until another if it is not known any more. */
function known(of: Of, from: number, to: number | null, knownFrom: number, knownTo: number | null = null) {
  return { ...of, indicatorId: 5, from, to, knownFrom, knownTo } satisfies KnownAssignment
}

// The union was asked from 8080 on; at HANDED its duty passed to IOM.
const before = known(union, 8080, null, LOADED, HANDED)
const cut = known(union, 8080, 8087, HANDED)
const taken = known(iom, 8088, null, HANDED)
const another = known(office, 8080, null, HANDED)

describe('assignments as they were before a hand-over', () => {
  it('are those of the two that ended with it, in place of those that began with it', () => {
    expect(withdrawn(passing, HANDED, [before, cut, taken])).toEqual({ ended: [cut, taken], begun: [before] })
  })

  it('are no other reporter’s, whatever was said of it at the same time', () => {
    const gone = known(office, 8080, null, LOADED, HANDED)
    expect(withdrawn(passing, HANDED, [before, cut, taken, gone, another])).toEqual({
      ended: [cut, taken],
      begun: [before],
    })
  })

  it('stay as they are where the hand-over came with the project', () => {
    expect(withdrawn(passing, LOADED, [known(union, 8080, 8087, LOADED), known(iom, 8088, null, LOADED)])).toEqual({
      ended: [],
      begun: [],
    })
  })

  it.each<[string, KnownAssignment]>([
    ['is not asked any more', known(iom, 8088, null, HANDED, LATER)],
    ['is asked up to some quarter', known(iom, 8088, 8091, LATER)],
    ['is asked from another quarter on', known(iom, 8089, null, LATER)],
    ['is asked no more, another is', known(office, 8088, null, LATER)],
    ['is asked no more, the predecessor is', known(union, 8088, null, LATER)],
  ])('can’t be had where the heir meanwhile %s', (_, now) => {
    const left = { ...taken, knownTo: LATER }
    expect(withdrawn(passing, HANDED, [before, cut, left, now])).toEqual({ refused: 'changed-since' })
  })

  it('can be had where something was changed and changed back', () => {
    const again = known(iom, 8088, null, LATER + 1)
    expect(
      withdrawn(passing, HANDED, [before, cut, { ...taken, knownTo: LATER }, known(iom, 8088, 8090, LATER, 31), again]),
    ).toEqual({ ended: [cut, again], begun: [before] })
  })
})

it('somebody is asked in the quarters of their own assignments, first and last included', () => {
  const assignments = [known(union, 8080, 8087, LOADED), known(iom, 8088, null, LOADED)]
  const asked = [8079, 8080, 8087, 8088].map((quarter) => isAsked('1/7', assignments, quarter))
  expect(asked).toEqual([false, true, true, false])
  expect(isAsked('3/7', assignments, 8080)).toBe(false)
})

it('what refuses a withdrawal is said in both languages, each otherwise', () => {
  const values = { heir: 'A', predecessor: 'B', quarter: 'Q1 2025', indicator: 'P13' }
  const told = (['vi', 'en'] as const).flatMap((language) =>
    WITHDRAWAL_REFUSALS.map((refusal) => wordsFor(language).t(REFUSED_WITHDRAWAL[refusal], values)),
  )
  expect(new Set(told).size).toBe(2 * WITHDRAWAL_REFUSALS.length)
})
