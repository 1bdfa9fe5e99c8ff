import { describe, expect, it } from 'vitest'
import { cellAddress, columnLetters } from '../../src/spreadsheet/address.ts'

describe('the address of a cell', () => {
  it.each([
    [0, 'A'],
    [1, 'B'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('has letters for column %i: %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters)
  })

  it('counts rows from 1', () => {
    expect([cellAddress(0, 0), cellAddress(27, 9)]).toEqual(['A1', 'AB10'])
  })
})
