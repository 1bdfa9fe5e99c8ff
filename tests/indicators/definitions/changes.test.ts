import { describe, expect, it } from 'vitest'
import { FIRST_QUARTER, quarterOf } from '../../../src/calendar/quarter.ts'
import type { Breakdown } from '../../../src/indicators/breakdown.ts'
import { categoryTurns, changesOf } from '../../../src/indicators/definitions/changes.ts'
import { historyItems } from '../../../src/indicators/definitions/definition-list.ts'
import { historyOf } from '../../../src/indicators/definitions/history.ts'
import { breakSentences } from '../../../src/indicators/definitions/in-words.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { indicator } from '../../submissions/entry-form/definitions.ts'
import { roundsIn } from '../rounds.ts'

const Q = quarterOf
const text = (one: string) => ({ vi: `${one} (vi)`, en: one })
const FIRST = Q(2019, 1)
const KNOWN = Date.UTC(2022, 1, 10)

const category = (id: number, code: string, ...definitions: [from: number, to: number | null, name?: string][]) => {
  const named = definitions.map(([from, to, name = code]) => ({ from, to, name: text(name) }))
  return { id, code, name: named.at(-1)!.name, definitions: named }
}
const SEX: Breakdown = {
  id: 1,
  code: 'sex',
  name: text('Sex'),
  categories: [
    category(1, 'female', [FIRST_QUARTER, Q(2021, 4)], [Q(2022, 1), null, 'woman']),
    category(2, 'male', [FIRST_QUARTER, null]),
    category(3, 'intersex', [Q(2022, 1), null]),
    category(4, 'unknown', [FIRST_QUARTER, Q(2020, 4)]),
  ],
}
const AGE: Breakdown = {
  id: 2,
  code: 'age',
  name: text('Age'),
  categories: [category(5, 'adult', [FIRST_QUARTER, null])],
}
const LISTS = [SEX, AGE]

const scheme = (kind: 'primary' | 'partition', breakdowns: string[], from = FIRST, to: number | null = null) => ({
  id: from,
  kind,
  from,
  to,
  breakdowns,
})
const one = (more: Partial<DefinedIndicator> = {}) => indicator('V1', 'count', [], more)
const items = (...[first, ...rest]: [DefinedIndicator, ...DefinedIndicator[]]) =>
  historyItems(historyOf([first, ...rest]), LISTS, FIRST, wordsFor('en')).map(({ holds, known, sentences }) =>
    [holds, known, ...sentences].filter((part) => part !== null),
  )
const changed = (
  before: Partial<DefinedIndicator>,
  after: Partial<DefinedIndicator>,
  measure: DefinedIndicator['measure'] = 'count',
) =>
  items(
    indicator('V1', measure, [], { to: Q(2021, 4), ...before }),
    indicator('V1', measure, [], { from: Q(2022, 1), knownSince: KNOWN, ...before, ...after }),
  )[1]!.slice(2)

