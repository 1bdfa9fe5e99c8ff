import { expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import type { TypedRelease } from '../../../src/releases/drafts/form.ts'
import { formPage, type NewReportForm } from '../../../src/releases/drafts/form-page.ts'
import { type CutByYears, newForm } from '../../../src/releases/drafts/new-form.ts'
import { q } from '../../support/small-project.ts'

const donor = (code: string, threshold: number | null = null) =>
  ({ code, name: { vi: `${code} vi`, en: code.toUpperCase() }, threshold }) as NewReportForm['card']['donors'][number]
const typed = newForm({ from: '2021-Q1', to: '2021-Q2' }, 0, null, { start: 1, cut: 0, of: 0 })
const page = (codes: string[], over: Partial<TypedRelease> = {}, fiscal?: CutByYears) => {
  const donors = codes.map((code) => donor(code, code === 'own' ? 7 : null))
  const card = { firstQuarter: q('2021-Q1'), lastQuarter: q('2021-Q2'), donors, thresholds: { donor: 5, public: 10 } }
  const beside = { fiscal: fiscal ?? { start: 4, cut: 0, of: 0 }, supersedable: [], weights: null, brokenLayout: null }
  return formPage({ card, donors: [], typed: { ...typed, ...over }, errors: {}, ...beside }, wordsFor('en'))
}

it.each([
  [[], []],
  [['a'], []],
  [
    ['a', 'b c'],
    [
      { href: '/releases/new?donor=a', label: 'A', here: false },
      { href: '/releases/new?donor=b%20c', label: 'B C', here: true },
    ],
  ],
])('donors %j are to choose from where there are several: %j', (codes, payers) => {
  expect(page(codes, { donor: 'b c' }).payers).toEqual(payers)
})

it('what is hidden when nothing is typed is as the project or the donor has it', () => {
  expect(page(['own', 'b'], { donor: 'b' }).thresholds).toEqual({ donor: '5', public: '10' })
  expect(page(['own', 'b'], { donor: 'own' }).thresholds).toEqual({ donor: '7', public: '10' })
})

it.each<[CutByYears | undefined, string | null]>([
  [undefined, null],
  [{ start: 7, cut: 0, of: 0 }, null],
  [
    { start: 7, cut: 2, of: 3 },
    'Years from July cut the values of 2 of 3 indicators: they are shown by the years of their own values, and each row says so.',
  ],
  [
    { start: 7, cut: 3, of: 3 },
    'Years from July cut the values of every indicator: none can be shown by them, all are shown by the years of their own values.',
  ],
])('of donor’s years %j it is said what they cut: %j', (fiscal, hint) => {
  expect(page([], {}, fiscal).yearsHint).toBe(hint)
})
