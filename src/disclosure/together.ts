import type { ProtectedGroup, Protection } from '../suppression/protect.ts'
import { parseAtom } from './atoms.ts'
import { restatedPairs } from './earlier/versions.ts'

/** One submission: what a partner reports for a place and a quarter. */
export type SubmissionRef = { partnerId: number; placeId: number; quarter: number }

export function submissionRefKey({ partnerId, placeId, quarter }: SubmissionRef): string {
  return [partnerId, placeId, quarter].join('|')
}

/**
 * Where small numbers come from that stand in no table: from what came in, or was corrected, since an earlier release; or
 * from figures that tell them by themselves.
 */
export const TOLD_KINDS = ['late', 'corrected', 'within'] as const
export type ToldKind = (typeof TOLD_KINDS)[number]

/** Small numbers that would be told together, by the submissions they come from. */
export type ToldTogether = {
  kind: ToldKind
  /** None when they come from figures of one release. */
  submissions: SubmissionRef[]
  /** Codes of indicators. */
  indicators: string[]
  /** Ids of figures that are hidden for their sake. */
  hidden: string[]
  /** How many of them earlier releases have given away. */
  given: number
}

type KnownAtoms = Pick<ReadonlySet<string>, 'has' | 'size'>

/** @param known atoms that stood in earlier releases */
export function toldTogether(
  { groups, suppressed }: Pick<Protection, 'groups' | 'suppressed'>,
  known: KnownAtoms,
): ToldTogether[] {
  const told = new Map<string, ToldTogether>()
  for (const group of groups) {
    const hidden = [...new Set(group.cells.filter((id) => suppressed[id] === 'secondary').map(cellOf))]
    if (hidden.length === 0 && group.given === null) continue
    const { kind, submissions } = originOf(group, known)
    const key = JSON.stringify([kind, submissions])
    const one = told.get(key) ?? { kind, submissions, indicators: [], hidden: [], given: 0 }
    told.set(key, one)
    one.hidden = [...new Set([...one.hidden, ...hidden])]
    one.indicators = [...new Set([...one.indicators, ...group.cells.map(codeOf)])].sort()
    if (group.given !== null) one.given += 1
  }
  return [...told.values()].sort((a, b) => TOLD_KINDS.indexOf(a.kind) - TOLD_KINDS.indexOf(b.kind))
}

/** Why each figure is hidden that is hidden for a number that stands in no table, by the id of its cell. */
export function toldReasons(told: readonly ToldTogether[]): Map<string, ToldKind> {
  return new Map(told.toReversed().flatMap(({ kind, hidden }) => hidden.map((id) => [id, kind] as const)))
}

function originOf(
  { kind, atoms, less }: ProtectedGroup,
  known: KnownAtoms,
): Pick<ToldTogether, 'kind' | 'submissions'> {
  const all = [...atoms, ...less]
  const fresh = all.filter((name) => !known.has(name))
  if (kind === 'change') {
    // A stock that has moved on since holds another quarter's value, and no other version of one.
    const corrected = restatedPairs(all).length > 0
    return { kind: corrected ? 'corrected' : 'late', submissions: submissionsOf(fresh) }
  }
  if (known.size > 0 && fresh.length === all.length) return { kind: 'late', submissions: submissionsOf(fresh) }
  return { kind: 'within', submissions: [] }
}

function submissionsOf(names: readonly string[]): SubmissionRef[] {
  const found = new Map<string, SubmissionRef>()
  for (const name of names) {
    const atom = parseAtom(name)
    if (!atom) continue
    const { partnerId, placeId, quarter } = atom
    const one = { partnerId, placeId, quarter }
    found.set(submissionRefKey(one), one)
  }
  return [...found.values()].sort((a, b) => a.quarter - b.quarter || a.placeId - b.placeId || a.partnerId - b.partnerId)
}

/** The id of a count without the name of its part. */
function cellOf(id: string): string {
  return id.slice(0, id.lastIndexOf('|'))
}

function codeOf(id: string): string {
  return id.slice(0, id.indexOf('|'))
}
