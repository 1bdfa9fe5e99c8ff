import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../src/language/read-number.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { numberField } from '../../../src/submissions/entry-form/definition.ts'
import { readPosted } from '../../../src/submissions/entry-form/form.ts'
import { problemInWords } from '../../../src/submissions/entry-form/in-words.ts'
import { readRows } from '../../../src/submissions/entry-form/row-form.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import type { Language } from '../../../src/vocabulary/language.ts'
import { row } from './definitions.ts'

function sentence(text: string, language: Language, measure: Measure): string {
  const [problem] = readRows(readPosted({ 'v.V1': text }, language), [row('V1', measure)], []).problems
  return problemInWords(problem!, wordsFor(language))
}

describe('the sentence at a doubtful number', () => {
  it.each<[string, Language, Measure, string[], string[]]>([
    ['1.5', 'vi', 'median', ['1,5', '15'], ['1.5']],
    ['1,5', 'en', 'median', ['1.5', '15'], ['1,5']],
    ['1,000', 'vi', 'count', ['1000', '1'], ['1,000', '1.000']],
    ['1.000', 'en', 'median', ['1000', '1'], ['1,000', '1.000']],
    ['1,500', 'vi', 'median', ['1500', '1,5'], ['1,500', '1.500']],
    ['-0.5', 'vi', 'mean', ['-0,5'], ['5,', '-5']],
    ['1,234.5', 'vi', 'median', ['1234,5'], ['12']],
    ['123,456,789.50', 'vi', 'median', ['123456789,5'], []],
  ])('%s (%s, %s) says how to write each reading', (text, language, measure, written, unwritten) => {
    const said = sentence(text, language, measure)
    for (const one of written) {
      expect(said.split(/[^\d,.-]+/).map((word) => word.replace(/[.,]$/, ''))).toContain(one)
      expect(readNumber(one, language, numberField(measure, 'v')).kind).toBe('number')
    }
    for (const one of unwritten) expect(said.split(/\s|[.,;?](?=\s|$)/)).not.toContain(one)
  })

  it.each<[string, Language, string, string]>([
    ['1,234', 'vi', 'gõ 1234', 'số thập phân 1,234'],
    ['1.234', 'en', 'write 1234', 'decimal number 1.234'],
    ['1.5', 'vi', 'gõ 15', 'số thập phân 1,5'],
    ['1,5', 'en', 'write 15', 'decimal number 1.5'],
  ])('%s (%s) offers only the whole number where whole things are counted', (text, language, write, decimal) => {
    expect(sentence(text, language, 'count')).toContain(write)
    expect(sentence(text, language, 'count')).toContain(decimal)
  })

  it('names the states to whoever types one, and the cells to whoever pastes several', () => {
    expect(sentence('N/A', 'vi', 'count')).toMatch(/“Không có số liệu” .* “Không áp dụng” .* “Tình trạng”/)
    expect(sentence('n.d.', 'en', 'mean')).toMatch(/“Not reported” .* “Not applicable” .* “State”/)
    expect(sentence('1\t2', 'vi', 'count')).toContain('nhiều ô')
    expect(sentence('1\t2', 'en', 'count')).toContain('Several cells')
  })
})
