import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/config/root.ts'
import { layoutsData } from '../../../src/framework/lists/donors/layouts.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { USUAL_WORKBOOK } from '../../../src/project/workbook-layout.ts'
import type { Deviation } from '../../../src/releases/deviations/deviation.ts'
import { askedBecause, deviationsModel, type LoadedDeviations } from '../../../src/releases/deviations/page.ts'
import {
  columnCalled,
  hasRatings,
  type LayoutInWords,
  placedInWords,
  sheetCalled,
} from '../../../src/releases/wording/in-layout.ts'

const read = (code: string) => {
  const file = join(root, `fixtures/pilot/donors/${code}.json`)
  return layoutsData.parse([JSON.parse(readFileSync(file, 'utf8'))])[0]!
}
const LAYOUTS = { fcdo: read('fcdo'), eu: read('eu-opsys'), usaid: read('usaid-iptt') }
const inEnglish = (layout: Omit<LayoutInWords, 'language'>): LayoutInWords => ({ ...layout, language: 'en' })
const { fcdo, eu, usaid } = LAYOUTS
const words = wordsFor('en')
const placed = (text: Parameters<typeof placedInWords>[0], layout: Omit<LayoutInWords, 'language'>) =>
  placedInWords(text, inEnglish(layout), words)

describe('parts of a donor’s workbook', () => {
  it('are called as its layout has them, in the language of the file and not of who reads about it', () => {
    expect(columnCalled('explanation', inEnglish(usaid))).toBe('Deviation narrative')
    expect(columnCalled('lop', inEnglish(eu))).toBe('Final target')
    expect(sheetCalled('tracking', inEnglish(usaid))).toBe('IPTT')
    expect(sheetCalled('logframe', inEnglish(eu))).toBe('Logframe matrix')
    expect(sheetCalled('logframe', inEnglish(fcdo))).toBe('Logframe')
    expect(sheetCalled('narrative', { ...fcdo, language: 'both' })).toBe('Giải trình – Narrative')
    expect(columnCalled('evidence', { ...fcdo, language: 'vi' })).toBe('Minh chứng')
  })

  it('are none where the layout has none: a column stands in a table that has to be there, too', () => {
    expect(sheetCalled('goals', inEnglish(eu))).toBeNull()
    expect(columnCalled('rag', inEnglish(usaid))).toBeNull()
    const untracked = { ...fcdo, sheets: fcdo.sheets.filter(({ is }) => is !== 'tracking') }
    expect(columnCalled('explanation', inEnglish(untracked))).toBeNull()
    expect([fcdo, eu, usaid, untracked].map((one) => hasRatings(inEnglish(one)))).toEqual([true, true, false, false])
  })
})

describe('where what a manager puts into a report stands', () => {
  it.each([
    ['deviations', fcdo, 'in the column “Explanation of variance” of the sheet “Tracking table”.'],
    ['deviations', eu, 'in the column “Explanation of variance” of the sheet “Current values”.'],
    ['deviations', usaid, 'in the column “Deviation narrative” of the sheet “IPTT”.'],
    ['evidence', usaid, 'in the column “Evidence” of the sheet “IPTT”.'],
    ['explanations', usaid, 'on the sheet “Narrative”.'],
    ['reasons', usaid, 'on the sheet “What changed”.'],
  ] as const)('%s', (text, layout, where) => {
    expect(placed(text, layout)).toBe(`In the report this stands ${where}`)
  })

  it('is beside the figures where comments have no sheet, and nowhere where there is no place', () => {
    const without = (is: string) => ({ ...usaid, sheets: usaid.sheets.filter((one) => one.is !== is) })
    expect(placed('explanations', without('narrative'))).toContain('“Deviation narrative”')
    expect(placed('reasons', without('changes'))).toContain('does not go out')
    expect(placed('deviations', { ...usaid, columns: [] })).toContain('does not go out')
  })
})

describe('what has to be explained', () => {
  const behind: Deviation = { indicator: 'A', kind: 'behind', rag: 'amber', percent: 82.4 }
  const loaded = (rule: LoadedDeviations['rule']): LoadedDeviations => ({
    ...{ asked: [{ ...behind, sensitive: false, aboutPeople: false }], texts: new Map(), confirmed: new Set() },
    ...{ rule, thresholds: { green: 85, amber: 65 }, names: new Map(), comments: [] },
  })
  const model = (layout: (typeof LAYOUTS)['fcdo'], language: 'vi' | 'en' = 'en') =>
    deviationsModel(
      loaded(layout.deviations),
      { release: { language: 'en' }, layout: { ...layout, language } },
      null,
      wordsFor(language),
    )

  it.each([
    ['fcdo', 'those rated “Off track”, and those above 125% of the plan', 'Somewhat behind: 82.4% of what'],
    ['eu', 'those rated “Off track”, and those above 120% of the plan', 'Somewhat behind: 82.4% of what'],
    ['usaid', 'those below 85%, and those above 110% of the plan', '82.4% of what was planned by then: below 85%'],
  ] as const)('is said in what the layout %s shows: ratings, or shares of the plan alone', (name, lead, why) => {
    const { lead: said, items } = model(LAYOUTS[name])
    expect(said).toContain(lead)
    expect(items[0]!.why).toContain(why)
  })

  it('names both ratings that are asked about, and the share from which a stage has none', () => {
    const strict = { ...fcdo, deviations: { below: 'amber', above: 110 } as const }
    expect(model(strict).lead).toContain('rated “Somewhat behind” or “Off track”')
    expect(model(strict, 'vi').lead).toContain('xếp mức “Hơi chậm” hoặc “Chậm tiến độ”')
    expect(model({ ...usaid, deviations: { below: 'red', above: 110 } }).lead).toContain(
      'those below 65%, and those above',
    )
    const stage = { ...behind, percent: null }
    const rule = { ...usaid.deviations, thresholds: { green: 85, amber: 65 } }
    expect(askedBecause(stage, rule, words)).toBe('A stage behind what was planned by then')
    expect(askedBecause({ ...behind, kind: 'above', percent: 130 }, rule, words)).toContain(
      '130% of what was planned by then: above 110%',
    )
    expect(hasRatings(inEnglish(USUAL_WORKBOOK))).toBe(true)
  })
})
