import { expect, it } from 'vitest'
import { SIGNS } from '../../src/figures/marks.ts'
import { helpPage } from '../../src/help/page.ts'
import { helpEntries } from '../../src/help/topics.ts'
import { NOTHING } from '../../src/language/text.ts'
import { wordsFor } from '../../src/language/words.ts'

it.each(['vi', 'en'] as const)('help in %s has a title and a text for each topic, mark and word', (language) => {
  const { topics, rules, marks, terms } = helpPage(wordsFor(language), null)
  expect(topics.map(({ id }) => id)).toEqual([
    'enter',
    'numbers',
    'saving',
    'workbook',
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
    'report-files',
  ])
  const signed = marks.map(({ mark }) => mark)
  expect(signed.filter((mark) => mark !== NOTHING).sort()).toEqual([...SIGNS].sort())
  expect(marks.filter(({ mark }) => mark === NOTHING)).toHaveLength(3)
  expect(terms).toHaveLength(20)
  const texts = [
    ...topics.flatMap(({ title, body }) => [title, body]),
    ...rules.flatMap(({ title, body }) => [title, body]),
    ...marks.flatMap(({ word, means }) => [word, means]),
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
  expect(quoted('closing')).toEqual([
    words.t('periods:title'),
    words.t('periods:close'),
    words.t('submissions:status.missing'),
  ])
})
