import type { Quarter } from '../calendar/quarter.ts'
import { quartersIn, type Span } from '../calendar/span.ts'
import { MILLION, millionths } from '../figures/sums.ts'
import type { Planned } from './planned.ts'
import { isForLife, narrowestAt, type Target } from './target.ts'

/** Whether the project is at work in a quarter. */
export type AtWork = (quarter: Quarter) => boolean
const always: AtWork = () => true

type Piece = Span & { value: number; of: Span; basis: 'target' | 'share' }

/**
 * What a flow was to come to in a span. Its targets are laid end to end from the first quarter on, the widest that ends
 * within the span before narrower ones: a year that is over is held against the year's target, however it was divided into
 * quarters. No quarter is planned twice.
 * - A period (`toDate` false) is planned when targets fill it without a hole; nothing is divided.
 * - "To date" ends where no target does: the rest is an even share, by quarters, of the narrowest target that holds it, less
 *   what narrower ones have already taken of it. Nothing was planned before the first target, nor after a phase has ended.
 * - In a pause nothing is planned: its quarters are no part of a share, and leave no hole.
 * @param targets of one indicator and place
 * @param works whether the project is at work in a quarter
 * @returns null when some quarter has no target
 */
export function plannedFlow(
  targets: readonly Target[],
  span: Span,
  toDate: boolean,
  works: AtWork = always,
): Planned | null {
  const pieces: Piece[] = []
  for (let at = span.from; at <= span.to; ) {
    const next = widestFrom(targets, at, span.to)
    const share =
      next === null && toDate && works(at) ? shareFrom(targets, pieces, { from: at, to: span.to }, works) : null
    const piece = next ?? share
    if (piece) {
      pieces.push(piece)
      at = piece.to + 1
    } else if (!works(at) || (toDate && isUnplanned(targets, at))) at += 1
    else return null
  }
  const last = pieces.at(-1)
  if (!last) return null
  return { value: total(pieces), by: span.to, basis: basisOf(pieces), of: last.of }
}

/**
 * The same from the beginning of a phase: by the targets set within it. Where there are none, what was planned by then for the
 * project, less what was planned for it before the phase; nothing where every target was over before.
 * @param project its quarters
 */
export function plannedInPhase(
  targets: readonly Target[],
  phase: Span,
  by: Quarter,
  { project, works }: { project: Span; works: AtWork },
): Planned | null {
  const own = targets.filter((one) => phase.from <= one.from && one.to <= phase.to)
  const planned = plannedFlow(own, { from: phase.from, to: by }, true, works)
  if (planned || targets.every(({ to }) => to < phase.from)) return planned
  const whole = plannedFlow(targets, { from: project.from, to: by }, true, works)
  const before = plannedFlow(targets, { from: project.from, to: phase.from - 1 }, true, works)
  return whole && { ...whole, value: total([whole]) - (before ? total([before]) : 0), basis: 'share' }
}

function basisOf(pieces: readonly Piece[]): Planned['basis'] {
  if (pieces.some(({ basis }) => basis === 'share')) return 'share'
  return pieces.length === 1 ? 'target' : 'sum'
}

function widestFrom(targets: readonly Target[], from: Quarter, to: Quarter): Piece | null {
  const widest = targets.reduce<Target | null>(
    (best, one) => (one.from === from && one.to <= to && one.to > (best?.to ?? 0) ? one : best),
    null,
  )
  return widest ? { from, to: widest.to, value: widest.value, of: widest, basis: 'target' } : null
}

function shareFrom(
  targets: readonly Target[],
  pieces: readonly Piece[],
  { from, to: end }: Span,
  works: AtWork,
): Piece | null {
  const target = narrowestAt(targets, from)
  if (!target) return null
  const within = pieces.filter((one) => one.from >= target.from && one.to <= target.to)
  const free = lengthOf(target, works) - within.reduce((sum, one) => sum + lengthOf(one, works), 0)
  const to = Math.min(target.to, end)
  const left = Math.max(0, target.value - total(within))
  return { from, to, value: (left * lengthOf({ from, to }, works)) / free, of: target, basis: 'share' }
}

/** Before the first target, or between the phases of a project and after the last. */
function isUnplanned(targets: readonly Target[], at: Quarter): boolean {
  return targets.every(({ from }) => from > at) || targets.some(({ kind, to }) => isForLife(kind) && to < at)
}

function lengthOf(span: Span, works: AtWork): number {
  return quartersIn(span).filter(works).length
}

function total(pieces: readonly { value: number }[]): number {
  return pieces.reduce((sum, { value }) => sum + millionths(value), 0) / MILLION
}
