import { describe, expect, it } from 'vitest'
import { type NumberField, readNumber } from '../../src/language/read-number.ts'
import { rewriteNumber } from '../../src/language/rewrite-number.ts'
import fc from '../fast-check.ts'
import { FIELDS, field, language, numeric } from './numbers.ts'

describe('a text for a form of the other language', () => {
  const { whole, decimal: median, signed } = FIELDS

  it.each<[string, NumberField | undefined, string, string]>([
    ['1.234', whole, '1234', '1.234 ?'],
    ['1.234', median, '1234', '1,234'],
    ['1,5', median, '1.5', '1,5 ?'],
    ['-1,5', signed, '-1.5', '-1,5 ?'],
    [' 12 ', whole, '12', '12'],
    ['1,000', median, '1,000 ?', '1000'],
    [' 1,000', whole, '1,000 ?', '1000'],
    ['1,5', whole, '1,5', '1,5'],
    ['12a', whole, '12a', '12a'],
    ['  ', whole, '  ', '  '],
  ])('%j is written anew', (text, kind, english, vietnamese) => {
    expect(rewriteNumber(text, 'vi', 'en', kind!)).toBe(english)
    expect(rewriteNumber(text, 'en', 'vi', kind!)).toBe(vietnamese)
    expect(rewriteNumber(text, 'vi', 'vi', kind!)).toBe(text)
  })

  it('means the same number there, or none', () => {
    fc.assert(
      fc.property(numeric, language, field, (text, from, kind) => {
        const to = from === 'vi' ? 'en' : 'vi'
        const [before, after] = [
          readNumber(text, from, kind),
          readNumber(rewriteNumber(text, from, to, kind), to, kind),
        ]
        if (before.kind === 'number') expect(after).toEqual(before)
        else expect(after.kind).not.toBe('number')
        if (before.kind === 'blank') expect(after.kind).toBe('blank')
      }),
      { numRuns: 3000 },
    )
  })
})
