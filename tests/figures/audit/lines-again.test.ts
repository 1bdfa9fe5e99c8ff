import { describe, expect, it } from 'vitest'
import type { AuditQuarter, AuditReporter } from '../../../src/figures/audit/ground.ts'
import { lastOfLines } from '../../../src/figures/audit/lines-again.ts'

/** A quarter of a reporter: its value, that it said nothing, that nothing applied; `unasked` where nobody asked it. */
type Said = number | 'nothing' | 'away' | 'unasked'
const quarter = (nth: number, said: Said, unasked = false): AuditQuarter => ({
  quarter: nth,
  due: said !== 'unasked' && !unasked,
  away: said === 'away',
  rows:
    typeof said === 'number'
      ? [{ place: 0, partner: 0, quarter: nth, cell: '', state: 'reported', value: said, base: null }]
      : [],
})
const reporter = (place: number, partner: number, ...quarters: AuditQuarter[]): AuditReporter => ({
  place,
  partner,
  quarters,
})
const over = (from: [place: number, partner: number], to: [place: number, partner: number]) => ({
  from: { place: from[0], partner: from[1] },
  to: { place: to[0], partner: to[1] },
})
const NOBODY = { successions: [], handovers: [] }
const told = (
  asked: AuditReporter[],
  known: Parameters<typeof lastOfLines>[2] = NOBODY,
  rule: 'latest' | 'life' = 'latest',
) => {
  const { given, counting: _, ...rest } = lastOfLines(rule, asked, known)
  return { values: given.flat().map(({ value }) => value), ...rest }
}

describe('the last of each line, a second time', () => {
  it('is asked of whoever gave something where nobody was asked', () => {
    expect(told([reporter(1, 1, quarter(3, 5, true)), reporter(2, 1, quarter(1, 7, true))])).toMatchObject({
      values: [5, 7],
      coverage: [2, 2],
      ended: false,
    })
  })

  it('leaves out who gave other categories alone, after it was asked for the last time', () => {
    const left = reporter(1, 1, quarter(2, 5), quarter(3, 'unasked'))
    expect(told([left, reporter(2, 1, quarter(3, 7))])).toMatchObject({ values: [7], coverage: [1, 1], ended: true })
  })

  it('is older than the last quarter in which its line was asked, not than one in which it was not', () => {
    const known = { successions: [], handovers: [over([1, 1], [1, 2])] }
    expect(told([reporter(1, 1, quarter(2, 5), quarter(3, 'unasked'))]).carried).toBe(false)
    const heir = reporter(1, 2, quarter(2, 'nothing'), quarter(3, 'unasked'))
    expect(told([reporter(1, 1, quarter(1, 4)), heir], known).carried).toBe(true)
    expect(told([reporter(1, 1, quarter(1, 4), quarter(2, 5, true)), heir], { ...known }).carried).toBe(false)
  })

  it('says that somebody left if anything of it applied', () => {
    const stays = reporter(2, 1, quarter(3, 7))
    expect(told([reporter(1, 1, quarter(1, 'away'), quarter(2, 5)), stays]).ended).toBe(true)
    expect(told([reporter(1, 1, quarter(1, 'away'), quarter(2, 'away')), stays]).ended).toBe(false)
    expect(told([reporter(1, 1, quarter(2, 5)), stays], NOBODY, 'life')).toMatchObject({
      ended: false,
      coverage: [2, 2],
    })
  })

  it('counts who is silent beside those who stand in for one', () => {
    const known = { successions: [], handovers: [over([1, 1], [1, 9]), over([2, 1], [1, 9])] }
    const two = [reporter(1, 1, quarter(2, 4)), reporter(2, 1, quarter(2, 5))]
    const all = [...two, reporter(1, 9, quarter(3, 'nothing')), reporter(3, 1, quarter(3, 'nothing'))]
    expect(told(all, known)).toMatchObject({ values: [4, 5], coverage: [1, 2], silent: 1, reporters: 3 })
  })

  it('follows partners that are known by a hand-over alone from place to place', () => {
    const known = { successions: [{ from: 1, to: 2 }], handovers: [over([1, 1], [1, 8]), over([2, 8], [2, 9])] }
    const asked = [reporter(1, 1, quarter(1, 4)), reporter(2, 9, quarter(3, 'nothing'))]
    expect(told(asked, known)).toMatchObject({ values: [4], coverage: [1, 1], carried: true, ended: false })
  })

  it('does not stand in past one who is asked', () => {
    const known = { successions: [], handovers: [over([1, 1], [1, 2]), over([1, 2], [1, 3])] }
    const asked = [
      reporter(1, 1, quarter(2, 4)),
      reporter(1, 2, quarter(3, 'nothing')),
      reporter(1, 3, quarter(3, 'nothing')),
    ]
    expect(told(asked, known)).toMatchObject({ values: [4], coverage: [1, 2], silent: 1 })
  })

  it('counts the quarter of its own last value, of that reporter alone', () => {
    const [one, two] = [reporter(1, 1, quarter(2, 4), quarter(3, 5)), reporter(2, 2, quarter(3, 'nothing'))]
    const { counting } = lastOfLines('latest', [one, two], NOBODY)
    const counts = (place: number, partner: number, nth: number) => counting({ place, partner, quarter: nth, cell: '' })
    expect([counts(1, 1, 3), counts(1, 1, 2), counts(1, 2, 3), counts(2, 1, 3), counts(2, 2, 3)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
