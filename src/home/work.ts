import type { Slot } from '../submissions/board/slot.ts'

/** What waits for a partner, the most pressing first, and what has lately been accepted. */
export type PartnerWork = { returned: Slot[]; overdue: Slot[]; open: Slot[]; waiting: Slot[]; approved: Slot[] }

/** What waits for a manager. */
export type ManagerWork = { toApprove: Slot[]; overdue: Slot[]; returned: Slot[] }

const LATELY = 6

export function partnerWork(slots: readonly Slot[]): PartnerWork {
  const of = (...statuses: string[]) => slots.filter((slot) => statuses.includes(slot.status))
  return {
    returned: of('returned').sort(oldestQuarter),
    overdue: of('overdue').sort(oldestQuarter),
    open: of('draft', 'due').sort(oldestQuarter),
    waiting: of('submitted').sort(oldestQuarter),
    approved: of('approved').sort(newestChange).slice(0, LATELY),
  }
}

/** What has waited longest comes first. */
export function managerWork(slots: readonly Slot[]): ManagerWork {
  const of = (status: string) => slots.filter((slot) => slot.status === status)
  return {
    toApprove: of('submitted').sort((a, b) => (a.changedAt ?? 0) - (b.changedAt ?? 0) || a.quarter - b.quarter),
    overdue: of('overdue').sort(oldestQuarter),
    returned: of('returned').sort(oldestQuarter),
  }
}

function oldestQuarter(a: Slot, b: Slot): number {
  return a.quarter - b.quarter
}

function newestChange(a: Slot, b: Slot): number {
  return (b.changedAt ?? 0) - (a.changedAt ?? 0) || b.quarter - a.quarter
}
