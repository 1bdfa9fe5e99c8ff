import type { Slot } from '../submissions/board/slot.ts'
import type { Status } from '../submissions/submission.ts'

/** Lists of what waits for somebody, or has lately been accepted. */
export type WorkListName = 'returned' | 'overdue' | 'open' | 'waiting' | 'approved-lately' | 'to-approve'

/** One list in its order; `first` is as much of it as is shown. */
export type WorkList = { name: WorkListName; slots: Slot[]; first: Slot[] }
export type Work = WorkList[]

/** More than this of one kind is a list of its own, on the board. */
const MOST_SHOWN = 12
/** How many of those accepted are still news. */
const LATELY = 6

type Order = (a: Slot, b: Slot) => number

/** What waits for a partner, the most pressing first, and what has lately been accepted. */
export function partnerWork(slots: readonly Slot[]): Work {
  return [
    listOf('returned', slots, ['returned'], oldestQuarter),
    listOf('overdue', slots, ['overdue'], oldestQuarter),
    listOf('open', slots, ['draft', 'due'], oldestQuarter),
    listOf('waiting', slots, ['submitted'], oldestQuarter),
    latest(listOf('approved-lately', slots, ['approved'], newestChange)),
  ]
}

/** What waits for a manager: for approval whatever has waited longest comes first. */
export function managerWork(slots: readonly Slot[]): Work {
  return [
    listOf('to-approve', slots, ['submitted'], oldestChange),
    listOf('overdue', slots, ['overdue'], oldestQuarter),
    listOf('returned', slots, ['returned'], oldestQuarter),
  ]
}

function listOf(name: WorkListName, slots: readonly Slot[], statuses: readonly Status[], order: Order): WorkList {
  const own = slots.filter((slot) => statuses.includes(slot.status)).sort(order)
  return { name, slots: own, first: own.slice(0, MOST_SHOWN) }
}

function latest({ name, slots }: WorkList): WorkList {
  const news = slots.slice(0, LATELY)
  return { name, slots: news, first: news }
}

const oldestQuarter: Order = (a, b) => a.quarter - b.quarter
const oldestChange: Order = (a, b) => changeOf(a) - changeOf(b) || a.quarter - b.quarter
const newestChange: Order = (a, b) => oldestChange(b, a)

function changeOf({ changedAt }: Slot): number {
  return changedAt ?? 0
}
