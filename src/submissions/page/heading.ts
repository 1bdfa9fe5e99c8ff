import { quarterCode } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { nameOn } from '../../partners/partner.ts'
import { nameBesidePartner } from '../../places/place.ts'
import { cutOf } from '../cut-off.ts'
import type { LoadedSubmission } from '../page-state.ts'

/** Partner, place and quarter as they stand above each page of a submission. */
export type SubmissionHeading = {
  /** The partner's name of those days. */
  partner: string
  place: string | null
  quarter: number
  /** The partner's own quarter, where it is not the calendar's. */
  cut: { from: string; to: string } | null
  /** What names the submission in an address before it has been begun. */
  slugs: { partner: string; place: string; quarter: string }
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/head': SubmissionHeading
  }
}

export function headingOf({ partner, place, quarter, stored }: LoadedSubmission, words: Words): SubmissionHeading {
  const { last } = datesOf({ from: quarter, to: quarter })
  const name = words.of(nameOn(partner, last).name)
  const where = nameBesidePartner(place, words)
  return {
    partner: name,
    // "Công an tỉnh Nghệ An" says where it is.
    place: where !== null && name.endsWith(` ${where}`) ? null : where,
    quarter,
    cut: stored ? storedCut(stored) : cutOf(partner.cutOffDay, quarter),
    slugs: { partner: partner.slug, place: place.slug, quarter: quarterCode(quarter) },
  }
}

/** "Q4 2021, Nghệ An police – Nghệ An": a submission by its name, where several are spoken of. */
export function namedInWords(loaded: LoadedSubmission, words: Words): string {
  const { partner, place, quarter } = headingOf(loaded, words)
  return `${quarterName(quarter, words.language)}, ${[partner, place].filter(Boolean).join(' – ')}`
}

function storedCut({ cutFrom, cutTo }: { cutFrom: string | null; cutTo: string | null }): SubmissionHeading['cut'] {
  return cutFrom !== null && cutTo !== null ? { from: cutFrom, to: cutTo } : null
}
