import type { Quarter } from '../calendar/quarter.ts'
import type { Text } from '../language/text.ts'

/** What is said of the project on every page and cover. */
export type ProjectCard = {
  code: string
  name: Text
  donor: Text
  firstQuarter: Quarter
  lastQuarter: Quarter
  illustrative: boolean
}
