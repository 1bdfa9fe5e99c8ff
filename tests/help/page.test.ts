import { expect, it } from 'vitest'
import type { Examples } from '../../src/dashboards/examples/examples.ts'
import { SIGNS } from '../../src/figures/marks.ts'
import { helpPage } from '../../src/help/page.ts'
import { helpEntries } from '../../src/help/topics.ts'
import { wordsFor } from '../../src/language/words.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'

it.each(['vi', 'en'] as const)('help in %s has a title and a text for each topic, mark and word', (language) => {
  const { topics, rules, marks, terms } = helpPage(wordsFor(language), null)
  expect(topics.map(({ id }) => id)).toEqual([
    'enter',
    'numbers',
    'saving',
    'workbook',
    'own-sheet',
    'evidence',
    'returned',
    'reminders',
    'review',
    'closing',
    'partial',
    'pace',
    'spans',
    'change',
    'as-at',
    'definitions',
    'privacy',
    'as-donor',
    'before-issuing',
    'report-files',
  ])
  const signed = marks.flatMap(({ mark, word }) => (word === null ? [] : [mark]))
  expect(signed.sort()).toEqual([...SIGNS].sort())
  expect(marks.filter(({ word }) => word === null)).toHaveLength(3)
  expect(terms).toHaveLength(20)
  const texts = [
    ...topics.flatMap(({ title, body }) => [title, body]),
    ...rules.flatMap(({ title, body }) => [title, body]),
    ...marks.flatMap(({ mark, word, means }) => [word ?? mark, means]),
    ...terms.flatMap(({ name, means }) => [name, means]),
  ]
  for (const text of texts) expect(text).not.toMatch(/^$|^(?:help|word|marks|\w+)[.:]\w|{{/)
  expect(new Set(texts).size).toBe(texts.length)
})

it('has a place for everything that a search of it finds', () => {
  const { topics, rules, terms } = helpPage(wordsFor('en'), null)
  const places = [...topics, ...rules, ...terms].map(({ id }) => `/help#${id}`)
  expect(helpEntries().map(({ href }) => href)).toEqual(places)
})

it.each(['vi', 'en'] as const)('calls buttons and pages what they are called there, in %s', (language) => {
  const words = wordsFor(language)
  const { topics } = helpPage(words, null)
  const quoted = (id: string) =>
    [...topics.find((topic) => topic.id === id)!.body.matchAll(/“([^”]+)”/g)].map(([, text]) => text)
  expect(new Set(quoted('saving'))).toEqual(new Set([words.t('submissions:save')]))
  expect(quoted('returned')).toEqual([words.t('submissions:save-and-submit'), words.t('submissions:withdraw')])
  expect(quoted('review')).toEqual([
    words.t('submissions:approve'),
    words.t('submissions:words-button.return'),
    words.t('submissions:waiting.title'),
    words.t('submissions:words-button.reopen'),
  ])
  expect(quoted('before-issuing')).toEqual([
    words.t('releases:deviations.title'),
    words.t('releases:explanations.title'),
    words.t('releases:reasons.title'),
    words.t('releases:evidence.title'),
    words.t('releases:next-report.title'),
    words.t('settings:contact'),
    words.t('settings:title'),
  ])
  expect(quoted('closing')).toEqual([
    words.t('periods:title'),
    words.t('periods:close'),
    words.t('submissions:status.missing'),
  ])
})

it('explains what a place is by whether the project has areas, and no other word by that', () => {
  const means = (levels: typeof PILOT_TERMS.levels) => {
    const { terms } = helpPage(wordsFor('en', { ...PILOT_TERMS, levels }), null)
    return new Map(terms.map(({ id, means }) => [id, means]))
  }
  const [areas, none] = [means(PILOT_TERMS.levels), means(PILOT_TERMS.levels.slice(0, 1))]
  expect([...areas].filter(([id, said]) => none.get(id) !== said).map(([id]) => id)).toContain('word-place')
  expect(areas.get('word-place')).toBe(wordsFor('en', PILOT_TERMS).t('help:word.place.of-areas'))
  expect(areas.get('word-partner')).toBe(wordsFor('en', PILOT_TERMS).t('help:word.partner.means'))
})

it('has beside a rule, a topic and a mark what the project has to show for it', () => {
  const example = (text: string) => ({ text, href: `/figures/origin?${text}` })
  const none = { flow: [], stock: [], life: [], apart: [], ratio: [], mean: [], median: [], milestone: [], zero: [] }
  const examples: Examples = {
    rules: { ...none, ratio: [example('ratio')] },
    marks: { partial: example('partial'), outside: example('outside') },
    topics: { pace: [example('pace')] },
  }
  const { topics, rules, marks } = helpPage(wordsFor('en'), examples)
  const shown = (all: readonly { id: string; examples: readonly { text: string }[] | null }[]) =>
    Object.fromEntries(all.map(({ id, examples }) => [id, examples?.map(({ text }) => text) ?? null]))
  expect(shown(topics)).toMatchObject({ pace: ['pace'], enter: null })
  expect(shown(rules)).toMatchObject({ 'rule-ratio': ['ratio'], 'rule-flow': [] })
  // A mark that nothing bears says so; outside of which report a figure is depends on a donor nobody has chosen here.
  expect(shown(marks)).toMatchObject({ 'mark-partial': ['partial'], 'mark-not-due': [], 'mark-outside': null })
  expect(rules.find(({ id }) => id === 'rule-milestone')!.body).toContain('the target stage or a later one')
  expect(shown(helpPage(wordsFor('en'), null).marks)).toMatchObject({ 'mark-partial': null })
})

it('names a mark that has no sign by its word, and says it once', () => {
  const { marks } = helpPage(wordsFor('en'), null)
  expect(marks.find(({ id }) => id === 'mark-partial')).toMatchObject({ mark: 'partial', word: null })
  expect(marks.find(({ id }) => id === 'mark-revised')).toMatchObject({ mark: '[r]', word: 'revised' })
  expect(new Set(marks.map(({ mark }) => mark)).size).toBe(marks.length)
})
