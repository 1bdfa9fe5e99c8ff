import { describe, expect, it } from 'vitest'
import {
  type Donor,
  type DonorUsual,
  donorNamed,
  donorThresholds,
  donorWith,
  thresholdOf,
} from '../../src/project/donor.ts'
import { USUAL_WORKBOOK } from '../../src/project/workbook-layout.ts'
import { TRACKING_COLUMNS, WORKBOOK_SHEETS } from '../../src/project/workbook-parts.ts'

const donor = (code: string, threshold: number | null = null): Donor => ({
  ...{ code, name: { vi: code, en: code }, identifier: null, language: 'en', fiscalStartMonth: null },
  ...{ threshold, rag: null, layout: null, workbook: null },
})
const donors = [donor('first'), donor('strict', 11)]

it('a donor is the one that a code names, else the first; a project without donors has none', () => {
  const named = (code: string | null) => donorNamed(donors, code)?.code
  expect([named('strict'), named('first'), named('nobody'), named(null)]).toEqual(['strict', 'first', 'first', 'first'])
  expect(donorNamed([], 'strict')).toBeNull()
})

describe('counts are hidden from an audience', () => {
  const project = { donors, thresholds: { donor: 6, public: 12 } }
  it.each([
    ['below the project’s number', project, 'donor', 'first', 6],
    ['below the donor’s own, where it has one', project, 'donor', 'strict', 11],
    ['below the project’s, from a donor that it does not know', project, 'donor', 'nobody', 6],
    ['below the project’s, from the public, whoever paid', project, 'public', 'strict', 12],
    ['below five, from a donor, where there is no project', null, 'donor', 'strict', 5],
    ['below ten, from the public, where there is no project', null, 'public', null, 10],
  ] as const)('%s', (_, of, audience, code, threshold) => {
    expect(thresholdOf(of, audience, code)).toBe(threshold)
  })
})

describe('how reports to a donor are made', () => {
  const NOTHING_SAID: DonorUsual = { language: null, fiscalStartMonth: null, threshold: null, rag: null, layout: null }
  const ofLayout: DonorUsual = {
    language: 'vi',
    fiscalStartMonth: 4,
    threshold: 7,
    rag: { green: 95, amber: 80 },
    layout: { project: 'year', province: 'year', breakdown: 'year', years: 'fiscal' },
  }
  const own: DonorUsual = {
    language: 'en',
    fiscalStartMonth: 10,
    threshold: 9,
    rag: { green: 85, amber: 60 },
    layout: { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' },
  }
  const card = { code: 'd', name: { vi: 'd', en: 'd' }, identifier: 'XX-1' }
  const workbook = { code: 'w', name: { vi: 'w', en: 'w' }, ...USUAL_WORKBOOK }

  it.each([
    ['as the donor says, whatever its layout has', own, ofLayout, own],
    ['as its layout has it, where the donor says nothing', NOTHING_SAID, ofLayout, ofLayout],
    [
      'in both languages and else as the project has it, where nobody says anything',
      NOTHING_SAID,
      NOTHING_SAID,
      { ...NOTHING_SAID, language: 'both' },
    ],
  ])('is %s', (_, said, usual, expected) => {
    expect(donorWith({ ...card, ...said }, { ...workbook, usual })).toEqual({ ...card, ...expected, workbook })
  })

  it('is the same without a layout of a workbook', () => {
    expect(donorWith({ ...card, ...own }, null)).toEqual({ ...card, ...own, workbook: null })
    expect(donorWith({ ...card, ...NOTHING_SAID }, null)).toMatchObject({
      language: 'both',
      threshold: null,
      workbook: null,
    })
  })
})

it.each([
  ['without donors: below the project’s number', [], 5, 5],
  ['below the project’s and a donor’s own', [null, 8], 5, 8],
  ['below those of the donors alone, where each has one', [7, 9], 7, 9],
])('what every donor and one at least does not see is hidden %s', (_, own, everyone, anyone) => {
  const donors = own.map((threshold) => ({ threshold }))
  expect(donorThresholds({ donors, thresholds: { donor: 5, public: 10 } })).toEqual({ everyone, anyone })
})

it('a workbook without a layout has every sheet and column once, by its usual name, and red figures are explained, and those above 120 %', () => {
  expect(USUAL_WORKBOOK.sheets).toEqual(WORKBOOK_SHEETS.map((is) => ({ is, name: null })))
  expect(USUAL_WORKBOOK.columns).toEqual(TRACKING_COLUMNS.map((is) => ({ is, name: null })))
  expect(USUAL_WORKBOOK.deviations).toEqual({ below: 'red', above: 120 })
})
