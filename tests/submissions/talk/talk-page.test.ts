import { describe, expect, it } from 'vitest'
import type { FreeTextProblem } from '../../../src/privacy/free-text.ts'
import type { StoredSubmission, SubmissionPageState } from '../../../src/submissions/page-state.ts'
import type { Comment } from '../../../src/submissions/submission.ts'
import { type ShownTalk, threadAddress, threadLinks, threadView } from '../../../src/submissions/talk/talk-page.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { pageState, standing, words } from '../page-state.ts'

const FORM = definition(
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('V1', 'count'),
  indicator('V2', 'count'),
)
const said = (id: number, code: string | null, more: Partial<Comment> = {}): Comment => ({
  ...{ id, at: id, by: 'Binh', side: 'partner', indicator: code, text: `No. ${id}`, asks: false },
  ...more,
})
const COMMENTS = [said(1, 'V2', { asks: true }), said(2, null), said(3, 'P1'), said(4, 'V2')]
const state = (more: Partial<SubmissionPageState> = {}) => pageState(FORM, { comments: COMMENTS, ...more })
const view = (code: string, shown: ShownTalk = {}, more: Partial<SubmissionPageState> = {}) =>
  threadView(state(more), code, shown, words)
const back = (problem: FreeTextProblem, indicator = 'V2'): ShownTalk => ({
  said: { indicator, text: 'Ask Lan', problem, asks: true },
})

describe('a thread of comments', () => {
  it.each([
    ['', [2], null],
    ['P1', [3], null],
    ['V1', [], null],
    ['V2', [1, 4], 'manager'],
  ] as const)('is of one indicator, or of the whole report alone: "%s"', (code, ids, waits) => {
    const thread = view(code)
    expect([thread.code, thread.comments.map(({ id }) => id), thread.waits]).toEqual([code, ids, waits])
  })

  it('of the whole report stands open; one of an indicator where its address says so, or something came back to it', () => {
    expect([view('').isOpen, view('V2').isOpen]).toEqual([true, false])
    expect(['V1', 'V2'].map((code) => view(code, { talk: 'V2' }).isOpen)).toEqual([false, true])
    expect(['V1', 'V2'].map((code) => view(code, back('too-long')).isOpen)).toEqual([false, true])
  })

  it('takes what is said next in a form of its own, named after what it is about', () => {
    expect(view('V2')).toMatchObject({ formId: 'say.V2', asks: false, asksToKeep: false })
    expect(view('V2').field).toEqual({
      ...{ name: 'text', id: 'text.V2', form: 'say.V2', label: 'Comment on V2', rows: 2, maxlength: 2000 },
      hint: 'Name nobody, and write no identity number, phone number or address of anyone.',
      ...{ error: null, alert: true, autofocus: false, value: '', required: true },
    })
    const { formId, field } = view('')
    expect([formId, field!.form, field!.id, field!.label]).toEqual([
      ...['say', 'say', 'text', 'Comment on the whole report'],
    ])
  })

  it.each([
    ['needs-text', 'Write something here.', false],
    ['too-long', 'This is too long; keep it under 2,000 characters.', false],
    ['may-identify', expect.stringContaining('To do no harm, take it out'), true],
  ] as const)('that could not be taken comes back as typed, with what is wrong: %s', (problem, error, asksToKeep) => {
    expect(view('V2', back(problem))).toMatchObject({
      ...{ asks: true, asksToKeep },
      field: { value: 'Ask Lan', autofocus: true, error },
    })
    for (const other of ['', 'V1'])
      expect(view(other, back(problem)), other).toMatchObject({
        ...{ asks: false, asksToKeep: false },
        field: { value: '', autofocus: false, error: null },
      })
  })

  it.each<[string, Partial<SubmissionPageState>, boolean]>([
    ['its partner', {}, true],
    ['a manager', { standing: standing({ role: 'manager', state: 'approved' }) }, true],
    ['an administrator', { standing: standing({ role: 'administrator' }) }, false],
    ['another partner', { standing: standing({ own: false }) }, false],
    ['anybody, once it is begun and its quarter closed', { standing: standing({ closed: true }) }, true],
    ['anybody, before it is begun', { stored: null }, false],
    ['anybody, while it is only due', { standing: standing({ state: 'due' }) }, false],
  ])('may be written to by %s', (_, more, may) => {
    expect([view('V2', {}, more), view('', {}, more)].map(({ field }) => field !== null)).toEqual([may, may])
    expect(view('V2', {}, more).comments).toHaveLength(2)
  })
})

describe('the way to a thread', () => {
  it('is shown for every indicator of which something was said, in the order of the form', () => {
    expect(threadLinks(state())).toEqual([
      { code: 'P1', count: 1, waits: null, href: '/submissions/7?component=prevention&talk=P1#talk.P1' },
      { code: 'V2', count: 2, waits: 'manager', href: '/submissions/7?component=protection&talk=V2#talk.V2' },
    ])
    expect(threadLinks(state({ stored: null }))).toEqual([])
  })

  it('of the whole report, or of an indicator the form does not have, leads to the comments below it', () => {
    for (const code of ['', 'X9'])
      expect(threadAddress(state() as StoredSubmission, code)).toBe('/submissions/7?talk=whole#comments')
  })

  it('of a code with signs that an address keeps for itself is written so that it arrives', () => {
    const form = definition(indicator('V1', 'count', [], { code: 'V&1#2' }))
    expect(threadAddress(pageState(form) as StoredSubmission, 'V&1#2')).toBe(
      '/submissions/7?component=protection&talk=V%261%232#talk.V%261%232',
    )
  })
})
