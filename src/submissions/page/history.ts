import type { Words } from '../../language/words.ts'
import type { SubmissionFact } from '../../vocabulary/submission.ts'
import { fieldValueInWords, placeOf } from '../entry-form/in-words.ts'
import type { SubmissionPageState } from '../page-state.ts'

/** One line of a submission's history; `changes` are field by field, in words. */
export type HistoryEvent = {
  kind: SubmissionFact | 'saved'
  at: number
  by: string | null
  reason: string | null
  changes: { where: string; from: string; to: string }[]
}

/** Facts and saves in one list, newest first; comments stand by themselves. */
export function historyOf({ facts, saves, definition, breakdowns }: SubmissionPageState, words: Words): HistoryEvent[] {
  const saved = saves.map(({ at, by, changes }) => ({
    kind: 'saved' as const,
    at,
    by,
    reason: null,
    changes: Object.entries(changes).map(([field, [from, to]]) => ({
      where: placeOf(field, definition, breakdowns, words),
      from: fieldValueInWords(field, from, definition, words),
      to: fieldValueInWords(field, to, definition, words),
    })),
  }))
  return [...facts.map((fact) => ({ ...fact, changes: [] })), ...saved].sort((a, b) => b.at - a.at)
}
