import { type Refusal, refusal, type Standing } from '../action.ts'

/** Why nothing can be entered, for whoever looks and never enters anything: by state, and whether the quarter is closed. */
export const LOOKING = [
  'not-begun',
  'being-entered',
  'to-decide',
  'being-corrected',
  'decided',
  'closed-unsent',
  'closed-to-decide',
  'closed-decided',
] as const
export type Looking = (typeof LOOKING)[number]

/** Why the form of a submission can only be read, with what to do next: the sentences are under `submissions.refused` and `submissions.looking`. */
export type Locked = { refused: Refusal } | { looking: Looking } | null

export function lockedBecause(standing: Standing): Locked {
  const { role, outOfTime, nothingAsked } = standing
  const without = outOfTime ?? (nothingAsked ? 'nothing-asked' : null)
  if (role === 'manager' && standing.own) return without ? { refused: without } : { looking: lookingAt(standing) }
  const refused = refusal('save', standing)
  return refused && { refused }
}

function lookingAt({ state, closed }: Standing): Looking {
  switch (state) {
    case 'due':
      return closed ? 'closed-unsent' : 'not-begun'
    case 'draft':
      return closed ? 'closed-unsent' : 'being-entered'
    case 'returned':
      return closed ? 'closed-unsent' : 'being-corrected'
    case 'submitted':
      return closed ? 'closed-to-decide' : 'to-decide'
    case 'approved':
      return closed ? 'closed-decided' : 'decided'
  }
}
