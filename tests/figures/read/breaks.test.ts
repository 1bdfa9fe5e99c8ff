import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER, quarterOf } from '../../../src/calendar/quarter.ts'
import { breaksOf } from '../../../src/figures/read/breaks.ts'
import type { Split } from '../../../src/figures/split.ts'
import type { Breakdown, Scheme } from '../../../src/indicators/breakdown.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { indicator } from '../../submissions/entry-form/definitions.ts'

const Q = quarterOf
const text = (one: string) => ({ vi: one, en: one })
const FIRST = Q(2019, 1)
const category = (id: number, code: string, from: number, to: number | null = null, next?: string) => {
  const definitions = [{ from, to, name: text(code) }]
  if (next) definitions.push({ from: to! + 1, to: null, name: text(next) })
  return { id, code, name: text(next ?? code), definitions }
}
const SEX: Breakdown = {
  id: 1,
  code: 'sex',
  name: text('Sex'),
  categories: [
    category(1, 'female', FIRST_QUARTER, Q(2020, 4), 'woman'),
    category(2, 'intersex', Q(2020, 3)),
    category(3, 'x', FIRST_QUARTER, Q(2021, 1)),
  ],
}
const AGE: Breakdown = { id: 2, code: 'age', name: text('Age'), categories: [category(4, 'adult', Q(2020, 2))] }

const scheme = (
  breakdowns: string[],
  from = FIRST,
  to: number | null = null,
  kind: Scheme['kind'] = 'primary',
): Scheme => ({
  id: from,
  kind,
  from,
  to,
  breakdowns,
})
const SCHEMES = [
  scheme(['sex'], FIRST, Q(2019, 4)),
  scheme(['age', 'sex'], Q(2020, 1), Q(2021, 4)),
  scheme(['age'], Q(2022, 1)),
]
const one = (more: Partial<DefinedIndicator>) => indicator('V1', 'count', [], { schemes: SCHEMES, ...more })
const HISTORY = historyOf([
  one({ to: Q(2020, 4) }),
  one({ from: Q(2021, 1), to: Q(2021, 2), name: text('new') }),
  one({ from: Q(2021, 3), frequency: 'annual', name: text('new') }),
])

const by = (...codes: string[]): Split => ({ by: codes, only: {} })

describe('what breaks a series', () => {
  it.each<[string, Split, [of: string, from: number][]]>([
    ['undivided: another definition, not another name', by(), [['definition', Q(2021, 3)]]],
    [
      'by sex: categories that come and go, and the quarter from which it is not split by it; not a name, nor a finer split',
      by('sex'),
      [
        ['categories', Q(2020, 3)],
        ['categories', Q(2021, 2)],
        ['definition', Q(2021, 3)],
        ['split', Q(2022, 1)],
      ],
    ],
    [
      'by age: the quarter from which it is split by it',
      by('age'),
      [
        ['split', Q(2020, 1)],
        ['categories', Q(2020, 2)],
        ['definition', Q(2021, 3)],
      ],
    ],
    [
      'of one sex: as by sex',
      { by: [], only: { sex: 'female' } },
      [
        ['categories', Q(2020, 3)],
        ['categories', Q(2021, 2)],
        ['definition', Q(2021, 3)],
        ['split', Q(2022, 1)],
      ],
    ],
  ])('%s', (_, split, breaks) => {
    expect(breaksOf(HISTORY, [SEX, AGE], split, FIRST).map(({ of, from }) => [of, from])).toEqual(breaks)
  })
})
