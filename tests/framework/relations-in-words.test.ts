import { describe, expect, it } from 'vitest'
import { readForm } from '../../src/forms/read.ts'
import type { DeclaredRelation } from '../../src/framework/relations/declared-relation.ts'
import { endedForm, relationForm } from '../../src/framework/relations/form.ts'
import { outcomeText } from '../../src/framework/relations/in-words.ts'
import { relationsPage } from '../../src/framework/relations/page.ts'
import type { Text } from '../../src/language/text.ts'
import { wordsFor } from '../../src/language/words.ts'
import { q } from '../support/small-project.ts'

const RELATION = { indicator: 'V6', counted: 'V3' }
const NAMES = new Map<number, Text>([[1, { vi: 'Hà Tĩnh', en: 'Ha Tinh' }]])
const unlike = (placeId: number) => ({ placeId, quarter: q('2021-Q2') })

describe('what came of declaring a relation', () => {
  it.each<[DeclaredRelation, string]>([
    [
      { declared: RELATION, alike: 12 },
      'Declared: what V6 rests on is what V3 counts, in all 12 reports that have both.',
    ],
    [{ refused: 'unknown' }, 'Nothing was declared: V6 and V3 have to be two indicators of the project.'],
    [
      { refused: 'not-a-count' },
      'Nothing was declared: V3 is no count. Name the indicator that counts what V6 rests on.',
    ],
    [{ unlike: [unlike(1)] } as DeclaredRelation, 'V6 rests on is not what V3 counts in Ha Tinh, Q2 2021. Have'],
    [
      { unlike: [unlike(1), unlike(2), unlike(2)] } as DeclaredRelation,
      'in Ha Tinh, Q2 2021, and in 2 other reports. Have',
    ],
    [{ unlike: [unlike(7)] } as DeclaredRelation, 'counts in 7, Q2 2021. Have'],
  ])('%j is said in a sentence', (outcome, sentence) => {
    expect(outcomeText(RELATION, outcome, (id) => NAMES.get(id), wordsFor('en'))).toContain(sentence)
  })
})

describe('the page of relations', () => {
  const names = new Map([['V6', { vi: 'Tỷ lệ', en: 'Share' }]])
  const page = (problem: string | null) =>
    relationsPage(
      { declared: [RELATION], suggested: [{ ...RELATION, alike: 1200 }], declined: [RELATION], names },
      problem,
      wordsFor('en'),
    )

  it('names what has a name, and says whose each button is', () => {
    const row = { indicator: 'V6. Share', counted: 'V3', codes: RELATION, unseen: ' V6, V3' }
    expect(page(null)).toMatchObject({ problem: null, declared: [row], suggested: [row], declined: [row] })
    expect(page('No.').problem).toBe('No.')
  })

  it('says of how many submissions a suggestion is', () => {
    expect(page(null).suggested[0]!.alike).toBe('the same in 1,200 of 1,200 submissions')
  })
})

it.each([
  [{ indicator: ' V6 ', counted: 'V3' }, RELATION],
  [
    { indicator: 'V'.repeat(20), counted: 'V' },
    { indicator: 'V'.repeat(20), counted: 'V' },
  ],
  [{ indicator: 'V'.repeat(21), counted: 'V3' }, null],
  [{ indicator: 'V6', counted: 'V'.repeat(21) }, null],
  [{ indicator: 'V6', counted: ' ' }, null],
  [{ counted: 'V3' }, null],
])('%j names two indicators: %j', (body, values) => {
  const read = readForm(relationForm, body)
  expect('values' in read ? read.values : null).toEqual(values)
  if (!('values' in read)) expect(Object.values(read.errors)).toEqual(['indicators:relations.wrong'])
})

it('which relation is ended is one code', () => {
  expect(readForm(endedForm, { indicator: 'V6' })).toMatchObject({ values: { indicator: 'V6' } })
  for (const indicator of ['', 'V'.repeat(21)])
    expect(readForm(endedForm, { indicator })).toMatchObject({ errors: { indicator: 'indicators:relations.wrong' } })
})
