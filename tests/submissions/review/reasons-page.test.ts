import { describe, expect, it } from 'vitest'
import type { FreeText } from '../../../src/privacy/free-text.ts'
import type { Action, Outcome } from '../../../src/submissions/action.ts'
import type { StoredSubmission, SubmissionPageState } from '../../../src/submissions/page-state.ts'
import { emptyReturn, type ReturnForm } from '../../../src/submissions/review/reasons-form.ts'
import { returnAddress, returnPage } from '../../../src/submissions/review/reasons-page.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { pageState, words } from '../page-state.ts'

const FORM = definition(
  indicator('P1', 'count', [], { component: 'prevention' }),
  indicator('V1', 'count', [['primary', 'sex']]),
)
const STATE = pageState(FORM) as SubmissionPageState & StoredSubmission
const text = (typed: string, problem: FreeText['problem'] = null): FreeText => ({
  text: typed,
  keptOnWord: false,
  problem,
})
const written = (more: Partial<ReturnForm> = {}): ReturnForm => ({ ...emptyReturn(2), ...more })
const page = (given: ReturnForm = written(), more: { row?: string; outcome?: Exclude<Outcome, { done: true }> } = {}) =>
  returnPage(STATE, 'return', { written: given, ...more }, words)
const rowsOf = (model: ReturnType<typeof page>) => model.sections.flatMap(({ rows }) => rows)

describe('where reasons are given', () => {
  it.each<[Action[], string | null]>([
    [['save', 'return', 'approve'], '/submissions/7/return'],
    [['reopen'], '/submissions/7/reopening'],
    [['save', 'submit'], null],
    [[], null],
  ])('is told to whoever may do %j', (actions, address) => {
    expect(returnAddress(STATE, actions)).toBe(address)
  })

  it('is nowhere of a report that nobody has begun', () => {
    expect(returnAddress({ ...STATE, stored: null }, ['return'])).toBeNull()
  })
})

describe('the page on which a report is returned', () => {
  it('asks for a reason for the whole, and one at each indicator, with which of its values it is about', () => {
    const model = page()
    expect(model).toMatchObject({ id: 7, version: 2, sending: 'return', action: '/submissions/7/return' })
    expect(model).toMatchObject({ refused: null, stale: false, summary: { items: [] }, asksToKeep: false })
    expect(model.whole).toMatchObject({
      ...{
        name: 'text',
        label: 'Why it is returned',
        error: null,
        value: '',
        rows: 3,
        required: true,
        maxlength: 2000,
      },
      hint: 'Name nobody, and write no identity number, phone number or address of anyone.',
    })
    expect(model.sections.map(({ section }) => section)).toEqual(['prevention', 'protection'])
    const [p1, v1] = rowsOf(model)
    expect(p1!.reason).toEqual({
      ...{ name: 'reason.P1', label: 'Reason at P1', error: null, value: '', rows: 2, maxlength: 2000 },
    })
    expect([p1!.cell, p1!.isOpen, v1!.isOpen]).toEqual([null, false, false])
    expect(v1!.cell).toMatchObject({ name: 'cell.V1', label: 'Cell to look at in V1', chosen: '' })
    const [whole, ...cells] = v1!.cell!.options
    expect(whole).toEqual({ value: '', label: 'The whole indicator' })
    expect(cells).toContainEqual({ value: 'sex=female', label: 'female' })
    expect(cells.map(({ value }) => value)).not.toContain('')
  })

  it('is the same where one is re-opened, in its own words', () => {
    const model = returnPage(STATE, 'reopen', { written: written() }, words)
    expect([model.action, model.whole.label]).toEqual(['/submissions/7/reopening', 'Why it is re-opened'])
  })

  it('opens at the indicator that it was come from', () => {
    expect(rowsOf(page(written(), { row: 'V1' })).map(({ code, isOpen }) => [code, isOpen])).toEqual([
      ['P1', false],
      ['V1', true],
    ])
  })

  it('comes back as it was written, each problem beside its field and in the summary', () => {
    const model = page(
      written({
        whole: text('', 'needs-text'),
        rows: [
          { indicator: 'P1', cell: '', ...text('Fine.') },
          { indicator: 'V1', cell: 'sex=female', ...text('Ask Hoa.', 'may-identify') },
        ],
      }),
    )
    expect(model.summary.items).toEqual([
      { href: '#text', where: '', text: 'Write something here.' },
      { href: '#reason.V1', where: 'V1', text: words.t('submissions:words-problem.may-identify') },
    ])
    expect(model.whole.error).toBe('Write something here.')
    expect(model.asksToKeep).toBe(true)
    const [p1, v1] = rowsOf(model)
    expect([p1!.reason.value, p1!.reason.error, p1!.isOpen]).toEqual(['Fine.', null, true])
    expect(v1!.reason).toMatchObject({ value: 'Ask Hoa.', error: words.t('submissions:words-problem.may-identify') })
    expect(v1!.cell!.chosen).toBe('sex=female')
  })

  it('asks whether a reason names somebody only where one seems to', () => {
    expect(page(written({ whole: text('x', 'too-long') })).asksToKeep).toBe(false)
    expect(page(written({ whole: text('x', 'may-identify') })).asksToKeep).toBe(true)
  })

  it('says why it cannot be done any more, or that somebody was quicker', () => {
    expect(page(written(), { outcome: { refused: 'closed' } })).toMatchObject({ refused: 'closed', stale: false })
    const stale = { stale: true } as unknown as Exclude<Outcome, { done: true }>
    expect(page(written(), { outcome: stale })).toMatchObject({ refused: null, stale: true })
  })
})
