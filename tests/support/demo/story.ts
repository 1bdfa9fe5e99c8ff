import { reporters } from '../../../fixtures/story/timeline.ts'
import { allValues, submissionKey, type Values } from '../../../fixtures/story/values.ts'
import type { Quarter } from '../../../src/calendar/quarter.ts'

/**
 * What the story holds for one submission, handed in or still due: indicator code -> cell key ("" = undivided) -> value.
 * @param placeSlug may be left out for a partner that reports for one place only.
 * @throws when nothing is due, or the place is missing and there are several.
 */
export function valuesOf(quarter: Quarter, partnerSlug: string, placeSlug?: string): Values {
  const places = reporters().filter(({ partner }) => partner === partnerSlug)
  const place = placeSlug ?? (places.length === 1 ? places[0]!.place : undefined)
  const told = place === undefined ? undefined : allValues().get(submissionKey(partnerSlug, place, quarter))
  if (!told) throw new Error(`no submission in the story: ${partnerSlug} ${place ?? '(which place?)'} ${quarter}`)
  return told.final
}
