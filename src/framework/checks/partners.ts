import { LAST_QUARTER } from '../../calendar/quarter.ts'
import { handoversIn } from '../handovers/told.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { type DatedRow, Findings, overlappingRows } from './rows.ts'

/** A partner has one name at a time, and is asked for an indicator in a place once at a time. */
export function checkPartners(data: ProjectData): ListProblem[] {
  const found = new Findings('partners')
  const slugs = found.once(
    data.partners.map(({ slug }) => slug),
    'slug',
  )
  const ofKinds = new Findings('kinds')
  const kinds = ofKinds.once(
    data.kinds.map(({ code }) => code),
    'code',
  )
  for (const [row, { slug, names }] of data.partners.entries()) {
    for (const [nth, { kind }] of names.entries())
      if (!kinds.has(kind)) found.add(row, slug, `names.${nth}.kind`, 'unknown', kind)
    for (const [nth, { validFrom, validTo }] of names.entries())
      if (validTo !== null && validTo <= validFrom) found.add(row, slug, `names.${nth}.validTo`, 'ends-first', validTo)
    const held = names.map(({ validFrom, validTo }) => ({ of: slug, from: validFrom, to: validTo }))
    for (const nth of overlappingRows(held)) found.add(row, slug, `names.${nth}`, 'overlaps')
  }
  const problems = [...ofKinds.problems, ...found.problems, ...checkAssignments(data, slugs)]
  return problems.length > 0 ? problems : handoversIn(data).problems
}

function checkAssignments(
  { assignments, places, indicators }: ProjectData,
  partners: ReadonlySet<string>,
): ListProblem[] {
  const found = new Findings('assignments')
  const slugs = new Set(places.map(({ slug }) => slug))
  const codes = new Set(indicators.map(({ code }) => code))
  const held: (DatedRow<number> & { row: number })[] = []
  for (const [row, { partner, places: where, indicators: what, from, to }] of assignments.entries()) {
    if (!partners.has(partner)) found.add(row, partner, 'partner', 'unknown', partner)
    if (to !== null && to < from) found.add(row, partner, 'to', 'ends-first')
    for (const [nth, place] of where.entries())
      if (!slugs.has(place)) found.add(row, partner, `places.${nth}`, 'unknown', place)
    for (const [nth, code] of what.entries())
      if (!codes.has(code)) found.add(row, partner, `indicators.${nth}`, 'unknown', code)
    for (const place of where)
      for (const code of what)
        held.push({ row, of: `${code}, ${partner}, ${place}`, from, to: (to ?? LAST_QUARTER) + 1 })
  }
  for (const nth of overlappingRows(held)) found.add(held[nth]!.row, null, '', 'overlaps', held[nth]!.of)
  return found.problems
}
