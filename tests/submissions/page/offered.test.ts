import { describe, expect, it } from 'vitest'
import { remarked, reported } from '../../../src/submissions/entry.ts'
import { addressOf, screenAddress } from '../../../src/submissions/page/address.ts'
import { type FormOutcome, submissionPage } from '../../../src/submissions/page/page.ts'
import { printPage } from '../../../src/submissions/page/print-page.ts'
import { isNeverDue, standingModel } from '../../../src/submissions/page/standing.ts'
import type { SubmissionPageState } from '../../../src/submissions/page-state.ts'
import type { Comment } from '../../../src/submissions/submission.ts'
import { definition, indicator, marked, QUARTER } from '../entry-form/definitions.ts'
import { on, pageState, standing, stored, words } from '../page-state.ts'

const FORM = definition(
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('V1', 'count', [['primary', 'sex']]),
  indicator('V2', 'count'),
)
const page = (more: Partial<SubmissionPageState> = {}, shown: FormOutcome = {}) =>
  submissionPage(pageState(FORM, more), { section: 'protection', ...shown }, words)
const manager = (state: 'submitted' | 'approved', more = {}) => ({
  ...{ stored: stored({ state }), standing: standing({ role: 'manager', state, ...more }) },
})
const said = (indicator: string | null, text: string): Comment => ({
  ...{ id: 1, at: 1, by: 'Binh', side: 'partner', indicator, text, asks: false },
})

describe('what stands in each row of a submission', () => {
  it('is the way to the files behind it, where there are any and it has been begun', () => {
    const evidence = new Map([
      ['V1', 2],
      ['V2', 0],
    ])
    const shown = (more: Partial<SubmissionPageState>) => page({ evidence, ...more }).rows.map((row) => row.evidence)
    expect(shown({})).toEqual([{ href: '/submissions/7/evidence#evidence-V1', count: 2 }, undefined])
    expect(shown({ stored: null })).toEqual([undefined, undefined])
  })

  it('is the way to say why it is returned or re-opened, for whoever may', () => {
    expect(page(manager('submitted')).rows.map(({ returning }) => returning)).toEqual([
      '/submissions/7/return?row=V1#row.V1',
      '/submissions/7/return?row=V2#row.V2',
    ])
    expect(page(manager('approved')).returning).toBe('/submissions/7/reopening')
    expect(page(manager('approved', { closed: true })).rows[0]!.returning).toBeNull()
    expect(page().returning).toBeNull()
  })

  it('is what was asked of it and what is said of it, and of no other', () => {
    const rows = [{ indicator: 'V2', cell: '', version: 1, text: 'Look again.' }]
    const model = page({ asked: { at: 1, rows, before: [] }, comments: [said('V2', 'Two came late.')] })
    expect(model.rows.map(({ asked, talk }) => [asked?.code ?? null, talk.comments.length])).toEqual([
      [null, 0],
      ['V2', 1],
    ])
    expect(model.asked.map(({ code }) => code)).toEqual(['V2'])
    expect(model.threads.map(({ code }) => code)).toEqual(['', 'V1', 'V2'])
    expect([model.whole.code, model.others.map(({ code }) => code)]).toEqual(['', ['V2']])
  })
})

describe('what helps typing', () => {
  it('leads to the first blank of the screen, past what has been filled in', () => {
    const entries = [reported('V1', 'sex=male', 4), reported('V1', 'sex=female', 1)]
    expect(page().firstBlank).toBe('#v.V1.sex%3Dmale')
    expect(page({ entries }).firstBlank).toBe('#v.V1.sex%3Dnot-recorded')
    const all = [...entries, reported('V1', 'sex=not-recorded', 0), reported('V2', '', 0)]
    expect(page({ entries: all }).firstBlank).toBeNull()
  })

  it('is sent to whoever may type, and to nobody else', () => {
    expect(page().sentences).not.toBe('')
    expect(page().headings).toContain('Union')
    expect(page(manager('submitted'))).toMatchObject({
      ...{ editable: false, script: null, sentences: '', headings: '', firstBlank: null },
    })
  })

  it('counts what is filled in or marked; a remark alone fills nothing in', () => {
    const done = (...entries: SubmissionPageState['entries']) => page({ entries }).tabs.map((tab) => tab.done)
    expect(done(remarked('P1', 'Nobody came.'), marked('V2', 'not reported'))).toEqual([0, 1])
    expect(done(reported('P1', '', 0))).toEqual([1, 0])
  })
})

