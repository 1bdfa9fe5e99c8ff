import { describe, expect, it } from 'vitest'
import type { ReviewDoubt } from '../../../src/submissions/waiting/doubts.ts'
import { readChosen } from '../../../src/submissions/waiting/form.ts'
import { approvalPage, type WaitingSubmission, waitingPage } from '../../../src/submissions/waiting/page.ts'
import { definition, indicator } from '../entry-form/definitions.ts'
import { on, pageState, stored, words } from '../page-state.ts'

const FORM = definition(indicator('V1', 'count'))
const one = (id: number, ...doubts: ReviewDoubt[]): WaitingSubmission => ({
  loaded: { ...pageState(FORM), stored: stored({ id, version: 3 }) },
  since: on('2021-10-12'),
  doubts,
})
const state = (page: number, ...submissions: WaitingSubmission[]) => ({ count: 60, submissions, page, pages: 3 })

describe('the list of what waits for approval', () => {
  it('tells what may be approved together from what is looked at first, and why', () => {
    const model = waitingPage(
      state(
        2,
        one(4),
        one(5, { kind: 'asked', count: 2, indicators: ['V1'] }, { kind: 'gap', indicators: ['V1', 'V2'] }),
        one(6, { kind: 'asked', count: 1, indicators: [] }, { kind: 'late', at: on('2021-10-16') }),
        one(7, { kind: 'corrected' }),
      ),
      words,
    )
    expect(model.clear).toEqual([
      {
        partner: 'Union',
        place: 'Ha Tinh',
        quarter: stored().quarter,
        chosen: '4:3',
        href: '/submissions/4',
        since: '12 Oct 2021 09:00',
        doubts: [],
      },
    ])
    expect(model.doubtful.map(({ href, doubts }) => [href, ...doubts])).toEqual([
      [
        '/submissions/5',
        '2 things to look at again: V1',
        'Not reported, without a remark or comment that says why: V1, V2',
      ],
      ['/submissions/6', 'One thing to look at again', 'Handed in late, 16 Oct 2021 09:00'],
      ['/submissions/7', 'Returned or re-opened before: see what was corrected'],
    ])
    expect(model).toMatchObject({ count: 60, approval: '/submissions/waiting/approval?page=2' })
    expect([model.pager.before?.href, model.pager.after?.href]).toEqual([
      '/submissions/waiting',
      '/submissions/waiting?page=3',
    ])
  })
})

describe('what is asked before they are approved', () => {
  it('names those without doubts, all of them ticked', () => {
    const model = approvalPage(state(1, one(4), one(5, { kind: 'corrected' }), one(6)), words)
    expect(model.rows.map(({ chosen, ticked }) => [chosen, ticked])).toEqual([
      ['4:3', true],
      ['6:3', true],
    ])
    expect(model).toMatchObject({ page: 1, back: '/submissions/waiting', problem: null })
  })

  it('comes back as it was ticked', () => {
    const shown = { problem: 'none-ticked', chosen: ['6:3'] } as const
    const model = approvalPage(state(1, one(4), one(6)), words, shown)
    expect(model.rows.map(({ ticked }) => ticked)).toEqual([false, true])
    expect(model.problem).toBe('none-ticked')
  })

  it.each([
    [
      { chosen: ['4:3', '6:1'], page: '2' },
      [
        { id: 4, version: 3 },
        { id: 6, version: 1 },
      ],
      2,
    ],
    [{ chosen: '4:3' }, [{ id: 4, version: 3 }], 1],
    [{ chosen: ['4', ':3', '4:x', '-4:3', '4:3 ', ' 4:3', ''], page: 'x' }, [], 1],
    [{ page: '0' }, [], 1],
    [null, [], 1],
  ])('reads %j', (body, chosen, page) => {
    expect(readChosen(body)).toMatchObject({ chosen, page })
  })
})
