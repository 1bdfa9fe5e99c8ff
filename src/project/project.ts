import { type Quarter, quarterAt } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { Terms } from '../language/terms.ts'
import type { Text } from '../language/text.ts'
import type { Donor } from './donor.ts'
import type { IatiIdentity } from './iati.ts'
import type { Phase } from './phase.ts'

/** What is said of the project on every page and cover. */
export type ProjectCard = {
  code: string
  name: Text
  /** In their order; a project may have none yet. */
  donors: readonly Donor[]
  /** What it is for, in a line. */
  lead: Text | null
  /** How many days after a quarter its reports are due. */
  dueDays: number
  /** Counts below it are hidden, by audience. */
  thresholds: { donor: number; public: number }
  /** What it calls its own things. */
  terms: Terms
  firstQuarter: Quarter
  lastQuarter: Quarter
  /** In the order of their quarters, never two at once; none where the project is at work all the time. */
  phases: readonly Phase[]
  illustrative: boolean
  /** How it is published; null where nobody said. */
  iati: IatiIdentity | null
}

/** The quarters of the project of a file; null when there is none. */
export function spanOf(project: Pick<ProjectCard, 'firstQuarter' | 'lastQuarter'> | null): Span | null {
  return project && projectSpan(project)
}

/** The quarters a project has had by an instant, the running one included; null when there is none yet, or no project. */
export function quartersSoFar(
  project: Pick<ProjectCard, 'firstQuarter' | 'lastQuarter'> | null,
  now: number,
): Span | null {
  if (!project) return null
  const { from, to } = projectSpan(project)
  const last = Math.min(to, quarterAt(now))
  return last < from ? null : { from, to: last }
}

/** The last of some quarters that is over; the first of them where none is yet. */
export function lastOver({ from, to }: Span, now: number): Quarter {
  return Math.max(from, Math.min(to, quarterAt(now) - 1))
}

/** The quarters a project is planned for. */
export function projectSpan({ firstQuarter, lastQuarter }: Pick<ProjectCard, 'firstQuarter' | 'lastQuarter'>): Span {
  return { from: firstQuarter, to: lastQuarter }
}
