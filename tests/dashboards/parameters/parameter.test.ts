import { describe, expect, it } from 'vitest'
import { wrongInWords } from '../../../src/dashboards/parameters/in-words.ts'
import {
  oneOffered,
  orNotOffered,
  PARAMETERS,
  pageAsked,
  refuseWrong,
  WRONGS,
  WrongAddress,
  wrongOfPage,
} from '../../../src/dashboards/parameters/parameter.ts'

import { wordsFor } from '../../../src/language/words.ts'
import { LANGUAGES } from '../../../src/vocabulary/language.ts'

/** What is refused, or null. */
function refusalOf(ask: () => unknown): WrongAddress | null {
  try {
    ask()
    return null
  } catch (error) {
    return error as WrongAddress
  }
}

describe('one of a closed list', () => {
  it.each([
    [{}, null],
    [{ sort: '' }, null],
    [{ sort: 'plan' }, 'plan'],
  ])('%j asks for %j, and nothing is wrong', (query, found) => {
    expect(oneOffered(query, 'sort', ['plan', 'code'])).toEqual({ found, wrong: [] })
  })

  it('names what is not on it, and says no more of it again than fits in a sentence', () => {
    const wrong = [{ name: 'sort', value: 'x'.repeat(40), why: 'not-offered' }]
    expect(oneOffered({ sort: 'x'.repeat(41) }, 'sort', ['plan'])).toEqual({ found: null, wrong })
  })
})

describe('a page of what is long', () => {
  it.each([
    [{}, 1],
    [{ page: '' }, 1],
    [{ page: '1' }, 1],
    [{ page: '12' }, 12],
  ])('%j asks for page %i', (query, page) => {
    expect(pageAsked(query)).toEqual({ page, wrong: [] })
  })

  it.each(['0', '-1', '1.5', 'two'])('“%s” is none: the first is shown, and it is named', (value) => {
    expect(pageAsked({ page: value })).toEqual({ page: 1, wrong: [{ name: 'page', value, why: 'not-offered' }] })
  })

  it('may be asked for as tables, and as nothing else', () => {
    expect(wrongOfPage({ view: 'table', page: '2' })).toEqual([])
    expect(wrongOfPage({ view: 'films', page: 'x' }).map(({ name, value }) => [name, value])).toEqual([
      ['view', 'films'],
      ['page', 'x'],
    ])
  })
})

describe('where nothing else may stand in its place', () => {
  it.each([
    ['is there', { panel: 'trend' }, 'trend'],
    ['is not asked for', {}, null],
  ])('what %s is taken as it is', (_, query, found) => {
    expect(orNotOffered(query, 'panel', found)).toBe(found)
  })

  it('what is asked for and is not there is refused by its name', () => {
    const refused = refusalOf(() => orNotOffered({ panel: 'maps' }, 'panel', null))
    expect(refused).toBeInstanceOf(WrongAddress)
    expect(refused?.wrong).toEqual([{ name: 'panel', value: 'maps', why: 'not-offered' }])
  })

  it('all that is wrong is refused together, and named for whoever reads the log', () => {
    expect(refusalOf(() => refuseWrong([]))).toBeNull()
    const wrong = [
      { name: 'quarter', value: 'zz', why: 'bad-period' },
      { name: 'sort', value: 'x', why: 'not-offered' },
    ] as const
    const refused = refusalOf(() => refuseWrong(wrong))
    expect(refused).toMatchObject({ message: 'quarter: bad-period, sort: not-offered', wrong })
  })
})

describe.each(LANGUAGES)('what could not be shown, in %s', (language) => {
  const said = PARAMETERS.flatMap((name) =>
    WRONGS.map((why) => {
      const values = { area: 'province', first: '1', last: '2', from: '1', to: '2' }
      return { name, ...wrongInWords({ name, value: 'zz9', why, values }, wordsFor(language)) }
    }),
  )

  it('is named as the page names it, in a sentence with nothing left open', () => {
    for (const one of said) {
      expect(one.parameter).toBe(one.name)
      expect(one.label.length, one.name).toBeGreaterThan(1)
      expect(one.sentence, `${one.name} ${one.why}`).not.toMatch(/\{\{|[a-z]+:[a-z]+[.]|^$/)
    }
  })

  it('says what was asked for, where that was no choice of the page’s own', () => {
    const silent = said.filter(({ sentence }) => !sentence.includes('zz9'))
    expect(new Set(silent.map(({ why }) => why))).not.toContain('not-offered')
    expect(silent.some(({ why }) => why === 'not-in-report')).toBe(true)
  })
})

it('what is not on its list says where to choose it; nothing says that of another fault', () => {
  const said = (name: (typeof PARAMETERS)[number], why: (typeof WRONGS)[number]) =>
    wrongInWords({ name, value: 'zz', why }, wordsFor('en')).sentence
  expect(said('sort', 'not-offered')).toBe(
    '“zz” is not an order of this page: indicators are shown in the order of the framework.',
  )
  expect(said('component', 'not-offered')).toBe('There is no component “zz”: all are shown. Choose one below.')
  expect(said('sdg', 'not-offered')).toBe('“zz” can’t be chosen here. Choose another under Filters.')
  for (const name of ['of', 'indicator', 'other', 'against', 'year', 'day', 'since', 'rank'] as const)
    expect(said(name, 'not-offered'), name).toBe('“zz” can’t be chosen here. Choose again on this page.')
  expect(said('sort', 'not-in-report')).toBe(
    'A report has approved figures only, on the map as reported; they are shown so.',
  )
  expect(said('period', 'bad-period')).not.toBe(said('period', 'not-offered'))
})