describe('what has changed of an indicator', () => {
  it('is nothing where nothing has, and then nothing is listed', () => {
    expect(items(one({ schemes: [scheme('primary', ['age'])] }))).toEqual([])
  })

  it('lists every definition with its quarters and since when it is known', () => {
    expect(
      items(
        one({ to: Q(2021, 4) }),
        one({ from: Q(2022, 1), to: Q(2022, 4), frequency: 'annual', knownSince: KNOWN }),
        one({ from: Q(2023, 3), knownSince: KNOWN, frequency: 'annual' }),
      ),
    ).toEqual([
      ['1 Jan 2019 – 31 Dec 2021', 'known since 1 Jan 1970'],
      [
        '1 Jan 2022 – 31 Dec 2022',
        'known since 10 Feb 2022',
        'Frequency: was “Every quarter”, is “Every year (fourth quarter)”.',
      ],
      ['from 1 Jul 2023', 'known since 10 Feb 2022', 'Not measured in between (1 Jan 2023 – 30 Jun 2023).'],
    ])
  })

  it('tells what changes in one quarter together', () => {
    const schemes = [scheme('primary', ['sex'])]
    const told = items(
      one({ to: Q(2021, 4), schemes }),
      one({ from: Q(2022, 1), to: Q(2022, 4), frequency: 'annual', knownSince: KNOWN, schemes }),
    )
    expect(told.at(-1)).toEqual([
      '1 Jan 2022 – 31 Dec 2022',
      'known since 10 Feb 2022',
      'Frequency: was “Every quarter”, is “Every year (fourth quarter)”.',
      'Sex: “intersex” is new.',
      'Sex: was “female”, is “woman”.',
    ])
  })

  it('lists a definition that has ended, though nothing came after', () => {
    expect(items(one({ to: Q(2021, 4) }))).toEqual([['1 Jan 2019 – 31 Dec 2021', 'known since 1 Jan 1970']])
  })

  it.each<[string, () => string[]]>([
    ['name', () => changed({ name: text('old') }, { name: text('new') })],
    ['definition', () => changed({ definition: text('old') }, { definition: text('new') })],
    ['unit', () => changed({ countingUnit: text('person') }, { countingUnit: text('case') })],
    ['rule', () => changed({}, { overTime: 'latest' })],
    ['disjoint', () => changed({}, { disjointReporters: false })],
    [
      'rounds',
      () => changed({ frequency: 'survey', rounds: roundsIn([Q(2020, 1)]) }, { rounds: roundsIn([Q(2022, 3)]) }),
    ],
    ['sensitivity', () => changed({}, { sensitivity: 2 })],
    [
      'stages',
      () =>
        changed(
          { stages: [text('none'), text('done')], targetStage: 1 },
          { stages: [text('none'), text('ready')] },
          'milestone',
        ),
    ],
    ['base', () => changed({ baseUnit: text('calls') }, { baseUnit: text('hours') }, 'ratio')],
    [
      'scale and decimals',
      () => changed({ baseUnit: text('calls'), scale: 1000 }, { scale: 100_000, decimals: 1 }, 'ratio'),
    ],
    ['measure', () => changed({}, { measure: 'mean', baseUnit: text('calls') })],
    [
      'what is gone',
      () => changed({ measure: 'ratio', baseUnit: text('calls') }, { measure: 'count', baseUnit: null }),
    ],
    ['responsible', () => changed({}, { responsible: text('') })],
    ['level', () => changed({}, { direction: 'lower', tags: { sdg: ['16.2'], gcm: [] } })],
  ])('says in words what is otherwise: %s', (_, sentences) => {
    expect(sentences()).toMatchSnapshot()
  })

  it('says by what it is split', () => {
    const schemes = [
      scheme('primary', ['sex'], FIRST, Q(2020, 2)),
      scheme('primary', ['sex', 'age'], Q(2020, 3), Q(2020, 4)),
      scheme('partition', ['age'], Q(2019, 3), Q(2020, 4)),
    ]
    expect(items(one({ schemes })).slice(1)).toEqual([
      ['from 1 Jul 2019', 'Split by: was “Sex”, is “Sex; Age”.'],
      ['from 1 Jul 2020', 'Split by: was “Sex; Age”, is “Sex × Age; Age”.'],
      ['from 1 Jan 2021', 'Split by: was “Sex × Age; Age”, is “nothing (one number)”.'],
    ])
  })

  it('says which categories came, went or are called otherwise, where it is split by them', () => {
    const told = [
      ['from 1 Jan 2021', 'Sex: “unknown” is not asked for any more.'],
      ['from 1 Jan 2022', 'Sex: “intersex” is new.', 'Sex: was “female”, is “woman”.'],
    ]
    expect(items(one({ schemes: [scheme('primary', ['sex'])] })).slice(1)).toEqual(told)
    expect(
      items(one({ schemes: [scheme('primary', ['sex'], Q(2021, 1))] }))
        .slice(1)
        .map(([from]) => from),
    ).toEqual(['from 1 Jan 2021', 'from 1 Jan 2022'])
    expect(items(one({ schemes: [scheme('primary', ['sex'], FIRST, Q(2021, 1))] })).slice(1)).toEqual([
      told[0],
      ['from 1 Apr 2021', 'Split by: was “Sex”, is “nothing (one number)”.'],
    ])
    expect(items(one({ schemes: [scheme('primary', ['age'])] }))).toEqual([])
  })

  it('says nothing where what it is split by, or a category, is only written anew', () => {
    const schemes = [scheme('primary', ['sex'], FIRST, Q(2020, 2)), scheme('primary', ['sex'], Q(2020, 3))]
    const both = [
      scheme('primary', ['age'], FIRST, Q(2020, 2)),
      scheme('partition', ['sex'], FIRST, Q(2020, 2)),
      scheme('partition', ['sex'], Q(2020, 3), Q(2020, 4)),
      scheme('primary', ['age'], Q(2020, 3), Q(2020, 4)),
    ]
    const split = (given: typeof both) =>
      changesOf(historyOf([one({ schemes: given })]), LISTS, FIRST).flatMap(({ of, from }) =>
        of === 'split' ? [from] : [],
      )
    expect(split(schemes as typeof both)).toEqual([])
    expect(split(both)).toEqual([Q(2021, 1)])
    const again = { ...SEX, categories: [category(1, 'a', [FIRST_QUARTER, Q(2020, 4)], [Q(2021, 1), null])] }
    expect(categoryTurns(again)).toEqual([])
  })

  it('says that a category is called otherwise in one language alone', () => {
    const renamed = (is: { vi: string; en: string }) => {
      const definitions = [
        { from: FIRST_QUARTER, to: Q(2020, 4), name: { vi: 'a', en: 'a' } },
        { from: Q(2021, 1), to: null, name: is },
      ]
      return categoryTurns({ ...SEX, categories: [{ id: 1, code: 'a', name: is, definitions }] })
    }
    expect(renamed({ vi: 'b', en: 'a' })).toEqual([Q(2021, 1)])
    expect(renamed({ vi: 'a', en: 'b' })).toEqual([Q(2021, 1)])
    expect(renamed({ vi: 'a', en: 'a' })).toEqual([])
  })

  it('leaves out what begins with the project', () => {
    const history = historyOf([
      one({ schemes: [scheme('primary', ['sex'], FIRST, Q(2019, 4)), scheme('primary', ['age'], Q(2020, 1))] }),
    ])
    expect(changesOf(history, LISTS, FIRST).map(({ from }) => from)).toEqual([Q(2020, 1)])
    expect(changesOf(history, LISTS, Q(2020, 1))).toEqual([])
  })

  it('knows the quarters in which a list turns', () => {
    expect(categoryTurns(SEX)).toEqual([Q(2021, 1), Q(2022, 1)])
    expect(categoryTurns(AGE)).toEqual([])
  })
})

