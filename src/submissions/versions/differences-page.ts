import type { Words } from '../../language/words.ts'
import type { Section } from '../../vocabulary/component.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { PostedForm } from '../entry-form/form.ts'
import { fieldValueInWords, placeOf } from '../entry-form/in-words.ts'
import type { ParsedForm } from '../entry-form/parsed-form.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import type { StoredSubmission } from '../page-state.ts'
import type { Submission } from '../submission.ts'
import type { Difference } from './merge.ts'

const SIDES = ['theirs', 'mine'] as const

export type DifferencesModel = SubmissionHeading &
  Pick<Submission, 'id' | 'version'> & {
    changed: { at: number; by: string | null }
    section: Section | ''
    handingIn: boolean
    /** The language in which the numbers were typed. */
    typedIn: Language
    typed: Readonly<Record<string, string>>
    differing: {
      field: string
      where: string
      sides: { whose: (typeof SIDES)[number]; value: string; offered: boolean }[]
    }[]
  }

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/entry-form/differences': DifferencesModel
  }
}

/** Both values of every field that differs, the person's own choice of each, and nothing typed lost. */
export function differencesPage(
  loaded: StoredSubmission,
  posted: PostedForm,
  parsed: ParsedForm,
  differing: readonly Difference[],
  words: Words,
): DifferencesModel {
  const { stored, definition, breakdowns } = loaded
  return {
    ...headingOf(loaded, words),
    id: stored.id,
    version: stored.version,
    changed: { at: stored.changedAt, by: stored.changedBy },
    section: posted.component ?? '',
    handingIn: posted.after === 'hand-in',
    typedIn: parsed.language,
    typed: parsed.typed,
    differing: differing.map((one) => ({
      field: one.field,
      where: placeOf(one.field, definition, breakdowns, words),
      sides: SIDES.map((whose) => ({
        whose,
        value: fieldValueInWords(one.field, one[whose], definition, words),
        offered: one.offered === whose,
      })),
    })),
  }
}
