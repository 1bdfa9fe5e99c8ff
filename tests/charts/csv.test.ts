import { expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { csvOf, NOT_APPLICABLE, NOT_REPORTED, RATIO, reported, table, UNDEFINED } from './tables.ts'

const lines = (csv: string): string[] => csv.trimEnd().split('\r\n')

it('starts with a byte order mark and is in the language of the person', () => {
  const vi = csvOf(table([[reported(1)]]), 'từ – đến', wordsFor('vi'))
  expect(vi.codePointAt(0)).toBe(0xfeff)
  expect(vi).toContain('Tử số;Mẫu số')
  expect(csvOf(table([[reported(1)]]), 'from – to', wordsFor('en'))).toContain('Numerator,Denominator')
})

it('has exact numbers, and numerator and denominator beside a ratio', () => {
  const given = table([[reported(1 / 3, { numerator: 1, denominator: 3 })]], { indicator: RATIO })
  expect(lines(csvOf(given, '', wordsFor('en'))).at(-1)).toBe(
    'Q1 2021,from – to,project,,33.3333333333333%,reported,1,3,,,% clients,5,5,,,,,,,,,reported,,,2021-01-01,2021-03-31',
  )
})

it('writes states as shorthand with the state in words, zero as 0', () => {
  const csv = lines(csvOf(table([[NOT_REPORTED], [NOT_APPLICABLE], [UNDEFINED], [reported(0)]]), '', wordsFor('en')))
  expect(csv.slice(-4).map((line) => line.split(',').slice(4, 6).join(' '))).toEqual([
    '[x] not reported',
    '[z] not applicable',
    '[q] undefined',
    '0 reported',
  ])
})

it('quotes what holds a comma and defuses what a spreadsheet would compute', () => {
  const given = table([[reported(1)]], { columns: ['=1+1', 'a "b", c'] })
  const odd = { ...given, cells: [[given.cells[0]![0]!, given.cells[0]![0]!]] }
  const csv = csvOf(odd, '', wordsFor('en'))
  expect(csv).toContain(",'=1+1,")
  expect(csv).toContain(',"a ""b"", c",')
})

it('says on top that values are illustrative, where they are', () => {
  expect(lines(csvOf(table([[reported(1)]]), '', wordsFor('en'), true))[0]).toContain('Illustrative figures')
  expect(csvOf(table([[reported(1)]]), '', wordsFor('en'))).not.toContain('Illustrative')
})