describe('a submission in which nothing is due', () => {
  const unbegun = (more: object) => ({ stored: null, standing: standing({ state: 'due', ...more }) })

  it.each([
    [{ outOfTime: 'in-pause' }, true],
    [{ nothingAsked: true }, true],
    [{}, false],
  ] as const)('shows no form: %j', (more, never) => {
    expect(isNeverDue(pageState(FORM, unbegun(more)))).toBe(never)
    const model = page(unbegun(more))
    expect([model.tabs.length, model.section, model.status]).toEqual(never ? [0, null, null] : [2, 'protection', 'due'])
  })

  it('shows what somebody typed into it all the same', () => {
    expect(page(unbegun({ outOfTime: 'in-pause' }), { typed: {} }).tabs).toHaveLength(2)
  })

  it('that had been begun is left over and not late; what has been handed in stands as it is', () => {
    const status = (state: 'draft' | 'submitted' | 'returned') =>
      standingModel(
        pageState(FORM, {
          ...{ stored: stored({ state }), standing: standing({ state, nothingAsked: true }), now: on('2021-12-01') },
        }),
      ).status
    expect([status('draft'), status('submitted'), status('returned')]).toEqual([null, 'submitted', 'returned'])
    expect(isNeverDue(pageState(FORM, { standing: standing({ outOfTime: 'in-pause' }) }))).toBe(false)
  })
})

describe('the addresses of a submission', () => {
  it('lead to a screen, of its own page or of all that keeps it from being handed in', () => {
    const loaded = pageState(FORM)
    expect(screenAddress(loaded, 'protection')).toBe('/submissions/7?component=protection')
    expect(screenAddress(loaded, 'protection', true)).toBe('/submissions/7/handing-in?component=protection')
    const start = '/submissions/start?partner=union&place=ha-tinh&quarter=2021-Q3&component=protection'
    expect(screenAddress({ ...loaded, stored: null }, 'protection', true)).toBe(start)
    expect(page({}, { handingIn: true }).tabs[0]!.href).toBe('/submissions/7/handing-in?component=prevention')
    expect(page().tabs[0]!.href).toBe('/submissions/7?component=prevention')
    expect(addressOf({ id: 7, quarter: QUARTER }, 'union', 'ha-tinh')).toBe('/submissions/7')
  })

  it('lead to a choice where somebody else saved something else, once it has been begun', () => {
    expect(page({}, { differs: true }).differences).toBe('/submissions/7/differences')
    expect(page({ stored: null }, { differs: true }).differences).toBeNull()
  })
})

describe('a submission on paper', () => {
  it('says whose it is, how it stands, which version and who saved it last', () => {
    const print = (more: Partial<SubmissionPageState> = {}) => printPage(pageState(FORM, more), words)
    expect(print()).toMatchObject({
      ...{ partner: 'Union', place: 'Ha Tinh', quarter: QUARTER, id: 7, version: 2, status: 'draft' },
      changed: { at: on('2021-10-05'), by: 'Binh' },
    })
    expect(print({ stored: null })).toMatchObject({ id: null, version: 0, changed: null })
  })

  it('names each indicator with its unit, and says once why one is not applicable', () => {
    const state = pageState(FORM, {
      entries: [marked('V2', 'not applicable', 'No court here.'), reported('P1', '', 3)],
    })
    const rows = printPage(state, words).sections.flatMap((section) => section.rows)
    expect(rows.map(({ name, unit, state: without, remark }) => [name, unit, without, remark])).toEqual([
      ['P1', 'person', null, ''],
      ['V1', 'person', '[x] not reported', ''],
      ['V2', 'person', '[z] not applicable: No court here.', ''],
    ])
    expect(rows[0]!.blocks).toEqual([{ title: null, values: [{ label: expect.any(String), value: '3' }], total: null }])
    expect(rows.map(({ period }) => period)).toEqual([null, null, null])
  })
})
