import { describe, expect, it } from 'vitest'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { wordsFor } from '../../src/language/words.ts'
import { closingPage } from '../../src/periods/closing-page.ts'
import { outstandingIn, outstandingMark } from '../../src/periods/outstanding.ts'
import { Places } from '../../src/places/place.ts'
import type { Slot } from '../../src/submissions/board/slot.ts'
import { STATUSES, type Status } from '../../src/submissions/submission.ts'
import { slot } from '../home/slots.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../partners/reporters.ts'

const QUARTER = quarterOf(2021, 4)
const words = wordsFor('en', PILOT_TERMS)
const at = (status: Status, more: Partial<Slot> = {}): Slot => ({ ...slot(status, QUARTER), ...more })
const page = (slots: readonly Slot[], shown = { seen: '', seesSubmissions: true }, day = '2022-01-18') =>
  closingPage(
    {
      quarter: QUARTER,
      dueOn: '2022-01-15',
      outstanding: outstandingIn(slots),
      partners: [partnerNamed(1, 'union', [['Union', '2019-01-01']])],
      places: new Places([placeNamed(1, 'Ha Tinh')], []),
      now: Date.parse(`${day}T09:00:00+07:00`),
    },
    shown,
    words,
  )

describe('what is outstanding in a quarter', () => {
  it('is whatever is neither approved nor missing', () => {
    const left = outstandingIn(STATUSES.map((status) => at(status))).map(({ status }) => status)
    expect(left).toEqual(['due', 'overdue', 'draft', 'returned', 'submitted'])
  })

  it('is named by kind in the order of what is lost, with what becomes of it', () => {
    const model = page([at('submitted', { id: 9 }), at('overdue', { id: null }), at('approved'), at('returned')])
    expect(model.groups.map(({ status, count }) => [status, count])).toEqual([
      ['overdue', 1],
      ['returned', 1],
      ['submitted', 1],
    ])
    expect(model.groups.map(({ rows }) => rows)).toEqual([
      [{ name: 'Union – Ha Tinh', href: null }],
      [{ name: 'Union – Ha Tinh', href: '/submissions/1' }],
      [{ name: 'Union – Ha Tinh', href: '/submissions/9' }],
    ])
    expect(model.groups[1]!.says).toContain('be corrected any more')
    expect(model).toMatchObject({ count: 3, code: '2021-Q4', hasChanged: false, title: 'Close Q4 2021?' })
    expect(model.due).toBe('Due on 15 Jan 2022, 3 days late')
    expect(page([at('due')], undefined, '2022-01-15').due).toBe('Due on 15 Jan 2022')
  })

  it('names thirty of a kind and counts the others', () => {
    const [group] = page(Array.from({ length: 33 }, () => at('overdue'))).groups
    expect([group!.rows.length, group!.count, group!.more]).toEqual([30, 33, 3])
  })

  it('leads nowhere for who may not see submissions', () => {
    const model = page([at('submitted')], { seen: 'x', seesSubmissions: false })
    expect([model.board, model.groups[0]!.rows[0]!.href, model.hasChanged]).toEqual([null, null, true])
    expect(page([at('submitted')]).board).toBe('/submissions?from=2021-Q4&to=2021-Q4')
  })

  it('has a mark that stands for it in whatever order, and for nothing else', () => {
    const [one, other] = [at('overdue', { placeId: 1 }), at('returned', { placeId: 2 })]
    expect(outstandingMark([one, other])).toBe(outstandingMark([other, one]))
    const others = [[one], [one, { ...other, status: 'submitted' as const }], [one, { ...other, changedAt: 5 }]]
    expect(new Set([[one, other], ...others].map(outstandingMark)).size).toBe(4)
  })
})
