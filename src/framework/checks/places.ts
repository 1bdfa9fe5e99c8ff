import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, leadsBack, overlappingRows } from './rows.ts'

/** A place lies in one of the level above, an official code is used by one place at a time, and what became of a place is there. */
export function checkPlaces({ levels, places, successions }: ProjectData): ListProblem[] {
  const ofLevels = new Findings('levels')
  ofLevels.once(
    levels.map(({ code }) => code),
    'code',
  )
  const found = new Findings('places')
  const slugs = found.once(
    places.map(({ slug }) => slug),
    'slug',
  )
  const depths = new Map(levels.map(({ code }, depth) => [code, depth]))
  const depthOf = new Map(places.map(({ slug, level }) => [slug, depths.get(level)]))
  for (const [row, { slug, level, parent, validFrom, validTo }] of places.entries()) {
    const depth = depths.get(level)
    if (depth === undefined) found.add(row, slug, 'level', 'unknown', level)
    else if (depth > 1 !== (parent !== null)) found.add(row, slug, 'parent', 'does-not-fit', parent)
    else if (parent !== null && depthOf.get(parent) !== depth - 1)
      found.add(row, slug, 'parent', slugs.has(parent) ? 'not-above' : 'unknown', parent)
    if (validTo !== null && validTo <= validFrom) found.add(row, slug, 'validTo', 'ends-first', validTo)
  }
  const held = places.map(({ level, code, validFrom, validTo }) => ({
    of: `${level} ${code}`,
    from: validFrom,
    to: validTo,
  }))
  for (const row of overlappingRows(held)) found.add(row, places[row]!.slug, 'code', 'overlaps', places[row]!.code)
  return [...ofLevels.problems, ...found.problems, ...checkSuccessions(successions, slugs)]
}

function checkSuccessions(successions: ProjectData['successions'], slugs: ReadonlySet<string>): ListProblem[] {
  const found = new Findings('successions')
  found.once(
    successions.map(({ from, to }) => `${from} → ${to}`),
    '',
  )
  const heirs = new Map<string, string[]>()
  for (const { from, to } of successions) heirs.set(from, [...(heirs.get(from) ?? []), to])
  for (const [row, { from, to }] of successions.entries()) {
    if (!slugs.has(from)) found.add(row, from, 'from', 'unknown', from)
    if (!slugs.has(to)) found.add(row, from, 'to', 'unknown', to)
    if (leadsBack(from, (slug) => heirs.get(slug) ?? [])) found.add(row, from, 'to', 'circle', to)
  }
  return found.problems
}
