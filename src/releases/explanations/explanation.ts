import type { Quarter } from '../../calendar/quarter.ts'
import type { Text } from '../../language/text.ts'
import type { Role } from '../../vocabulary/access.ts'
import type { Tickable } from '../ticks/tick.ts'

/** A comment on an indicator that may explain a figure of a report. Who wrote it is known by role alone. */
export type Explanation = Tickable & {
  partner: Text
  place: Text
  quarter: Quarter
  role: Role
}
