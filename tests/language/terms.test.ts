import { expect, it } from 'vitest'
import { colourOf, hasAreas, levelWords, markOf, NO_TERMS, termValues } from '../../src/language/terms.ts'
import { both, inBoth } from '../../src/language/text.ts'
import { wordsFor } from '../../src/language/words.ts'

const terms = {
  product: inBoth('Theo dõi', 'Tracker'),
  levels: [
    { one: inBoth('quốc gia', 'country'), many: inBoth('các quốc gia', 'countries') },
    { one: inBoth('đơn vị', 'county'), many: inBoth('các đơn vị', 'counties') },
  ],
  components: [{ code: 'law', name: inBoth('Luật', 'Law'), colour: 'blue' as const }],
}

it('sentences speak of the places that the project has, and begin with a capital where they begin with them', () => {
  expect(termValues(terms, 'vi')).toMatchObject({
    ...{ area: 'đơn vị', areas: 'các đơn vị', Area: 'Đơn vị', Areas: 'Các đơn vị', product: 'Theo dõi' },
  })
  expect(termValues(terms, 'en')).toMatchObject({ area: 'county', Areas: 'Counties', product: 'Tracker' })
})

it('where it has no such places, figures are of whoever reports', () => {
  expect(levelWords(terms, 1).one.en).toBe('county')
  expect([levelWords(terms, 2), levelWords(NO_TERMS, 0)].map(({ one }) => one.en)).toEqual(
    Array(2).fill('reporting partner'),
  )
  expect(termValues(terms, 'en')).toMatchObject({ subarea: 'reporting partner', Subareas: 'Reporting partners' })
})

it.each([
  [0, false],
  [1, false],
  [2, true],
])('with %d levels of places it is %s that figures are compared by areas', (many, areas) => {
  expect(hasAreas({ levels: terms.levels.slice(0, many) })).toBe(areas)
})

it('a component has the colour and the name that the project gives it; what belongs to none has neither', () => {
  expect([colourOf(terms, 'law'), colourOf(terms, 'sea'), colourOf(terms, null)]).toEqual(['blue', 'none', 'none'])
  const { component } = wordsFor('vi', terms)
  expect([component('law'), component('sea')]).toEqual(['Luật', 'sea'])
  expect(component(null)).toBe(wordsFor('vi', terms).t('common:cross-cutting'))
})

it.each([
  ['3P Tracker', '3P'],
  ['M&E 2 go', 'M2'],
  ['M2E go', 'M2E'],
  ['Theo dõi', 'TD'],
  ['đo đạc', 'ĐĐ'],
  ['Tracker', 'T'],
  ['2030Agenda now', '2N'],
  ['', ''],
])('the tool %j has the sign %j', (product, mark) => {
  expect(markOf(product)).toBe(mark)
})

it('words of one project are made once, and tell projects and languages apart', () => {
  const words = wordsFor('en', terms)
  expect(wordsFor('en', { ...terms })).toBe(words)
  expect(words.in('vi')).toBe(wordsFor('vi', terms))
  expect([words.language, words.in('vi').language]).toEqual(['en', 'vi'])
  expect(wordsFor('en', { ...terms, components: [] }).component('law')).toBe('law')
  expect([words.of(terms.product), words.in('vi').of(terms.product)]).toEqual(['Tracker', 'Theo dõi'])
  for (let nth = 0; nth < 9; nth++) wordsFor('en', { ...terms, product: inBoth('', `${nth}`) })
  expect(wordsFor('en', terms).component('law')).toBe('Law')
  expect(words.in('vi').in('en')).toBe(words)
  expect(inBoth('Luật', 'Law')).toEqual({ vi: 'Luật', en: 'Law' })
  expect(both((language) => wordsFor(language, terms).component('law'))).toEqual({ vi: 'Luật', en: 'Law' })
})
