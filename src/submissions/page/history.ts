import { fieldName } from '../../indicators/value-field.ts'
import type { Words } from '../../language/words.ts'
import type { SubmissionFact } from '../../vocabulary/submission.ts'
import { type FieldChangeInWords, fieldChangeInWords, placeOf } from '../entry-form/in-words.ts'
import type { Save, SubmissionPageState } from '../page-state.ts'

/** Fields of one save that are listed: more would make a heavy page, and how many more there are is said. */
const MOST_LISTED = 60

/** One line of a submission's history. */
export type HistoryEvent = {
  kind: SubmissionFact | 'saved'
  at: number
  by: string | null
  reason: string | null
  /** What was asked of single indicators with it. */
  rows: { where: string; text: string }[]
  /** How many fields were changed; the first of them, in words; and how many are not listed. */
  changed: number
  changes: FieldChangeInWords[]
  more: number
}

/** Facts and saves in one list, newest first; comments stand by themselves. */
export function submissionHistory(state: SubmissionPageState, words: Words): HistoryEvent[] {
  const facts = state.facts.map(({ rows = [], ...fact }) => ({
    ...fact,
    rows: rows.map(({ indicator, cell, text }) => ({
      where: placeOf(fieldName('v', indicator, cell), { ...state.definition, rows: [] }, state.breakdowns, words),
      text,
    })),
    changed: 0,
    changes: [],
    more: 0,
  }))
  const saves = state.saves.map((save) => savedEvent(save, state, words))
  return [...facts, ...saves].sort((a, b) => b.at - a.at)
}

function savedEvent({ at, by, changes }: Save, state: SubmissionPageState, words: Words): HistoryEvent {
  const fields = Object.entries(changes)
  const listed = fields.slice(0, MOST_LISTED).map(([field, change]) => fieldChangeInWords(field, change, state, words))
  const more = fields.length - listed.length
  return { kind: 'saved', at, by, reason: null, rows: [], changed: fields.length, changes: listed, more }
}
