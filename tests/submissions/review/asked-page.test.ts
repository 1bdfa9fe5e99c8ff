import { describe, expect, it } from 'vitest'
import { reported } from '../../../src/submissions/entry.ts'
import type { AskedReasons, SubmissionPageState } from '../../../src/submissions/page-state.ts'
import { askedRows } from '../../../src/submissions/review/asked-page.ts'
import type { Comment, RowReason } from '../../../src/submissions/submission.ts'
import { definition, indicator, marked } from '../entry-form/definitions.ts'
import { on, pageState, words } from '../page-state.ts'

const FORM = definition(
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('V1', 'count', [['primary', 'sex']]),
)
const reason = (code: string, cell = ''): RowReason => ({ indicator: code, cell, version: 1, text: 'Look again.' })
const asked = (rows: RowReason[], ...before: AskedReasons['before'][number][]): AskedReasons => ({
  at: on('2021-10-03'),
  rows,
  before,
})
const said = (code: string | null, side: Comment['side'], day: string): Comment => ({
  id: 1,
  at: on(day),
  by: 'Binh',
  side,
  indicator: code,
  text: 'Counted again.',
  asks: false,
})
const rows = (more: Partial<SubmissionPageState>, editable = true) =>
  askedRows(pageState(FORM, more), { section: 'protection', editable }, words)
const answers = (more: Partial<SubmissionPageState>) =>
  rows({ asked: asked([reason('V1')], reported('V1', 'sex=male', 4)), ...more }).map(({ answer }) => answer)

describe('what was asked of an indicator', () => {
  it('is nothing where none was named', () => {
    expect(rows({ asked: null })).toEqual([])
    expect(rows({ asked: asked([]) })).toEqual([])
  })

  it('stands in the order of the form, with the way to it: on this screen, on another, to the very cell', () => {
    const both = asked([reason('V1', 'sex=male'), reason('P1')])
    expect(rows({ asked: both }).map(({ code, cell, href }) => [code, cell, href])).toEqual([
      ['P1', '', '/submissions/7?component=prevention#row.P1'],
      ['V1', 'male', '#v.V1.sex%3Dmale'],
    ])
    expect(rows({ asked: both }, false)[1]!.href).toBe('#row.V1')
  })

  it.each<[string, Partial<SubmissionPageState>, string]>([
    ['nothing was done', { entries: [reported('V1', 'sex=male', 4)] }, 'open'],
    ['another indicator was changed', { entries: [reported('V1', 'sex=male', 4), reported('P1', '', 1)] }, 'open'],
    ['a value was changed', { entries: [reported('V1', 'sex=male', 5)] }, 'changed'],
    ['a value was added', { entries: [reported('V1', 'sex=male', 4), reported('V1', 'sex=female', 0)] }, 'changed'],
    ['it is not reported now', { entries: [marked('V1', 'not reported')] }, 'changed'],
  ])('is answered when values change: %s', (_, more, answer) => {
    expect(answers(more)).toEqual([answer])
  })

  it.each<[string, Comment, string]>([
    ['its partner, since', said('V1', 'partner', '2021-10-04'), 'said'],
    ['its partner, before', said('V1', 'partner', '2021-10-02'), 'open'],
    ['a manager', said('V1', 'manager', '2021-10-04'), 'open'],
    ['its partner, of another', said('P1', 'partner', '2021-10-04'), 'open'],
    ['its partner, of the whole', said(null, 'partner', '2021-10-04'), 'open'],
  ])('is answered by a comment of %s', (_, comment, answer) => {
    expect(answers({ entries: [reported('V1', 'sex=male', 4)], comments: [comment] })).toEqual([answer])
  })

  it('tells old and new values in words', () => {
    const [row] = rows({
      asked: asked([reason('V1')], reported('V1', 'sex=male', 4), reported('V1', 'sex=female', 1)),
      entries: [reported('V1', 'sex=male', 1234), reported('V1', 'sex=not-recorded', 0)],
    })
    expect(row!.changes).toEqual([
      { where: 'V1, male', from: '4', to: '1,234' },
      { where: 'V1, female', from: '1', to: 'blank' },
      { where: 'V1, not-recorded', from: 'blank', to: '0' },
    ])
  })
})
