import { daysBetween } from '../../calendar/day.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { isLate } from '../submission.ts'
import type { BoardState } from './board.ts'
import type { Slot } from './slot.ts'

/** How many days a submission is late by now; null for what is handed in, or not late. */
export function daysLate(slot: Slot, { dueOn, today }: Pick<BoardState, 'dueOn' | 'today'>): number | null {
  if (!isLate(slot)) return null
  const days = daysBetween(dueOn.get(slot.quarter)!, today)
  return days > 0 ? days : null
}

/** The latest reporter first, of those as late the one with more that is late; whoever is not late stays in order. */
export function latestFirst(reporters: readonly Slot[][], state: Pick<BoardState, 'dueOn' | 'today'>): Slot[][] {
  const ranked = reporters.map((own) => {
    const late = own.flatMap((slot) => daysLate(slot, state) ?? [])
    return { own, longest: Math.max(0, ...late), count: late.length }
  })
  return ranked.sort((a, b) => b.longest - a.longest || b.count - a.count).map(({ own }) => own)
}

/** Quarters that were asked for and that the board can't show. */
export function outsideOf(asked: readonly (Quarter | null)[], soFar: BoardState['soFar']): Quarter[] {
  return asked.filter((one): one is Quarter => one !== null && soFar !== null && (one < soFar.from || one > soFar.to))
}
