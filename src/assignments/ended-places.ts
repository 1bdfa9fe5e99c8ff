import { LAST_QUARTER, type Quarter } from '../calendar/quarter.ts'
import { heldIn } from '../calendar/span.ts'
import type { Partner } from '../partners/partner.ts'
import type { Place, Places } from '../places/place.ts'
import { type Assignment, type Reporter, reporterKey } from './assignment.ts'
import type { Handover } from './heirs.ts'
import { type Duty, isBoundIn } from './owed.ts'

/*
 * A place that ended without an heir. Its assignments end with it, and where nobody has been assigned in its stead n grows
 * smaller without anybody having decided so: that must be said wherever coverage is.
 */

/** A place that ended although duties were to go on in it, and for what became of which nobody reports. */
export type EndedPlace = {
  placeId: number
  /** First and last quarter, of those that were asked for, in which something would be due and nobody owes it. */
  since: Quarter
  until: Quarter
  /** Ids of the indicators that nobody reports, and of the partners that reported them until the place ended. */
  indicators: readonly number[]
  partners: readonly number[]
  /** Who reported which of them. */
  duties: readonly { indicatorId: number; partnerId: number }[]
}

/** The same with what it is called: the place, what it had become by then, and the partners. */
export type NamedEndedPlace = Omit<EndedPlace, 'partners'> & {
  place: Place
  became: readonly Place[]
  partners: readonly Partner[]
}

/** Those that some partners reported for. */
export function endedFor(ended: readonly NamedEndedPlace[], partnerIds?: readonly number[]): NamedEndedPlace[] {
  return ended.filter(({ partners }) => partnerIds === undefined || partners.some(({ id }) => partnerIds.includes(id)))
}

/** As far as it concerns some indicators: with the partners that reported one of these; null = it concerns none of them. */
export function endedOf(ended: NamedEndedPlace, isAmong: (indicatorId: number) => boolean): NamedEndedPlace | null {
  const indicators = ended.indicators.filter(isAmong)
  const duties = ended.duties.filter(({ indicatorId }) => isAmong(indicatorId))
  const partners = ended.partners.filter(({ id }) => duties.some(({ partnerId }) => partnerId === id))
  return indicators.length > 0 ? { ...ended, indicators, duties, partners } : null
}

/** An assignment that was to go on after its place ended, with the quarters in which it would have. */
export type Overhang = { indicatorId: number; reporter: Reporter; from: Quarter; to: Quarter }

/** The assignments that were to go on after their places had ended. */
export function overhangs(assignments: readonly Assignment[], places: Places): Overhang[] {
  return assignments.flatMap(({ indicatorId, partnerId, placeId, from, to }) => {
    const { last } = places.quartersOf(placeId)
    if (last === null) return []
    const beyond = { from: Math.max(from, last + 1), to: to ?? LAST_QUARTER }
    return beyond.to < beyond.from ? [] : [{ indicatorId, reporter: { partnerId, placeId }, ...beyond }]
  })
}

/**
 * Finds the duties by which an indicator is reported for what became of a place that ended: anybody's who is assigned it in what
 * the place became (at whatever remove) or within that, and whoever took it over by a hand-over.
 */
export function heirDuties(
  duties: readonly Duty[],
  places: Places,
  handovers: readonly Handover[],
): (overhang: Overhang) => readonly Duty[] {
  const within = new Map<string, Duty[]>()
  const add = (name: string, duty: Duty) => {
    const known = within.get(name)
    if (known) known.push(duty)
    else within.set(name, [duty])
  }
  for (const duty of duties) {
    for (const { id } of places.lineage(duty.placeId)) add(`${duty.indicatorId} in ${id}`, duty)
    add(`${duty.indicatorId} by ${reporterKey(duty)}`, duty)
  }
  const taken = new Map<string, string[]>()
  for (const { indicatorId, from, to } of handovers) {
    const name = `${indicatorId} by ${reporterKey(from)}`
    taken.set(name, [...(taken.get(name) ?? []), `${indicatorId} by ${reporterKey(to)}`])
  }
  return ({ indicatorId, reporter }) => {
    const became = [...places.descendantsOf(reporter.placeId)].map((id) => `${indicatorId} in ${id}`)
    const names = [...became, ...(taken.get(`${indicatorId} by ${reporterKey(reporter)}`) ?? [])]
    return names.flatMap((name) => within.get(name) ?? [])
  }
}

/**
 * The places that ended without an heir, in the order of all places: those of which something would be due in a quarter of the
 * span that no heir owes then.
 * @param dueIn the quarters of the span in which an indicator is due
 */
export function endedWithoutHeir(
  beyond: readonly Overhang[],
  places: Places,
  heirsOf: (overhang: Overhang) => readonly Duty[],
  dueIn: (indicatorId: number) => readonly Quarter[],
): EndedPlace[] {
  const found = new Map<number, { quarters: Set<Quarter>; duties: Map<string, EndedPlace['duties'][number]> }>()
  for (const overhang of beyond) {
    const { indicatorId, reporter } = overhang
    const due = dueIn(indicatorId).filter((at) => heldIn(overhang, at))
    if (due.length === 0) continue
    const heirs = heirsOf(overhang)
    const open = due.filter((at) => !heirs.some((duty) => isBoundIn(duty, at)))
    if (open.length === 0) continue
    const known = found.get(reporter.placeId) ?? { quarters: new Set(), duties: new Map() }
    found.set(reporter.placeId, known)
    for (const at of open) known.quarters.add(at)
    const { partnerId } = reporter
    known.duties.set(`${indicatorId}/${partnerId}`, { indicatorId, partnerId })
  }
  return places.list.flatMap(({ id }) => {
    const one = found.get(id)
    if (!one) return []
    const [since, until] = [Math.min(...one.quarters), Math.max(...one.quarters)]
    const duties = [...one.duties.values()]
    const [indicators, partners] = [
      duties.map(({ indicatorId }) => indicatorId),
      duties.map(({ partnerId }) => partnerId),
    ]
    return [
      { placeId: id, since, until, indicators: [...new Set(indicators)], partners: [...new Set(partners)], duties },
    ]
  })
}
