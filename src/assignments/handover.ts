import type { Quarter } from '../calendar/quarter.ts'
import { heldIn } from '../calendar/span.ts'
import { gapsIn, revised } from '../calendar/timeline.ts'
import type { Key } from '../language/words.ts'
import { type Assignment, type Reporter, reporterKey } from './assignment.ts'
import { type Heirs, heirsDown } from './heirs.ts'

/** One assignment of an indicator: whose it is, by whatever name, and the quarter in which it begins. */
export type Begun = { reporter: string; from: Quarter }

/** Why nobody can take a duty over from somebody. */
export const HANDOVER_REFUSALS = ['to-itself', 'not-assigned', 'before-predecessor', 'circle'] as const
export type HandoverRefusal = (typeof HANDOVER_REFUSALS)[number]

/** Why a hand-over is not recorded, besides. */
export const RECORD_REFUSALS = [
  /** The heir is not asked for the indicator then, and is not to be. */
  'heir-not-assigned',
  /** The predecessor has given a value in a quarter in which it would not be asked any more. */
  'has-reported',
  /** The heir's place does not exist then. */
  'no-place',
  'recorded',
] as const
export type RecordRefusal = HandoverRefusal | (typeof RECORD_REFUSALS)[number]

/** What to say of it, with `heir`, `predecessor`, `indicator` and the `quarter` it is about. */
export const REFUSED_HANDOVER = {
  'to-itself': 'indicators:handover.to-itself',
  'not-assigned': 'indicators:handover.not-assigned',
  'before-predecessor': 'indicators:handover.before-predecessor',
  circle: 'indicators:handover.circle',
  'heir-not-assigned': 'indicators:handover.heir-not-assigned',
  'has-reported': 'indicators:handover.has-reported',
  'no-place': 'indicators:handover.no-place',
  recorded: 'indicators:handover.recorded',
} as const satisfies Readonly<Record<RecordRefusal, Key>>

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

/** A duty passes: from whom, to whom, and the quarter from which on the heir has it. */
export type Passing = { predecessor: Reporter; heir: Reporter; from: Quarter }

/** What becomes of the assignments of an indicator: those no longer known, those known instead, and which one is taken over. */
export type HandoverPlan = { ended: Assignment[]; begun: Assignment[]; predecessorFrom: Quarter }

/**
 * The assignments as a hand-over leaves them: the predecessor is asked up to the quarter before, the heir from then on.
 * @param assignments of the indicator, as they are known now
 * @param heirs of the indicator
 * @param assigns whether an heir that is not asked from then on is to be; else it has to be already
 */
export function passedOn(
  { predecessor, heir, from }: Passing,
  assignments: readonly Assignment[],
  heirs: Heirs,
  assigns: boolean,
): HandoverPlan | { refused: RecordRefusal } {
  const [old, own] = [reporterKey(predecessor), reporterKey(heir)]
  const of = (key: string) => assignments.filter((one) => reporterKey(one) === key)
  if (!assigns && !of(own).some((one) => heldIn(one, from)) && own !== old) return { refused: 'heir-not-assigned' }
  const begun = assignments.map((one) => ({ reporter: reporterKey(one), from: one.from }))
  const taken = takenOver({ reporter: own, from }, old, [...begun, { reporter: own, from }], heirs)
  if ('refused' in taken) return taken
  if ((heirs.get(old) ?? []).includes(own)) return { refused: 'recorded' }
  const onwards = { from, to: null }
  const left = revised<Assignment>(of(old), onwards, () => null)
  // The heir's assignment is cut where it takes over, so that it says since when.
  const taking = revised<Assignment>(
    of(own).filter((one) => one.from !== from),
    onwards,
    (piece) => piece,
  )
  const [{ indicatorId }] = of(old) as [Assignment]
  const anew = assigns ? gapsIn(of(own), onwards) : []
  return {
    ended: [...left.ended, ...taking.ended],
    begun: [...left.begun, ...taking.begun, ...anew.map((gap) => ({ ...heir, indicatorId, ...gap }))],
    predecessorFrom: taken.from,
  }
}
