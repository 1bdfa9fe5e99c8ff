import type { Quarter } from '../calendar/quarter.ts'
import type { Reporter } from './assignment.ts'
import { reporterKey } from './assignment.ts'
import type { Duty } from './owed.ts'

/** A duty to report an indicator that passed from one reporter to another. */
export type Handover = { indicatorId: number; from: Reporter; to: Reporter }

/** The same with the quarter from which on the heir has it. */
export type DatedHandover = Handover & { since: Quarter }

/** Of one indicator, by the key of a reporter: the keys of those who took its duty over. Who has no heir is not there. */
export type Heirs = ReadonlyMap<string, readonly string[]>

export const NO_HEIRS: Heirs = new Map()

/**
 * Who continues whose line of reporting: the same partner at the place's successor, or who took a duty over by a hand-over.
 * Where a successor has no such assignment, its own successors are looked at, and so on.
 * @param successorsOf what became of a place, at whatever time
 * @returns by indicator; one without any heirs is not there
 */
export function heirsFrom(
  duties: readonly Duty[],
  successorsOf: (placeId: number) => readonly number[],
  handovers: readonly Handover[],
): Map<number, Heirs> {
  const heirs = new Map<number, Map<string, string[]>>()
  const moved = duties.filter(({ placeId }) => successorsOf(placeId).length > 0)
  if (moved.length > 0) {
    const assigned = new Set(duties.map((duty) => `${duty.indicatorId}/${reporterKey(duty)}`))
    for (const { indicatorId, partnerId, placeId } of moved) {
      const has = (id: number) => assigned.has(`${indicatorId}/${reporterKey({ partnerId, placeId: id })}`)
      for (const id of nearest(placeId, successorsOf, has))
        add(heirs, indicatorId, { partnerId, placeId }, { partnerId, placeId: id })
    }
  }
  for (const { indicatorId, from, to } of handovers) add(heirs, indicatorId, from, to)
  return heirs
}

/** The first places on every way from successor to successor for which something is true. */
function nearest(
  start: number,
  successorsOf: (placeId: number) => readonly number[],
  found: (placeId: number) => boolean,
): number[] {
  const seen = new Set([start])
  const open = [...successorsOf(start)]
  const reached: number[] = []
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (found(id)) reached.push(id)
    else open.push(...successorsOf(id))
  }
  return reached.sort((a, b) => a - b)
}

function add(heirs: Map<number, Map<string, string[]>>, indicatorId: number, from: Reporter, to: Reporter): void {
  const mine = heirs.get(indicatorId) ?? new Map<string, string[]>()
  heirs.set(indicatorId, mine)
  const known = mine.get(reporterKey(from)) ?? []
  mine.set(reporterKey(from), known)
  if (!known.includes(reporterKey(to))) known.push(reporterKey(to))
}

/** The same the other way round: by the key of a reporter, the keys of those whose duty it took over. */
export function predecessorsIn(heirs: Heirs): Heirs {
  const predecessors = new Map<string, string[]>()
  for (const [from, all] of heirs) for (const to of all) predecessors.set(to, [...(predecessors.get(to) ?? []), from])
  return predecessors
}

/**
 * Everyone down a line from a reporter: its heirs, theirs, and so on, each once and never itself.
 * @param isEnd where to go no further
 */
export function heirsDown(reporter: string, heirs: Heirs, isEnd: (key: string) => boolean = () => false): Set<string> {
  const found = new Set<string>()
  const open = [...(heirs.get(reporter) ?? [])]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === reporter || found.has(key)) continue
    found.add(key)
    if (!isEnd(key)) open.push(...(heirs.get(key) ?? []))
  }
  return found
}
