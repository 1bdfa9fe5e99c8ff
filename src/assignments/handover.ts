import type { Quarter } from '../calendar/quarter.ts'
import type { Key } from '../language/words.ts'
import { type Heirs, heirsDown } from './heirs.ts'

/** One assignment of an indicator: whose it is, by whatever name, and the quarter in which it begins. */
export type Begun = { reporter: string; from: Quarter }

/** Why nobody can take a duty over from somebody. */
export const HANDOVER_REFUSALS = ['to-itself', 'not-assigned', 'before-predecessor', 'circle'] as const
export type HandoverRefusal = (typeof HANDOVER_REFUSALS)[number]

/**
 * What to say of it, with `heir`, `predecessor` and the heir's first `quarter`.
 * @public whoever hands a duty over on a screen is told so
 */
export const REFUSED_HANDOVER = {
  'to-itself': 'indicators:handover.to-itself',
  'not-assigned': 'indicators:handover.not-assigned',
  'before-predecessor': 'indicators:handover.before-predecessor',
  circle: 'indicators:handover.circle',
} as const satisfies Readonly<Record<HandoverRefusal, Key>>

/**
 * The assignment that one takes over: of those of the predecessor the last that has begun by then.
 * @param begun every assignment of the indicator
 * @param heirs as they are without this hand-over, by the names that `begun` uses
 * @returns the quarter in which the predecessor's assignment begins, or why there can't be a hand-over
 */
export function takenOver(
  heir: Begun,
  predecessor: string,
  begun: readonly Begun[],
  heirs: Heirs,
): { from: Quarter } | { refused: HandoverRefusal } {
  if (heir.reporter === predecessor) return { refused: 'to-itself' }
  const theirs = begun.filter(({ reporter }) => reporter === predecessor).map(({ from }) => from)
  const isAssigned = begun.some(({ reporter, from }) => reporter === heir.reporter && from === heir.from)
  if (theirs.length === 0 || !isAssigned) return { refused: 'not-assigned' }
  const before = theirs.filter((from) => from <= heir.from)
  if (before.length === 0) return { refused: 'before-predecessor' }
  if (heirsDown(heir.reporter, heirs).has(predecessor)) return { refused: 'circle' }
  return { from: Math.max(...before) }
}
