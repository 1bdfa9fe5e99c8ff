import type { Quarter } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import { MILLION, millionths } from '../figures/sums.ts'
import type { Planned } from './planned.ts'
import { narrowestAt, type Target } from './target.ts'

type Piece = Span & { value: number; of: Span; basis: 'target' | 'share' }

/**
 * What a flow was to come to in a span. Its targets are laid end to end from the first quarter on, the widest that ends
 * within the span before narrower ones: a year that is over is held against the year's target, however it was divided into
 * quarters. No quarter is planned twice.
 * - A period (`toDate` false) is planned when targets fill it without a hole; nothing is divided.
 * - "To date" ends where no target does: the rest is an even share, by quarters, of the narrowest target that holds it, less
 *   what narrower ones have already taken of it. Nothing was planned before the first target, nor after a phase has ended.
 * @param targets of one indicator and place
 * @returns null when some quarter has no target
 */
export function plannedFlow(targets: readonly Target[], span: Span, toDate: boolean): Planned | null {
  const pieces: Piece[] = []
  for (let at = span.from; at <= span.to; ) {
    const next = widestFrom(targets, at, span.to) ?? (toDate ? shareFrom(targets, pieces, at, span.to) : null)
    if (next) {
      pieces.push(next)
      at = next.to + 1
    } else if (toDate && isUnplanned(targets, at)) at += 1
    else return null
  }
  const last = pieces.at(-1)
  if (!last) return null
  return { value: total(pieces), by: span.to, basis: basisOf(pieces), of: last.of }
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

function shareFrom(targets: readonly Target[], pieces: readonly Piece[], from: Quarter, end: Quarter): Piece | null {
  const target = narrowestAt(targets, from)
  if (!target) return null
  const within = pieces.filter((one) => one.from >= target.from && one.to <= target.to)
  const free = lengthOf(target) - within.reduce((sum, one) => sum + lengthOf(one), 0)
  const to = Math.min(target.to, end)
  const left = Math.max(0, target.value - total(within))
  return { from, to, value: (left * lengthOf({ from, to })) / free, of: target, basis: 'share' }
}

/** Before the first target, or between the phases of a project and after the last. */
function isUnplanned(targets: readonly Target[], at: Quarter): boolean {
  return targets.every(({ from }) => from > at) || targets.some(({ kind, to }) => kind === 'project' && to < at)
}

function lengthOf({ from, to }: Span): number {
  return to - from + 1
}

function total(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { value }) => sum + millionths(value), 0) / MILLION
}
