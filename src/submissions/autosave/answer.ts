import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { Refusal } from '../action.ts'
import { savedText } from '../entry-form/form.ts'
import { fieldValueInWords, placeOf, problemInWords } from '../entry-form/in-words.ts'
import type { Problem } from '../entry-form/parsed-form.ts'
import type { LoadedSubmission } from '../page-state.ts'
import type { Flat } from '../versions/merge.ts'
import type { TypedField } from './cells-form.ts'

/** What became of fields that were typed, in the language of their page: read by its script. */
export type TypedAnswer =
  | {
      id: number | null
      version: number
      /** By the clock of Viet Nam. */
      at: string
      /** Names of what is saved now. */
      kept: string[]
      refused: { name: string; where: string; sentence: string }[]
      conflicts: Conflict[]
      /** What else the page has to show now, by the names of its fields. */
      newer: Record<string, string>
    }
  /** Nothing can be saved in this submission now. */
  | { locked: string }

/** Both have changed it: `theirs` as text of the input, in the language of the typed one; the others as they are read. */
export type Conflict = {
  name: string
  where: string
  theirs: string
  theirsSaid: string
  mineSaid: string
  saved: string
}

/** What was typed, by what becomes of it. */
export type Decided = {
  kept: readonly TypedField[]
  refused: readonly { field: TypedField; problem: Problem | null }[]
  both: readonly { field: TypedField; last: { at: number; by: string | null } | null }[]
}

export function typedAnswer(
  { kept, refused, both }: Decided,
  after: { id: number | null; version: number; saved: Flat; newer: Record<string, string>; now: number },
  { definition, breakdowns }: Pick<LoadedSubmission, 'definition' | 'breakdowns'>,
  language: Language,
  words: Words,
): TypedAnswer {
  const where = ({ name }: TypedField) => placeOf(name, definition, breakdowns, words)
  return {
    id: after.id,
    version: after.version,
    at: format.instant(after.now, words.language),
    kept: kept.map(({ name }) => name),
    refused: refused.map(({ field, problem }) => ({
      name: field.name,
      where: where(field),
      sentence: problem ? problemInWords(problem, words) : words.t('submissions:autosave.alone'),
    })),
    conflicts: both.map(({ field, last }) => ({
      name: field.name,
      where: where(field),
      theirs: savedText(field.name, after.saved, language),
      theirsSaid: fieldValueInWords(field.name, after.saved[field.name] ?? null, definition, words),
      mineSaid: field.text.trim() === '' ? words.t('submissions:blank') : field.text,
      saved: words.t('submissions:autosave.saved-by', {
        by: last?.by ?? words.t('submissions:somebody'),
        at: last ? format.instant(last.at, words.language) : '',
      }),
    })),
    newer: after.newer,
  }
}

export function lockedAnswer(refused: Refusal, words: Words): TypedAnswer {
  return { locked: words.t(`submissions:refused.${refused}`) }
}
