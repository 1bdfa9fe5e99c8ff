import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../../src/calendar/quarter.ts'
import { donorViewOf, NotProtected, StillProtecting } from '../../../src/dashboards/donor-view/donor-view.ts'
import { donorNotice } from '../../../src/dashboards/donor-view/notice.ts'
import { protectingPage } from '../../../src/dashboards/donor-view/protecting-page.ts'
import type { PageState } from '../../../src/dashboards/page-state.ts'
import { loadProvince } from '../../../src/dashboards/provinces/load.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { ProspectiveReport } from '../../../src/releases/prospective/prospective.ts'
import type { Layout } from '../../../src/vocabulary/release.ts'
import { NOW, request, smallPages } from '../whole/small-pages.ts'

const DONOR = { code: 'HO & co', name: { vi: 'Bộ Nội vụ Anh', en: 'Home Office' } }
const LAYOUT: Layout = { project: 'quarter', province: 'year', breakdown: 'year', years: 'fiscal' }
const { state } = loadProvince(request(smallPages(), { grain: 'quarter' }), 'nghe-an')!

function report(layout: Partial<Layout> = {}, earlier: ProspectiveReport['earlier'] = []): ProspectiveReport {
  return {
    release: {
      ...{ donorCode: DONOR.code, audience: 'donor', threshold: 5, asAt: NOW },
      ...{ from: parseQuarter('2021-Q1')!, to: parseQuarter('2021-Q3')!, layout: { ...LAYOUT, ...layout } },
    },
    ...{ earlier, workedOutAt: NOW + 3_600_000, figures: 2612, hidden: 326, fiscalStart: 4 },
    ...{ rag: { green: 90, amber: 70 }, secretBaselines: [], shown: new Map() },
  }
}
const seen = (more: Partial<PageState> = {}, path?: string, held: { id: number; title: string } | null = null) => {
  const of = report()
  return donorNotice({ ...state, fiscalStart: 4, seenThrough: donorViewOf(DONOR, of, null, held), ...more }, path)
}
const through = (of: ProspectiveReport) => donorViewOf(DONOR, of, null, null)
const grain = (value: PageState['choice']['grain']) => ({ choice: { ...state.choice, grain: value } })

describe('what a page says that is looked at as a donor', () => {
  it('is nothing where nobody looks', () => {
    expect(donorNotice({ ...state, seenThrough: null })).toBeNull()
  })

  it('is which report it is, how much that hides, and what is no part of it', async () => {
    await expect(`${JSON.stringify(seen(), null, 1)}\n`).toMatchFileSnapshot('notice.txt')
  })

  it('names what was issued before, and leads to the report that the donor has', () => {
    const of = report({}, [
      { id: 1, title: 'First' },
      { id: 2, title: 'Second' },
    ])
    expect(seen({ seenThrough: through(of) })!.more[0]).toMatch(/2.*First; Second/)
    expect(seen({}, undefined, { id: 12, title: 'Year two' })!.ways.at(-1)).toEqual({
      href: '/releases/12',
      label: expect.stringContaining('Year two'),
    })
  })

  it.each<[string, Partial<PageState>, Partial<Layout>, string | null]>([
    ['quarters of a report by fiscal years', grain('quarter'), {}, 'fiscal-year'],
    ['a report by calendar years', grain('quarter'), { years: 'calendar' }, 'year'],
    ['fiscal years that begin in January', { ...grain('quarter'), fiscalStart: 1 }, {}, 'year'],
    ['years already', grain('fiscal-year'), {}, null],
    ['calendar years already', grain('year'), { years: 'calendar' }, null],
    ['areas and categories of each quarter', grain('quarter'), { province: 'quarter', breakdown: 'to-date' }, null],
    ['categories by year alone', grain('quarter'), { province: 'quarter' }, 'fiscal-year'],
    ['areas by settled years', grain('quarter'), { province: 'settled-year', breakdown: 'none' }, 'fiscal-year'],
  ])('leads to years where those are what is shown: %s', (_, more, layout, expected) => {
    const ways = seen({ seenThrough: through(report(layout)), ...more }, '/provinces/nghe-an')!.ways
    const [first] = ways
    expect(
      first!.href.startsWith('/provinces/nghe-an') ? new URL(first!.href, 'http://x').searchParams.get('grain') : null,
    ).toBe(expected)
    expect(seen({ seenThrough: through(report(layout)), ...more })!.ways).toHaveLength(1)
  })

  it('goes with whatever is made of its figures, in both languages', () => {
    const { mask, donor, held } = donorViewOf(DONOR, report(), NOW, { id: 1, title: 'x' })
    expect([mask.seenAs.en, donor.code, held?.id]).toEqual([expect.stringContaining('Home Office'), 'HO & co', 1])
    expect(mask.seenAs.vi).toContain('Bộ Nội vụ Anh')
    expect(mask.seenAs.vi).toContain('5')
  })
})

describe('a page that waits for a report to be protected', () => {
  const at = (of: number) =>
    protectingPage(
      new StillProtecting(DONOR.name, { done: 3, of }),
      { path: '/overview', query: { donor: 'HO', quarter: '2021-Q3' } },
      wordsFor('en'),
    )

  it('says how far it is, looks again, and leads to everything', () => {
    expect(at(9)).toEqual({
      donor: 'Home Office',
      progress: { done: 3, of: 9 },
      again: '/overview?donor=HO&quarter=2021-Q3',
      everything: '/overview?quarter=2021-Q3',
    })
    expect(at(0).progress).toBeNull()
  })

  it('is told what it waits for, or why there is nothing to wait for', () => {
    expect(new StillProtecting(DONOR.name, { done: 0, of: 1 }).message).toBe('the report of a donor is being protected')
    const failed = new NotProtected(DONOR.name, { code: 'out-of-time', about: null } as never, new Map(), null)
    expect([failed.message, failed.failure.code]).toEqual([
      'the report of a donor could not be protected: out-of-time',
      'out-of-time',
    ])
  })
})
