import { describe, expect, it } from 'vitest'
import { type EndOfUse, endOfUse, isInUse } from '../../src/assignments/end-of-use.ts'
import { endOfUseText } from '../../src/assignments/in-words.ts'
import type { Duty } from '../../src/assignments/owed.ts'
import { LAST_QUARTER, quarterOf } from '../../src/calendar/quarter.ts'
import { historyOf } from '../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { wordsFor } from '../../src/language/words.ts'
import { indicator } from '../submissions/entry-form/definitions.ts'

const Q = quarterOf
const duty = (from: number, to: number): Duty => ({
  partnerId: 1,
  placeId: 1,
  indicatorId: 1,
  intervals: [{ from, to }],
})
const FOR_EVER = duty(Q(2019, 1), LAST_QUARTER)
const measured = (to: number | null, more: Partial<DefinedIndicator> = {}) =>
  historyOf([indicator('V1', 'count', [], { to, ...more })])
const ended = (why: EndOfUse['why'], since: number, lastAsked: number | null): EndOfUse => ({ why, since, lastAsked })

describe('the end of an indicator', () => {
  it.each([
    ['there is none while it is measured and somebody is asked', measured(null), [FOR_EVER], null],
    ['nor before anybody is assigned', measured(null), [], null],
    ['nor while one of several goes on', measured(null), [duty(Q(2019, 1), Q(2020, 4)), FOR_EVER], null],
    ['it is retired', measured(Q(2021, 4)), [FOR_EVER], ended('retired', Q(2022, 1), Q(2021, 4))],
    ['it is retired, and nobody ever was asked', measured(Q(2021, 4)), [], ended('retired', Q(2022, 1), null)],
    [
      'the last quarter it was due in came before',
      measured(Q(2021, 3), { frequency: 'annual' }),
      [FOR_EVER],
      ended('retired', Q(2021, 4), Q(2020, 4)),
    ],
    [
      'all assignments have ended',
      measured(null),
      [duty(Q(2019, 1), Q(2021, 2))],
      ended('unassigned', Q(2021, 3), Q(2021, 2)),
    ],
    [
      'it was asked for in one quarter',
      measured(null),
      [duty(Q(2020, 2), Q(2020, 2))],
      ended('unassigned', Q(2020, 3), Q(2020, 2)),
    ],
    [
      'assignments ended before it was retired',
      measured(Q(2021, 4)),
      [duty(Q(2019, 1), Q(2020, 2)), duty(Q(2019, 1), Q(2020, 3))],
      ended('unassigned', Q(2020, 4), Q(2020, 3)),
    ],
    [
      'it was retired before assignments ended',
      measured(Q(2020, 4)),
      [duty(Q(2019, 1), Q(2021, 4))],
      ended('retired', Q(2021, 1), Q(2020, 4)),
    ],
    [
      'assigned for quarters in which it is not due',
      measured(null, { frequency: 'annual' }),
      [duty(Q(2019, 1), Q(2019, 3))],
      ended('unassigned', Q(2019, 4), null),
    ],
  ])('%s', (_, history, duties, end) => {
    expect(endOfUse(history, duties)).toEqual(end)
  })

  it.each([
    ['before it', Q(2021, 1), Q(2021, 4), true],
    ['that reaches its quarters', Q(2021, 4), Q(2022, 4), true],
    ['after it', Q(2022, 1), Q(2022, 1), false],
  ])('is not listed in a span after it: one %s', (_, from, to, listed) => {
    expect(isInUse(measured(Q(2021, 4)), ended('retired', Q(2022, 1), null), { from, to })).toBe(listed)
    expect(isInUse(measured(null), ended('unassigned', Q(2022, 1), null), { from, to })).toBe(listed)
    expect(isInUse(measured(null), null, { from, to })).toBe(true)
  })

  it('and in no span before it is measured', () => {
    const history = historyOf([indicator('V1', 'count', [], { from: Q(2021, 1) })])
    expect(isInUse(history, null, { from: Q(2020, 1), to: Q(2020, 4) })).toBe(false)
    expect(isInUse(history, null, { from: Q(2020, 4), to: Q(2021, 1) })).toBe(true)
  })

  it.each([
    ['en', ended('retired', Q(2022, 1), Q(2021, 4)), 'Retired since 1 Jan 2022 (last asked for Q4 2021).'],
    ['en', ended('retired', Q(2022, 1), null), 'Retired since 1 Jan 2022.'],
    ['en', ended('retired', Q(2022, 4), Q(2022, 3)), 'To be retired from 1 Oct 2022 (last asked for Q3 2022).'],
    [
      'en',
      ended('unassigned', Q(2022, 2), Q(2021, 4)),
      'Nobody has been asked for it since 1 Apr 2022 (last asked for Q4 2021).',
    ],
    [
      'en',
      ended('unassigned', Q(2023, 1), Q(2022, 4)),
      'Nobody will be asked for it from 1 Jan 2023 (last asked for Q4 2022).',
    ],
    ['vi', ended('retired', Q(2022, 1), Q(2021, 4)), 'Ngừng sử dụng từ 01/01/2022 (lần cuối yêu cầu: Quý IV/2021).'],
  ] as const)('is said (%s): %o', (language, end, said) => {
    expect(endOfUseText(end, Q(2022, 2), wordsFor(language))).toBe(said)
  })
})
