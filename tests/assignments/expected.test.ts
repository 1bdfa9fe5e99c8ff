import { describe, expect, it } from 'vitest'
import { expectedIn, owedIn } from '../../src/assignments/expected.ts'
import { dutiesFrom } from '../../src/assignments/owed.ts'
import { FIRST_QUARTER, quarterOf } from '../../src/calendar/quarter.ts'
import { historyOf } from '../../src/indicators/definitions/history.ts'
import { roundsIn } from '../indicators/rounds.ts'
import { indicator } from '../submissions/entry-form/definitions.ts'

const Q = (year: number, nth: number) => quarterOf(year, nth)
const span = { from: Q(2021, 1), to: Q(2021, 4) }
const always = () => ({ first: Q(2000, 1), last: null })
const assigned = (indicatorId = 1, more: { partnerId?: number; from?: number; to?: number } = {}) => ({
  indicatorId,
  partnerId: more.partnerId ?? 1,
  placeId: 2,
  from: more.from ?? Q(2021, 1),
  to: more.to ?? null,
})

describe('what is expected', () => {
  const quartersOf = (
    given: Parameters<typeof indicator>[3],
    more: Parameters<typeof assigned>[1] = {},
    exists: Parameters<typeof dutiesFrom>[1] = always,
  ) =>
    expectedIn([dutiesFrom([assigned(1, more)], exists)], [historyOf([indicator('V1', 'count', [], given)])], span).map(
      (one) => one.quarter - Q(2021, 1) + 1,
    )

  it.each<[string, Parameters<typeof indicator>[3], Parameters<typeof assigned>[1], number[]]>([
    ['quarterly', {}, {}, [1, 2, 3, 4]],
    ['half-yearly', { frequency: 'half-yearly' }, {}, [2, 4]],
    ['annual', { frequency: 'annual' }, {}, [4]],
    ['in survey rounds', { frequency: 'survey', rounds: roundsIn([Q(2021, 3), Q(2022, 1)]) }, {}, [3]],
    ['from a quarter to a quarter', {}, { from: Q(2021, 2), to: Q(2021, 3) }, [2, 3]],
    ['before it was promised', {}, { from: Q(2022, 1) }, []],
  ])('%s', (_, given, more, quarters) => {
    expect(quartersOf(given, more)).toEqual(quarters)
  })

  it('asks nothing of a place that does not exist', () => {
    expect(quartersOf({}, {}, () => ({ first: Q(2021, 2), last: Q(2021, 3) }))).toEqual([2, 3])
  })

  it('follows the definition of each quarter: another frequency, a pause, an end', () => {
    const defined = (from: number, to: number | null, frequency: 'quarterly' | 'half-yearly') =>
      indicator('V1', 'count', [], { from, to, frequency })
    const asked = (...definitions: Parameters<typeof historyOf>[0]) =>
      expectedIn([dutiesFrom([assigned(1, { from: Q(2020, 1) })], always)], [historyOf(definitions)], {
        from: Q(2020, 1),
        to: Q(2021, 4),
      }).map((one) => one.quarter - Q(2020, 1) + 1)
    expect(asked(defined(FIRST_QUARTER, Q(2020, 3), 'quarterly'), defined(Q(2020, 4), null, 'half-yearly'))).toEqual([
      1, 2, 3, 4, 6, 8,
    ])
    expect(asked(defined(FIRST_QUARTER, Q(2020, 2), 'quarterly'), defined(Q(2021, 2), null, 'quarterly'))).toEqual([
      1, 2, 6, 7, 8,
    ])
    expect(asked(defined(Q(2020, 2), Q(2020, 3), 'quarterly'))).toEqual([2, 3])
  })

  it('asks nothing for an indicator that is not defined any more', () => {
    expect(expectedIn([dutiesFrom([assigned(9)], always)], [historyOf([indicator('V1', 'count')])], span)).toEqual([])
  })

  it('is one submission for all indicators of a reporter, with the components it is on', () => {
    const indicators = [
      indicator('V1', 'count'),
      indicator('P2', 'count', [], { component: 'prevention', frequency: 'annual' }),
      indicator('X3', 'count', [], { component: null, frequency: 'annual' }),
    ].map((one) => historyOf([one]))
    const duties = dutiesFrom([assigned(1), assigned(2), assigned(3)], always)
    const expected = expectedIn([duties], indicators, span)
    expect(expected.map((one) => one.components)).toEqual([
      ['protection'],
      ['protection'],
      ['protection'],
      ['protection', 'prevention', null],
    ])
    expect(expected[0]).toEqual({ partnerId: 1, placeId: 2, quarter: Q(2021, 1), components: ['protection'] })
  })

  it('names a component once, whatever reports on it, reporter by reporter', () => {
    const duties = [1, 3].map((partnerId) =>
      dutiesFrom([assigned(1, { partnerId }), assigned(2, { partnerId })], always),
    )
    const expected = expectedIn(
      duties,
      [indicator('V1', 'count'), indicator('V2', 'count')].map((one) => historyOf([one])),
      span,
    )
    expect(expected.map((one) => [one.partnerId, one.components])).toEqual(
      [1, 1, 1, 1, 3, 3, 3, 3].map((partnerId) => [partnerId, ['protection']]),
    )
  })
})

describe('what one reporter owes in a quarter', () => {
  const indicators = [
    indicator('V4', 'count'),
    indicator('V1', 'count'),
    indicator('V2', 'count', [], { frequency: 'annual' }),
    indicator('V3', 'count', [], { frequency: 'survey', rounds: roundsIn([Q(2021, 2)]) }),
  ].map((one) => historyOf([one]))
  const duties = dutiesFrom(
    [
      assigned(1, { from: Q(2021, 2), to: Q(2021, 2) }),
      assigned(1, { from: Q(2021, 4) }),
      ...[2, 3, 4].map((id) => assigned(id)),
    ],
    always,
  )

  it.each([
    [1, ['V4']],
    [2, ['V4', 'V1', 'V3']],
    [3, ['V4']],
    [4, ['V4', 'V1', 'V2']],
  ])('is, in quarter %d, %j: in the order of the framework', (nth, codes) => {
    expect(owedIn(duties, indicators, Q(2021, nth)).map((one) => one.code)).toEqual(codes)
  })

  it('is nothing of what nobody assigned', () => {
    expect(owedIn([], indicators, Q(2021, 2))).toEqual([])
  })
})
