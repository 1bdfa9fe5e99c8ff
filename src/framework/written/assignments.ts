import { quarterCode } from '../../calendar/quarter.ts'
import type { WrittenProject } from './written.ts'

/** One assignment, or the predecessor's, by what its lists call it. */
export type NamedAssignment = { indicator: string; partner: string; place: string; from: number; to: number | null }
/** Whose duty an assignment took over. */
export type NamedPredecessor = { partner: string; place: string }

type Row = WrittenProject['assignments'][number]

/**
 * Assignments as a list writes them: those of a partner that hold in the same quarters and take over the same are one row, for
 * several indicators of a place first and then for several places.
 * @param predecessorsOf whose duties an assignment takes over
 */
export function writtenAssignments(
  all: readonly NamedAssignment[],
  predecessorsOf: (one: NamedAssignment) => readonly NamedPredecessor[],
): Row[] {
  const ofPlaces = joined(
    all.map((one) => rowOf(one, predecessorsOf(one))),
    ({ indicators: _, ...rest }) => rest,
    (row, { indicators }) => row.indicators.push(...indicators),
  )
  return joined(
    ofPlaces,
    ({ places, ...rest }) => (rest.takesOver?.some(({ place }) => place !== undefined) ? { places, ...rest } : rest),
    (row, { places }) => row.places.push(...places),
  )
}

function rowOf({ indicator, partner, place, from, to }: NamedAssignment, taken: readonly NamedPredecessor[]): Row {
  const takesOver = taken.map((one) => (one.place === place ? { partner: one.partner } : one))
  return {
    partner,
    places: [place],
    indicators: [indicator],
    from: quarterCode(from),
    ...(to === null ? {} : { to: quarterCode(to) }),
    ...(takesOver.length > 0 ? { takesOver } : {}),
  }
}

/** Rows that are the same but for something, as one. */
function joined(rows: readonly Row[], but: (row: Row) => object, join: (row: Row, other: Row) => void): Row[] {
  const byRest = new Map<string, Row>()
  for (const row of rows) {
    const key = JSON.stringify(but(row))
    const known = byRest.get(key)
    if (known) join(known, row)
    else byRest.set(key, { ...row, places: [...row.places], indicators: [...row.indicators] })
  }
  return [...byRest.values()]
}
