import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../../src/releases/content/content.ts'
import { workbookOf } from '../../../../src/releases/workbook/assemble.ts'
import type { WorkbookPlan } from '../../../../src/releases/workbook/plan.ts'
import { printedAs } from '../../../../src/releases/workbook/print/pages.ts'
import { textWidth, wrapped, wrappedLines } from '../../../../src/spreadsheet/text-width.ts'
import { smallContent } from '../small-content.ts'
import { cutIn } from './cut-text.ts'

let content: ReleaseContent
const plans = new Map<string, WorkbookPlan>()
beforeAll(async () => {
  content = await smallContent()
  for (const language of ['vi', 'en', 'both'] as const)
    plans.set(language, workbookOf({ ...content, release: { ...content.release, language } }))
})
const LANGUAGES = ['vi', 'en', 'both']

describe('a workbook on paper and screen', () => {
  it.each(LANGUAGES)('cuts no text and no number of any cell of any sheet (%s)', (language) => {
    const { sheets } = plans.get(language)!
    expect(sheets.flatMap((sheet) => cutIn(sheet, language === 'en' ? 'en' : 'vi'))).toEqual([])
  })

  it.each(LANGUAGES)('has a title in A1 and no row without a word (%s)', (language) => {
    for (const { rows, name } of plans.get(language)!.sheets) {
      expect(rows[0]!.style, name).toBe('title')
      expect(rows.filter(({ cells }) => cells.every((cell) => cell === null || cell === ''))).toEqual([])
    }
  })

  it.each(LANGUAGES)(
    'leaves no heading and no title of a table at the foot of a page, and is A4 across (%s)',
    (language) => {
      for (const sheet of plans.get(language)!.sheets) {
        expect(sheet.print.columns ?? sheet.columns.length, sheet.name).toBeLessThanOrEqual(sheet.columns.length)
        for (const at of printedAs(sheet).breaks) {
          expect(['heading', 'group'], sheet.name).not.toContain(sheet.rows[at]!.style)
          expect(sheet.rows[at]!.keepWithNext).toBeUndefined()
        }
      }
    },
  )

  it('has its summary on one page', () => {
    for (const { sheets } of plans.values())
      expect(printedAs(sheets.find(({ key }) => key === 'summary')!).breaks).toEqual([])
  })
})

describe('the width of a text', () => {
  it('is that of its letters, whatever marks they bear', () => {
    expect(textWidth('Hải Phòng', { size: 10 })).toBeCloseTo(textWidth('Hai Phong', { size: 10 }), 5)
    expect(textWidth('ưu', { size: 1000 })).toBe(669 + 556)
    expect(textWidth('mW', { size: 10, isBold: true })).toBeGreaterThan(textWidth('mW', { size: 10 }))
    expect(textWidth('漢', { size: 1000 })).toBe(1000)
  })

  it('wraps at spaces and after hyphens, and parts a word only where it has to', () => {
    const letters = { size: 10 }
    const room = textWidth('life-of-', letters)
    expect(wrapped('life-of-plan', room, letters)).toEqual(['life-of-', 'plan'])
    expect(wrapped('a bc', textWidth('a b', letters), letters)).toEqual(['a', 'bc'])
    expect(wrapped('mmmm', textWidth('mm', letters), letters)).toEqual(['mm', 'mm'])
    expect(wrappedLines('one\ntwo', 100, letters)).toBe(2)
  })
})
