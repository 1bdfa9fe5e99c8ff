import { dayAt } from '../../calendar/day.ts'
import type { Text } from '../../language/text.ts'
import type { Verb } from '../../vocabulary/trail.ts'
import type { WrittenProject } from './written.ts'

type Row = WrittenProject['changes'][number]

/** Something that was done to the project, as the trail tells it. */
export type DoneChange = { at: number; verb: Verb; subject: string; detail: Record<string, unknown> }

/** What the trail only names, as it was known right after a change; the instant is that of the change, ms. */
export type KnownAfter = {
  fields: (indicator: string, quarter: string, names: readonly string[], at: number) => object
  categoryName: (breakdown: string, category: string, quarter: string, at: number) => Text
  placeName: (place: string, at: number) => Text
  phaseName: (phase: string, at: number) => Text
}

/** Verbs of what a list of changes can tell. */
export const CHANGING = [
  'indicator.redefined',
  'indicator.retired',
  'indicator.breakdown-changed',
  'breakdown.category-listed',
  'breakdown.category-ended',
  'place.changed',
  'project.replanned',
] as const satisfies readonly Verb[]

/**
 * What was changed since the project began, as its list writes it. Of one thing each change is known later than the one before, if
 * only by a millisecond.
 * @param since since when each thing has been known before its first change, ms
 */
export function writtenChanges(
  events: readonly DoneChange[],
  after: KnownAfter,
  since: (event: DoneChange) => number,
): Row[] {
  const latest = new Map<string, number>()
  return events.map((event) => {
    const of = subjectOf(event)
    const before = latest.get(of) ?? since(event)
    const at = Math.max(event.at, before + 1)
    latest.set(of, at)
    return rowOf(event, after, at)
  })
}

/** What a change is one in a row of: a category by itself, an indicator's definitions apart from its breakdowns. */
function subjectOf({ verb, subject, detail }: DoneChange): string {
  const of = verb === 'indicator.breakdown-changed' ? verb : verb.split('.')[0]
  return [of, subject, detail.category].join('|')
}

function rowOf({ at: done, verb, subject, detail }: DoneChange, after: KnownAfter, at: number): Row {
  const known = dayAt(done)
  const told = detail as ToldDetail
  const quarters = { from: told.from!, to: told.to ?? null }
  const category = { breakdown: subject, category: told.category! }
  switch (verb as (typeof CHANGING)[number]) {
    case 'indicator.redefined': {
      const set = after.fields(subject, told.from!, told.changes!, at)
      return { change: 'redefine', indicator: subject, known, ...quarters, set }
    }
    case 'indicator.retired':
      return { change: 'retire', indicator: subject, known, last: told.last! }
    case 'indicator.breakdown-changed':
      return { change: 'split', indicator: subject, known, ...quarters, breakdowns: told.breakdowns! }
    case 'breakdown.category-listed': {
      const name = after.categoryName(subject, told.category!, told.from!, at)
      return { change: 'list-category', ...category, known, ...quarters, name }
    }
    case 'breakdown.category-ended':
      return { change: 'end-category', ...category, known, last: told.last! }
    case 'place.changed':
      return {
        change: 'place',
        place: subject,
        known,
        ...(told.name === undefined ? {} : { name: after.placeName(subject, at) }),
        ...(told.parent === undefined ? {} : { parent: told.parent }),
        ...(told.lastDay === undefined ? {} : { lastDay: told.lastDay }),
        ...(told.became === undefined ? {} : { became: told.became }),
      }
    case 'project.replanned': {
      const phases = (told.phases ?? []).map((phase) => ({ ...phase, name: after.phaseName(phase.code, at) }))
      return { change: 'plan', known, first: told.first!, last: told.last!, phases }
    }
  }
}

/** What the actions of the list write into the trail, each of its own. */
type ToldDetail = {
  from?: string
  to?: string | null
  first?: string
  last?: string
  changes?: string[]
  breakdowns?: string[]
  category?: string
  name?: string
  parent?: string
  lastDay?: string | null
  became?: string[]
  phases?: { code: string; first: string; last: string }[]
}
