import type { Quarter } from '../../calendar/quarter.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Progress } from '../../targets/progress.ts'
import type { Rag } from '../../vocabulary/rag.ts'

/** An indicator that is behind what was planned by now. */
export type BehindPlan = { indicator: DefinedIndicator; progress: Progress }

/** Indicators behind plan by the end of a quarter: how many there are, and the worst of them first. */
export type OffTrack = { quarter: Quarter; count: number; worst: BehindPlan[] }

export const MOST_BEHIND = 5

/** What is not rated comes last. */
const URGENCY: Readonly<Record<Rag, number>> = { red: 0, amber: 1, green: 2, grey: 3 }

/** Red before amber, and of each what is furthest behind first: the order of a list of what needs looking at. */
export function byUrgency(one: Progress | null, other: Progress | null): number {
  const [a, b] = [one?.rag ?? 'grey', other?.rag ?? 'grey']
  return URGENCY[a] - URGENCY[b] || (one?.ofTarget ?? 0) - (other?.ofTarget ?? 0)
}

export function isBehind(progress: Progress | null): progress is Progress {
  return progress?.rag === 'red' || progress?.rag === 'amber'
}

/** What is rated red or amber, the worst first. */
export function behindPlan<T extends { rated: { progress: Progress | null } }>(all: readonly T[]): T[] {
  return all
    .filter(({ rated }) => isBehind(rated.progress))
    .sort((a, b) => byUrgency(a.rated.progress, b.rated.progress))
}
