import { expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { sayFrom, typingSentences } from '../../../src/submissions/typing/sentences.ts'

it('fills a sentence on the page with what it is given, whatever that holds', () => {
  const say = sayFrom(typingSentences(wordsFor('en')))
  expect(say('complete')).toBe('complete')
  expect(say('blank', { n: '3' })).toBe('blank: 3')
  expect(say('which', { typed: '$& {n}' })).toBe('“$& {n}” means:')
  expect(say('too-large', { rows: '1', columns: '2', roomRows: '3', roomColumns: '4' })).toMatch(
    /1 rows × 2 .* 3 rows × 4 /,
  )
})
