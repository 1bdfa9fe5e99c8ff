import { describe, expect, it } from 'vitest'
import { labelOf } from '../../../src/indicators/in-words.ts'
import { readNumber } from '../../../src/language/read-number.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Hard } from '../../../src/submissions/checks/hard.ts'
import { numberField } from '../../../src/submissions/entry-form/definition.ts'
import { readPosted } from '../../../src/submissions/entry-form/form.ts'
import { fieldValueInWords, placeOf, problemInWords } from '../../../src/submissions/entry-form/in-words.ts'
import { readRows } from '../../../src/submissions/entry-form/row-form.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import type { Language } from '../../../src/vocabulary/language.ts'
import { BREAKDOWNS, definition, indicator, row } from './definitions.ts'

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

describe('a field in words', () => {
  const FORM = definition(
    indicator('V1', 'count', [['primary', 'sex', 'age']]),
    indicator('V2', 'ratio'),
    indicator('V3', 'mean'),
    indicator('J1', 'milestone'),
  )
  const en = wordsFor('en')

  it.each([
    ['v.V1', 'V1'],
    ['v.V1.age=child|sex=female', 'V1, female, child'],
    ['s.V1', 'V1, state'],
    ['r.V1', 'V1, remarks'],
    ['v.V2', 'V2, numerator'],
    ['d.V2', 'V2, denominator'],
    ['v.V3', 'V3, mean'],
    ['d.V3', 'V3, n'],
    ['v.J1', 'J1'],
    ['v.X9', 'X9'],
    ['s.X9', 'X9, state'],
    ['not a field', 'not a field'],
  ])('%s is %s', (field, where) => {
    expect(placeOf(field, FORM, BREAKDOWNS, en)).toBe(where)
  })

  it.each<[string, number | string | null, string]>([
    ['v.V1', 1234.5, '1,234.5'],
    ['v.V1', 0, '0'],
    ['v.V1', null, 'blank'],
    ['s.V1', null, 'reported'],
    ['s.V1', 'not applicable', '[z] not applicable'],
    ['r.V1', 'No course', 'No course'],
    ['r.V1', null, 'blank'],
    ['v.J1', 2, 'issued'],
    ['v.X9', 2, '2'],
    ['not a field', null, 'blank'],
    ['not a field', 'text', 'text'],
  ])('%s of %s is %s', (field, value, text) => {
    expect(fieldValueInWords(field, value, FORM, en)).toBe(text)
  })

  it('names a cell in the order in which its breakdowns are shown, and leaves out what is not known', () => {
    expect(labelOf('age=adult|sex=male', BREAKDOWNS, en)).toBe('male, adult')
    expect(labelOf('', BREAKDOWNS, en)).toBe('')
    expect(labelOf('age=adult|colour=red', BREAKDOWNS, en)).toBe('adult')
    expect(labelOf('age=unheard-of', BREAKDOWNS, en)).toBe('')
  })
})

describe('the numbers of a problem', () => {
  it('are written as the person writes them, to the last digit that is compared, and so is how many', () => {
    const say = (code: Hard, numbers: Record<string, number>) =>
      problemInWords({ code, indicator: 'V1', field: 'v.V1', numbers }, wordsFor('en'))
    expect(say('partition', { parts: 1234.56789, total: 0.5 })).toContain(
      'add up to 1,234.56789, but the total above is 0.5',
    )
    expect(say('partition', { parts: 0.123_451, total: 0.123_452 })).toContain(
      'add up to 0.123451, but the total above is 0.123452',
    )
    expect(say('blank-cells', { count: 1 })).toMatch(/^One cell is blank/)
    expect(say('blank-cells', { count: 1200 })).toMatch(/^1,200 cells are blank/)
  })
})
