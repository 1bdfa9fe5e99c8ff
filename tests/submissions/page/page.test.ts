import { describe, expect, it } from 'vitest'
import { reported } from '../../../src/submissions/entry.ts'
import { type FormOutcome, submissionPage } from '../../../src/submissions/page/page.ts'
import type { SubmissionPageState } from '../../../src/submissions/page-state.ts'
import { beside, definition, indicator, lastQuarter, QUARTER } from '../entry-form/definitions.ts'
import { on, pageState, standing, stored, words } from '../page-state.ts'

/** Three screens: one indicator of none of the components, two of prevention, one of protection. */
const FORM = definition(
  indicator('X1', 'count', [], { component: null }),
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('P2', 'ratio', [], { component: 'prevention' }),
  indicator('V1', 'count'),
)
const page = (more: Partial<SubmissionPageState> = {}, shown: FormOutcome = {}, form = FORM) =>
  submissionPage(pageState(form, more), shown, words)
const problem = (of: string) => ({ field: `v.${of}`, indicator: of, code: 'not-a-number' as const, numbers: {} })

describe('the screens of a submission', () => {
  it('are its components in their order, each with how many of its indicators have been filled in', () => {
    const entries = [reported('P2', '', 1, 2), reported('V1', '', 0), reported('V1', '', 0)]
    expect(page({ entries }).tabs).toEqual([
      { section: 'cross-cutting', href: '/submissions/7?component=cross-cutting', here: true, done: 0, of: 1 },
      { section: 'prevention', href: '/submissions/7?component=prevention', here: false, done: 1, of: 2 },
      { section: 'protection', href: '/submissions/7?component=protection', here: false, done: 1, of: 1 },
    ])
  })

  it('are named by partner, place and quarter before the submission has been begun', () => {
    expect(page({ stored: null }).tabs[0]!.href).toBe(
      '/submissions/start?partner=union&place=ha-tinh&quarter=2021-Q3&component=cross-cutting',
    )
  })

  it.each<[string, FormOutcome, string, string | null, string[]]>([
    ['the first when none is asked for', {}, 'cross-cutting', 'prevention', ['X1']],
    ['the one asked for', { section: 'prevention' }, 'prevention', 'protection', ['P1', 'P2']],
    ['the last, with none after it', { section: 'protection' }, 'protection', null, ['V1']],
    ['the first when there is none such', { section: 'prosecution' }, 'cross-cutting', 'prevention', ['X1']],
    [
      'the one of the first problem',
      { problems: [problem('P2'), problem('V1')] },
      'prevention',
      'protection',
      ['P1', 'P2'],
    ],
    [
      'the one asked for, with a problem elsewhere',
      { section: 'protection', problems: [problem('P2')] },
      'protection',
      null,
      ['V1'],
    ],
  ])('show %s', (_, shown, section, next, codes) => {
    const model = page({}, shown)
    expect([model.section, model.next, model.rows.map(({ code }) => code)]).toEqual([section, next, codes])
    expect(model.tabs.filter(({ here }) => here).map((tab) => tab.section)).toEqual([section])
  })

  it('are none where nothing is due', () => {
    const model = page({}, {}, definition())
    expect(model).toMatchObject({ tabs: [], section: null, next: null, rows: [] })
  })
})

