import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { fileName } from '../../src/releases/file-name.ts'
import { brokenLayoutText, failureWords, layoutDifference, layoutWords } from '../../src/releases/in-words.ts'
import { DEFAULT_LAYOUT, failureFrom, type Release } from '../../src/releases/release.ts'
import { type Layout, PROTECTION_FAILURES } from '../../src/vocabulary/release.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { smallRelease } from './small-report/report.ts'

const [vi, en] = [wordsFor('vi', PILOT_TERMS), wordsFor('en', PILOT_TERMS)]

describe('in words', () => {
  it('is every layout, every failure, with what it is about', () => {
    const layouts = [
      DEFAULT_LAYOUT,
      { project: 'year', province: 'none', breakdown: 'none', years: 'fiscal' },
      { project: 'half-year', province: 'half-year', breakdown: 'to-date', years: 'calendar' },
    ] as const
    const said = [vi, en].map((words) => [
      ...layouts.map((layout) => layoutWords(layout, words)),
      ...PROTECTION_FAILURES.map((code) =>
        failureWords({ code, about: 'B|project|2021-Q1||amount' }, new Map(), words),
      ),
      failureWords({ code: 'not-whole', about: null }, new Map(), words),
    ])
    expect(said).toMatchSnapshot()
  })

  it.each([
    ['B|no|2021-Q1..2021-Q2|sex=female|amount', 'B, Province no, 1 Jan 2021 – 30 Jun 2021.'],
    ['B|xx|2021-Q1||amount', 'B, xx, 1 Jan 2021 – 31 Mar 2021.'],
    ['B|project|2021-Q1', 'B, Whole project, 1 Jan 2021 – 31 Mar 2021.'],
    ['B|no|someday', 'B|no|someday.'],
    ['B|no|2021-Q1..someday', 'B|no|2021-Q1..someday.'],
    ['discarded', 'discarded.'],
    ['V6|V3|1,2,8086|3', 'V6|V3|1,2,8086|3.'],
  ])('is which figure a failure is about: %s', (about, said) => {
    const names = new Map([['no', { vi: 'Tỉnh no', en: 'Province no' }]])
    expect(failureWords({ code: 'not-known', about }, names, en)).toContain(`: ${said}`)
  })

  it('is every relation that is not true, and once what to do about them', () => {
    const reporters = {
      partners: new Map([[1, { vi: 'Công an', en: 'Police' }]]),
      places: new Map([[2, { vi: 'no', en: 'no' }]]),
    }
    const about = 'V6|V3|1,2,8086|3\nJ2|J1|1,2,8086|0'
    const said = failureWords({ code: 'relation-untrue', about }, new Map(), en, reporters)
    expect(said).toMatch(
      /^What V6 rests on .*count of V3.*Police.*and 3 more.*\. What J2 rests on .*count of J1.*\. Of each, have one/,
    )
    expect(said).toContain('npm run relations -- end V6; npm run relations -- end J2')
    const one = failureWords({ code: 'relation-untrue', about: about.split('\n')[1]! }, new Map(), en, reporters)
    expect(one).not.toMatch(/V6| and \d+ more/)
    const twice = 'V6|V3|1,2,8086;1,2,8085|0'
    expect(failureWords({ code: 'relation-untrue', about: twice }, new Map(), en, reporters)).toMatch(
      /Police[^;.]*; Police/,
    )
    // Whom nobody can name any more is told by number.
    expect(failureWords({ code: 'relation-untrue', about: 'V6|V3|8,9,8086|0' }, new Map(), en)).toMatch(/\b8\b.*\b9\b/)
  })

  it('is a refusal of the solver by its code, and what nobody knows by what it was', () => {
    expect(failureFrom({ refused: 'not-whole', about: 'B' })).toEqual({ code: 'not-whole', about: 'B' })
    expect(failureFrom({ refused: 'out-of-time' })).toEqual({ code: 'out-of-time', about: null })
    expect(failureFrom({ refused: 'odd', about: 'B' })).toEqual({ code: 'other', about: 'odd' })
  })

  it.each<[Partial<Layout>, string]>([
    [{}, ''],
    [{ project: 'year' }, 'project by year'],
    [{ years: 'fiscal' }, 'fiscal years of the donor'],
    [{ province: 'none', breakdown: 'none' }, 'no provinces; no breakdowns'],
  ])('is of another layout what it has otherwise: %j', (more, said) => {
    expect(layoutDifference({ ...DEFAULT_LAYOUT, ...more }, DEFAULT_LAYOUT, en)).toBe(said)
  })

  it('is of a layout that can’t be followed each thing that is wrong with it, and what to do', () => {
    const faults = [
      { part: 'sheets', fault: 'missing', is: 'notes', at: 1 },
      { part: 'sheets', fault: 'unknown', is: 'maps', at: 1 },
      { part: 'columns', fault: 'twice', is: 'unit', at: 1 },
    ] as const
    const said = brokenLayoutText({ name: { vi: 'Bố cục', en: 'Short' }, faults }, en)
    expect(said).toMatch(/^The layout “Short” .*: the sheet “notes” is missing.*; there is no sheet “maps”; /)
    expect(said).toMatch(/; the column “unit” stands in it twice\. No report can be issued by it\./)
  })
})

describe('what a file of a report is called', () => {
  const release = (more: Partial<Release> = {}) => smallRelease({ id: 12, ...more })

  it('tells of which project, which quarters and which report it is, in which language, and whether it is a draft', () => {
    expect(fileName(release({ state: 'issued' }), 'TMSV')).toBe('TMSV-2020-Q1-2020-Q4-no12-en.xlsx')
    expect(fileName(release({ language: 'both' }), 'TMSV', 'xml')).toBe('TMSV-2020-Q1-2020-Q4-no12-both-draft.xml')
    expect(fileName(release())).toBe('report-2020-Q1-2020-Q4-no12-en-draft.xlsx')
  })

  it('has nothing in it that a system takes for something else', () => {
    expect(fileName(release({ state: 'issued' }), 'TM / SV_2-x: "a"')).toBe('TM-SV_2-x-a--2020-Q1-2020-Q4-no12-en.xlsx')
  })
})
