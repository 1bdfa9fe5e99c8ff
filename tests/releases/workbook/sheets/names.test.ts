import { describe, expect, it } from 'vitest'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import type { SheetPlan } from '../../../../src/releases/workbook/plan.ts'
import { asSheetName, componentSheetName, namedApart } from '../../../../src/releases/workbook/sheets/sheet-names.ts'
import { withWayBack } from '../../../../src/releases/workbook/sheets/way-back.ts'
import { PILOT_TERMS } from '../../../language/pilot-terms.ts'

describe('the name of a sheet', () => {
  it('has neither the signs nor the length that Excel refuses, and two languages on one line', () => {
    expect(asSheetName('Tổng hợp / Summary')).toBe('Tổng hợp – Summary')
    expect(asSheetName('Tổng hợp\nSummary')).toBe('Tổng hợp – Summary')
    expect(asSheetName('a/b\\c?d*e[f]g:h')).toBe('a-b-c-d-e-f-g-h')
    expect(asSheetName('x'.repeat(40))).toBe('x'.repeat(31))
    expect(asSheetName(` ${'x'.repeat(29)} yz`)).toBe('x'.repeat(29))
  })

  it('is that of a component in both languages where they have room, else the whole of the first', () => {
    const named = (vi: string, en: string, language: 'both' | 'en' = 'both') => {
      const components = [{ ...PILOT_TERMS.components[0]!, code: 'c', name: { vi, en } }]
      return componentSheetName('c', bilingualIn(language, { ...PILOT_TERMS, components }))
    }
    expect(named('Phòng ngừa', 'Prevention')).toBe('Phòng ngừa – Prevention')
    expect(named('Phòng ngừa', 'Prevention', 'en')).toBe('Prevention')
    expect(named('a'.repeat(14), 'b'.repeat(14))).toBe(`${'a'.repeat(14)} – ${'b'.repeat(14)}`)
    expect(named('a'.repeat(14), 'b'.repeat(15))).toBe('a'.repeat(14))
    expect(named('a'.repeat(30), 'b'.repeat(45))).toBe('a'.repeat(30))
  })

  it('is no other’s, in whatever letters', () => {
    const apart = (...names: string[]) =>
      namedApart(
        'Cover',
        names.map((name) => ({ key: name, name }) as SheetPlan),
      ).map(({ name }) => name)
    expect(apart('Data', 'Notes', 'data', 'DATA', 'cover')).toEqual([
      'Data',
      'Notes',
      'data (2)',
      'DATA (3)',
      'cover (2)',
    ])
    expect(apart('ĐỊA BÀN', 'địa bàn')).toEqual(['ĐỊA BÀN', 'địa bàn (2)'])
    const long = 'x'.repeat(31)
    expect(apart(long, long)).toEqual([long, `${'x'.repeat(27)} (2)`])
  })
})

describe('the way back to the cover', () => {
  const en = bilingualIn('en')
  const LINK = { text: '← Contents', sheet: 'cover' }
  const backFrom = (title: string, widths: number[]) => {
    const rows = [{ cells: [title], style: 'title' as const }, { cells: ['x'] }]
    const sheet = { key: 's', name: 'S', columns: widths.map((width) => ({ width })), rows } as unknown as SheetPlan
    return withWayBack(sheet, en).rows.map(({ cells }) => cells)
  }

  it('stands in the first column after the title, alone or with the empty ones beside it', () => {
    expect(backFrom('Data', [20, 20])).toEqual([['Data', LINK], ['x']])
    expect(backFrom('Data', [4, 20, 20])).toEqual([['Data', null, LINK], ['x']])
    expect(backFrom('Data', [20, 6, 6])).toEqual([['Data', LINK], ['x']])
  })

  it('stands at the end, to which one has read on, where it has no room beside the title', () => {
    for (const widths of [[20], [20, 4], [3, 3]]) expect(backFrom('Data', widths)).toEqual([['Data'], ['x'], [LINK]])
  })

  it('is said in the first language alone, and is not there on a sheet without a title', () => {
    const bare = { key: 's', name: 'S', columns: [{ width: 30 }, { width: 30 }], rows: [] } as unknown as SheetPlan
    expect(withWayBack(bare, en)).toBe(bare)
    const titled = { ...bare, rows: [{ cells: ['Data'] }] }
    const [row] = withWayBack(titled, bilingualIn('both')).rows
    expect(row!.cells[1]).toEqual({ text: '← Mục lục', sheet: 'cover' })
  })
})
