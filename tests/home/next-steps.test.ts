import { describe, expect, it } from 'vitest'
import { nextSteps, type Staffing } from '../../src/home/next-steps.ts'
import { wordsFor } from '../../src/language/words.ts'
import { partnerNamed } from '../partners/reporters.ts'

const partner = (nth: number) => partnerNamed(nth, `partner-${nth}`, [[`Partner ${nth}`, '2019-01-01']])
const many = (count: number) => Array.from({ length: count }, (_, nth) => partner(nth + 1))
const staffing = (more: Partial<Staffing>): Staffing => ({
  managers: 1,
  reporting: many(5),
  withoutPeople: [],
  day: '2021-12-31',
  ...more,
})
const said = (more: Partial<Staffing>, language: 'vi' | 'en' = 'en') =>
  nextSteps(staffing(more), wordsFor(language)).map(({ sentence, link }) => [sentence, link?.href ?? null])

describe('what an administrator does next', () => {
  it('is nothing where somebody reports for every partner and somebody approves', () => {
    expect([said({}), said({}, 'vi')]).toEqual([[], []])
  })

  it('names the partners for whom nobody can sign in, the first of them', () => {
    expect(said({ withoutPeople: many(1) })).toEqual([
      ['For one reporting partner nobody can sign in and report: Partner 1. Add somebody.', '/people'],
    ])
    expect(said({ withoutPeople: many(5) })).toEqual([
      [
        'For 5 reporting partners nobody can sign in and report: Partner 1; Partner 2; Partner 3; 2 more. Add somebody for each.',
        '/people',
      ],
    ])
    expect(said({ withoutPeople: many(4) }, 'vi')).toEqual([
      [
        expect.stringMatching(/^4 đơn vị báo cáo chưa có ai đăng nhập được .*; 1 đơn vị nữa\. Vui lòng thêm/),
        '/people',
      ],
    ])
  })

  it('is somebody who approves, and that somebody is asked at all', () => {
    expect(said({ managers: 0, reporting: [] })).toEqual([
      [expect.stringContaining('Nobody is asked to report anything in this quarter'), null],
      [expect.stringContaining('There is no project manager'), '/people'],
    ])
  })
})
