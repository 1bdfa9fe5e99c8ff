import type { Quarter } from '../../calendar/quarter.ts'
import type { Text } from '../../language/text.ts'
import type { Tickable } from '../ticks/tick.ts'

/** A file that stands behind a figure of a report: its name may go out, its content never does. `text` is the name with its ending. */
export type EvidenceFile = Tickable & {
  partner: Text
  place: Text
  quarter: Quarter
  /** It was taken away since: its name does not go out with what is still to be issued. */
  isRemoved: boolean
}
