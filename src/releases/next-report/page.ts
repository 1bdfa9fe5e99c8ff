import { dayAt } from '../../calendar/day.ts'
import { day } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Key, Words } from '../../language/words.ts'

/** What the cover of a report says besides its figures, while that can still be changed. */
export type LoadedCover = { contact: Text | null; nextReport: string | null; maySetContact: boolean; now: number }

/** The form as it was sent, and what is wrong with it. */
export type ReturnedNextReport = { typed: string; error: Key | null }

export type CoverModel = ReturnType<typeof coverModel>

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/cover': { cover: CoverModel; id: number; needsAgreement: boolean } & Pick<Frame, 'csrf'>
  }
}

/** Whom readers may ask and when they may expect the next report; what nobody said is said, with where it is set. */
export function coverModel(
  { contact, nextReport, maySetContact, now }: LoadedCover,
  returned: ReturnedNextReport | null,
  { t, of, language }: Words,
) {
  const today = dayAt(now)
  return {
    contact: contact ? of(contact) : null,
    /** Where it is set, for whoever may. */
    settings: maySetContact ? '/settings' : null,
    next: nextReport === null ? null : day(nextReport, language),
    isPast: nextReport !== null && nextReport <= today,
    typed: returned?.typed ?? nextReport ?? '',
    seen: nextReport ?? '',
    error: returned?.error ? t(returned.error) : null,
  }
}
