import type { NamedEndedPlace } from '../../assignments/ended-places.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import type { Partner } from '../../partners/partner.ts'
import type { Places } from '../../places/place.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { TalkSide } from '../submission.ts'
import type { Slot } from './slot.ts'

/** Submissions that are expected, with what says who owes them and how late they are. */
export type SlotsSeen = {
  slots: readonly Slot[]
  /** Last day on which a submission of each of their quarters is on time, and the day it is (ISO). */
  dueOn: ReadonlyMap<Quarter, string>
  today: string
  places: Places
  partners: readonly Partner[]
}

/** What the board is drawn from. */
export type BoardState = SlotsSeen & {
  /** The quarters the project has had so far, and those of them that are shown; null when there are none. */
  soFar: Span | null
  span: Span | null
  project: ProjectCard | null
  /** Places that ended without an heir, as far as it matters in the quarters that are shown. */
  endedPlaces: readonly NamedEndedPlace[]
  /** For whose answers the submissions wait in which somebody asks something. */
  questions: ReadonlyMap<number, readonly TalkSide[]>
  /** Whoever looks may begin what is due. */
  mayBegin: boolean
}