describe('where a submission stands', () => {
  it('is what its page says: number, version, when it is due, who saved it last', () => {
    expect(page()).toMatchObject({
      id: 7,
      version: 2,
      status: 'draft',
      dueOn: '2021-10-15',
      late: null,
      closed: false,
      changed: { at: on('2021-10-05'), by: 'Binh' },
      lastReason: null,
      refused: null,
      stale: false,
    })
    expect(page({ stored: null, standing: standing({ state: 'due' }) })).toMatchObject({
      id: null,
      version: 0,
      status: 'due',
      changed: null,
    })
  })

  it('says of a draft that it is overdue after its due day, and missing when the quarter is closed', () => {
    expect(page({ now: on('2021-10-15') }).status).toBe('draft')
    expect(page({ now: on('2021-10-16') }).status).toBe('overdue')
    expect(page({ standing: standing({ closed: true }) })).toMatchObject({ status: 'missing', closed: true })
  })

  it('says when it was first handed in, where that was late', () => {
    const fact = (kind: 'submitted' | 'returned', day: string) => ({ kind, at: on(day), by: null, reason: null })
    const late = (...facts: ReturnType<typeof fact>[]) => page({ facts }).late
    expect(
      late(fact('submitted', '2021-10-15'), fact('returned', '2021-10-16'), fact('submitted', '2021-10-17')),
    ).toBeNull()
    expect(late(fact('submitted', '2021-10-16'), fact('submitted', '2021-10-20'))).toBe(on('2021-10-16'))
    expect(late(fact('returned', '2021-10-20'))).toBeNull()
  })

  it('can be saved by its partner, with the script that helps typing', () => {
    expect(page()).toMatchObject({ editable: true, script: 'entry.js', locked: null })
    expect(page().actions).toEqual(['save', 'submit', 'comment'])
  })

  it('says why it can’t be changed: to its partner, and to whoever looks', () => {
    const submitted = { state: 'submitted' } as const
    const locked = page({ stored: stored(submitted), standing: standing(submitted) })
    expect(locked).toMatchObject({ editable: false, script: null, locked: { refused: 'awaiting-review' } })
    const managed = page({ stored: stored(submitted), standing: standing({ ...submitted, role: 'manager' }) })
    expect(managed).toMatchObject({ editable: false, locked: { looking: 'to-decide' } })
    expect(managed.actions).toEqual(['return', 'approve', 'comment'])
  })

  it.each([
    ['returned', 'because', 'submissions:last-reason.returned', 'because'],
    ['reopened', null, 'submissions:last-reason.reopened', ''],
    ['approved', 'why', 'submissions:last-reason.returned', 'why'],
  ] as const)('says who %s it last and why', (kind, reason, key, text) => {
    const lastReason = { kind, at: 5, by: 'An', reason }
    expect(page({ lastReason }).lastReason).toEqual({ kind: key, at: 5, by: 'An', reason: text })
  })
})

describe('what a form came back with', () => {
  it('is listed on top, each problem with where it is and the way there', () => {
    const { summary } = page({}, { section: 'protection', problems: [problem('V1'), problem('P2')] })
    expect(summary).toEqual({
      lead: null,
      items: [
        { href: '#v.V1', where: 'V1', text: expect.stringContaining('This is not a number yet.') },
        {
          href: '/submissions/7?component=prevention#v.P2',
          where: 'P2, numerator',
          text: expect.stringContaining('not a number'),
        },
      ],
    })
  })

  it('says that what could not be read is kept as it was typed', () => {
    const problems = [{ field: 'v.X1', indicator: 'X1', code: 'not-a-number' as const, numbers: {} }]
    expect(page({}, { problems, typed: { 'v.X1': 'x9' } }).summary.lead).toContain('is kept as you typed it')
    expect(page({}, { problems, typed: { 'v.X1': ' ' } }).summary.lead).toBeNull()
    expect(page({}, { problems }).summary.lead).toBeNull()
    expect(page().summary).toEqual({ lead: null, items: [] })
  })

  it('lists what was typed and is not saved, and says where somebody else saved something else', () => {
    expect(page()).toMatchObject({ unsaved: [], differences: null })
    const model = page({}, { typed: { 'v.X1': '9' }, unsaved: ['v.X1', 's.X1'], differs: true })
    expect(model.unsaved).toEqual([
      { where: 'X1', text: '9' },
      { where: 'X1, state', text: '' },
    ])
    expect(model.differences).toBe('/submissions/7/differences')
  })

  it('is shown as it was typed, with why it was refused', () => {
    const model = page({}, { typed: { 'v.X1': 'x9' }, refused: 'closed', stale: true })
    expect(model).toMatchObject({ refused: 'closed', stale: true })
    expect(model.rows[0]!.grids[0]!.list[0]!.value.text).toBe('x9')
  })
})