describe('what makes a series another one', () => {
  const told = (before: Partial<DefinedIndicator>, after: Partial<DefinedIndicator>) => {
    const history = historyOf([
      one({ to: Q(2021, 4), ...before }),
      one({ from: Q(2022, 1), knownSince: KNOWN, ...before, ...after }),
    ])
    return changesOf(history, LISTS, FIRST).flatMap((change) => breakSentences(change, LISTS, wordsFor('en')))
  }

  it('is a sentence on what its numbers rest on, not the definition at length', () => {
    expect(told({ definition: text('old') }, { definition: text('new'), countingUnit: text('case') })).toEqual([
      expect.stringMatching(/definition/i),
      'Counting unit: was “person”, is “case”.',
    ])
    expect(told({}, { frequency: 'annual' })).toEqual([
      'Frequency: was “Every quarter”, is “Every year (fourth quarter)”.',
    ])
  })

  it('is not another name, another source or more decimals', () => {
    expect(told({}, { name: text('new'), responsible: text('Somebody'), decimals: 2 })).toEqual([])
  })

  it('is a pause', () => {
    expect(told({ to: Q(2020, 4) }, { to: null })).toEqual(['Not measured in between (1 Jan 2021 – 31 Dec 2021).'])
  })

  it('is what it is split by, and its categories', () => {
    expect(told({ schemes: [scheme('primary', ['sex'])] }, {})).toEqual([
      'Sex: “unknown” is not asked for any more.',
      'Sex: “intersex” is new.',
      'Sex: was “female”, is “woman”.',
    ])
  })
})
