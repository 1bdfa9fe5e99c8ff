import { quarterOf } from '../../../src/calendar/quarter.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { Places } from '../../../src/places/place.ts'
import type { BoardState } from '../../../src/submissions/board/board.ts'
import { boardQuery } from '../../../src/submissions/board/form.ts'
import { boardPage } from '../../../src/submissions/board/page.ts'
import type { Slot } from '../../../src/submissions/board/slot.ts'
import type { Status } from '../../../src/submissions/submission.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../../partners/reporters.ts'

export const words = wordsFor('en', PILOT_TERMS)
export const [Q1, Q2, Q3] = [quarterOf(2021, 1), quarterOf(2021, 2), quarterOf(2021, 3)]
export const partners = [
  partnerNamed(9, 'police', [['Police', '2019-01-01']]),
  partnerNamed(4, 'union', [
    ['Former union', '2019-01-01'],
    ['Union', '2021-09-30'],
  ]),
]
export const places = new Places([placeNamed(7, 'Nghe An'), placeNamed(3, 'Ha Tinh'), placeNamed(8, 'Vinh', 7)], [])

/** Who, where, when, how it stands; of the protection component and begun unless it says otherwise. */
export const slot = (
  [partnerId, placeId, quarter, status]: [number, number, number, Status],
  components: (string | null)[] = ['protection'],
  id: number | null = 100 + partnerId,
): Slot => {
  const state = status === 'overdue' || status === 'missing' ? 'due' : status
  return { partnerId, placeId, quarter, components, id, state, status, changedAt: null }
}
export const stateOf = (slots: Slot[], more: Partial<BoardState> = {}): BoardState => ({
  soFar: { from: Q1, to: Q3 },
  span: { from: Q2, to: Q3 },
  slots,
  places,
  partners,
  dueOn: new Map([Q1, Q2, Q3].map((one) => [one, '2021-10-15'])),
  today: '2021-10-18',
  endedPlaces: [],
  questions: new Map(),
  project: null,
  mayBegin: false,
  ...more,
})
export const board = (slots: Slot[], more: Partial<BoardState> = {}, query: object = {}) =>
  boardPage(stateOf(slots, more), boardQuery.parse(query), words)
