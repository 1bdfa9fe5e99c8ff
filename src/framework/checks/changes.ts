import type { ChangeRow } from '../lists/changes.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

/**
 * Changes of what is measured name what is there, end no sooner than they begin, and of one thing no two that become known at once
 * hold in the same quarter. What values stand against only the file knows: `definitions/` refuses it with the row.
 */
export function checkChanges({ changes, indicators, breakdowns, places, project }: ProjectData): ListProblem[] {
  const found = new Findings('changes')
  const codes = new Set(indicators.map(({ code }) => code))
  const lists = new Map(breakdowns.map(({ code, categories }) => [code, new Set(categories.map((one) => one.code))]))
  const slugs = new Set(places.map(({ slug }) => slug))
  const nameOf = (change: ChangeRow) => subjectOf(change) ?? project.code
  for (const [row, change] of changes.entries()) {
    const add = (field: string, code: ListProblem['code'], given: string | null = null) =>
      found.add(row, nameOf(change), field, code, given)
    if (change.change === 'place') {
      const named = { place: change.place, ...(change.parent === undefined ? {} : { parent: change.parent }) }
      const heirs = (change.became ?? []).map((slug, nth) => [`became.${nth}`, slug] as const)
      for (const [field, slug] of [...Object.entries(named), ...heirs])
        if (!slugs.has(slug)) add(field, 'unknown', slug)
    }
    if ('indicator' in change && !codes.has(change.indicator)) add('indicator', 'unknown', change.indicator)
    if ('breakdown' in change && !lists.has(change.breakdown)) add('breakdown', 'unknown', change.breakdown)
    if (change.change === 'list-category') lists.get(change.breakdown)?.add(change.category)
    if (change.change === 'end-category' && lists.get(change.breakdown)?.has(change.category) === false)
      add('category', 'unknown', change.category)
    if (change.change === 'split')
      for (const [at, code] of change.breakdowns.entries()) {
        if (!lists.has(code)) add(`breakdowns.${at}`, 'unknown', code)
        if (change.breakdowns.indexOf(code) < at) add(`breakdowns.${at}`, 'twice', code)
      }
    if ('to' in change && change.to !== null && change.to < change.from) add('to', 'ends-first')
  }
  for (const row of overlappingRows(changes.map(heldBy))) found.add(row, nameOf(changes[row]!), '', 'overlaps')
  return found.problems
}

/** What a row is about, by its code; null: the project. */
function subjectOf(change: ChangeRow): string | null {
  if (change.change === 'plan') return null
  if (change.change === 'place') return change.place
  return 'indicator' in change ? change.indicator : `${change.breakdown}=${change.category}`
}

/** What a row says something of, and in which quarters; the end of something is said of every quarter after the last. */
function heldBy(change: ChangeRow) {
  // A place, and the plan of the project, hold in no quarters: one change of each is known at a time.
  if (change.change === 'place' || change.change === 'plan')
    return { of: `${change.change} ${subjectOf(change)} ${change.known}`, from: 0, to: null }
  const of = `${subjectOf(change)} ${change.change === 'split' ? 'split' : ''} ${change.known}`
  if ('last' in change) return { of, from: change.last + 1, to: null }
  return { of, from: change.from, to: change.to === null ? null : change.to + 1 }
}