describe('what a manager is asked to look at', () => {
  const previous = lastQuarter(reported('V1', '', 1))
  const reviewed = { beside: beside({ previous }), notes: new Map([['much-more|v.V1|10|1', 'A large training']]) }
  const seen = { entries: [reported('V1', '', 10)], reviewed }
  const doubts = (more: Partial<SubmissionPageState>) =>
    page({ ...seen, ...more }).doubts.map(({ sentence }) => sentence)

  it('is what is unusual; a partner is asked when handing in', () => {
    expect(doubts({ standing: standing({ role: 'manager' }) })).toEqual(['10 is more than 3 times the last value (1).'])
    expect(doubts({ reviewed: null })).toEqual([])
  })

  it('comes with what its partner said of it, of that very number', () => {
    const notes = (value: number) =>
      page({ ...seen, entries: [reported('V1', '', value)] }).doubts.map(({ note }) => note)
    expect(notes(10)).toEqual(['A large training'])
    expect(notes(11)).toEqual([null])
  })
})

describe('what stands above every page of a submission', () => {
  it('is partner, place and quarter, with what names it in an address', () => {
    expect(page()).toMatchObject({
      partner: 'Union',
      place: 'Ha Tinh',
      quarter: QUARTER,
      cut: null,
      slugs: { partner: 'union', place: 'ha-tinh', quarter: '2021-Q3' },
    })
  })

  it('is the partner’s own quarter where it is not the calendar’s: as stored, else as the partner has it now', () => {
    const partner = { ...pageState(FORM).partner, cutOffDay: 14 }
    const cut = (more: Partial<SubmissionPageState>) => page({ partner, ...more }).cut
    expect(cut({ stored: null })).toEqual({ from: '2021-06-15', to: '2021-09-14' })
    expect(cut({ stored: stored({ cutFrom: '2021-06-21', cutTo: '2021-09-20' }) })).toEqual({
      from: '2021-06-21',
      to: '2021-09-20',
    })
    expect(cut({})).toBeNull()
    expect(cut({ stored: stored({ cutFrom: '2021-06-21' }) })).toBeNull()
    expect(cut({ stored: stored({ cutTo: '2021-06-21' }) })).toBeNull()
  })
})

describe('the history of a submission', () => {
  const at = on('2021-10-05')

  it('has what happened and what was saved in one list, the newest first', () => {
    const facts = [
      { kind: 'submitted', at, by: 'An', reason: null },
      {
        kind: 'returned',
        at: at + 9,
        by: 'Chi',
        reason: 'V1?',
        rows: [{ indicator: 'V1', cell: 'sex=male', version: 1, text: 'Too many.' }],
      },
    ] as const
    const saves = [{ at: at + 5, by: 'An', changes: { 'v.V1': [null, 1234] as const } }]
    expect(page({ facts, saves }).history).toEqual([
      {
        kind: 'returned',
        at: at + 9,
        by: 'Chi',
        reason: 'V1?',
        rows: [{ where: 'V1, male', text: 'Too many.' }],
        changed: 0,
        changes: [],
        more: 0,
      },
      {
        kind: 'saved',
        at: at + 5,
        by: 'An',
        reason: null,
        rows: [],
        changed: 1,
        changes: [{ where: 'V1', from: 'blank', to: '1,234' }],
        more: 0,
      },
      { kind: 'submitted', at, by: 'An', reason: null, rows: [], changed: 0, changes: [], more: 0 },
    ])
  })

  it('lists sixty fields of a save, and says how many more there are', () => {
    const save = (fields: number) => {
      const changes = Object.fromEntries(
        Array.from({ length: fields }, (_, nth) => [`v.V${nth}`, [null, nth] as const]),
      )
      const [event] = page({ saves: [{ at, by: null, changes }] }).history
      return [event!.changed, event!.changes.length, event!.more]
    }
    expect(save(60)).toEqual([60, 60, 0])
    expect(save(61)).toEqual([61, 60, 1])
  })
})
