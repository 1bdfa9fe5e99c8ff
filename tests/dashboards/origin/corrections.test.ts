import { describe, expect, it } from 'vitest'
import { correctionModels, type NamedCorrection, typedValue } from '../../../src/dashboards/origin/corrections.ts'
import { Q4 } from '../overview/standings.ts'
import { context, count, JULY, ratio, stage, union, words } from './given.ts'

describe('a correction', () => {
  const correction = (more: Partial<NamedCorrection> = {}): NamedCorrection => ({
    ...{ indicator: 1, quarter: Q4, ...union, cell: 1, at: JULY, by: 'Lan', reason: null },
    ...{
      wasState: 'reported',
      wasValue: 10,
      wasBase: null,
      becameState: 'reported',
      becameValue: 12,
      becameBase: null,
    },
    ...{ categories: { sex: 'f' }, ...more },
  })
  const told = (more: Partial<NamedCorrection>) => correctionModels(context, count, [correction(more)])[0]!.told

  it('is told with whose value it is, what it was and became', () => {
    expect(correctionModels(context, count, [correction()])).toEqual([
      {
        ...{ partner: 'Union', place: 'Ha Tinh', period: 'Q4 2021', dates: '1 Oct 2021 – 31 Dec 2021' },
        ...{ cell: 'Sex: Female', was: '10', became: '12', when: '5 Jul 2021 09:30' },
        told: 'Approved anew: Lan, 5 Jul 2021 09:30.',
      },
    ])
  })

  it('is told with why it was re-opened where that was said, and by whom where that is known', () => {
    expect(told({ reason: 'Twice.' })).toBe('Approved anew: Lan, 5 Jul 2021 09:30. Why it was re-opened: Twice.')
    expect(told({ by: null })).toBe('Approved anew: 5 Jul 2021 09:30.')
  })

  it.each([
    ['a number', count, 'reported', 10, null, '10'],
    ['a pair of numbers', ratio, 'reported', 1, 4, '25% (1 ÷ 4)'],
    ['a stage by its name', stage, 'reported', 1, null, 'Issued'],
    ['nothing given', count, null, null, null, '[x]'],
    ['not applicable', count, 'not applicable', null, null, 'not applicable'],
  ] as const)('is of what was typed: %s', (_, indicator, was, value, base, text) => {
    expect(typedValue(was, value, base, indicator, words)).toContain(text)
  })
})
