import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { fieldOf } from '../../indicators/value-field.ts'
import type { Words } from '../../language/words.ts'
import { type Refusal, refusal } from '../action.ts'
import { entriesOf } from '../entries-store.ts'
import { changedEntries } from '../entry.ts'
import { loadOpened } from '../load.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { type Saving, saveLoaded } from '../save.ts'
import { submissionById } from '../store.ts'
import { flatten } from '../versions/merge.ts'
import { lastChangeOf } from '../versions/store.ts'
import { type Decided, type TypedAnswer, typedAnswer } from './answer.ts'
import type { TypedFields } from './cells-form.ts'
import { compareTyped, meaningOf } from './compare.ts'
import { newerTexts, problemAt, readTypedRows } from './rows.ts'

/**
 * Saves what was typed, field by field: what nobody else has changed meanwhile and what can be read; of the rest it says why not.
 * @param loaded as it is now: nothing is waited for between reading it and writing
 * @returns what became of each field, or why nothing can be saved at all
 */
export function saveTyped(
  db: Db,
  by: Person,
  loaded: LoadedSubmission,
  typed: TypedFields,
  words: Words,
): TypedAnswer | Refusal {
  const refused = refusal('save', loaded.standing)
  if (refused) return refused
  const { entries, definition, stored } = loaded
  const { same, mine, both } = compareTyped(typed, definition.rows, flatten(entries))
  const { rows, parsed } = readTypedRows(mine, typed.language, definition.rows, entries)
  const indicators = rows.map((row) => row.indicator.code)
  const outcome = save(db, by, loaded, { indicators, entries: parsed.entries, keptOnWord: [], asTyped: true })
  if (typeof outcome === 'string') return outcome
  const { id } = outcome
  const saved = flatten(id === null ? [] : entriesOf(db, id))
  const opened = stored ? loadOpened(db, { ...loaded, stored }, typed.version) : {}
  const isSaved = ({ name, text }: (typeof mine)[number]) => {
    const row = rows.find((one) => one.indicator.code === fieldOf(name)!.indicator)
    return meaningOf(name, text, row, typed.language) === (saved[name] ?? null)
  }
  const decided: Decided = {
    kept: [...same, ...mine.filter(isSaved)],
    refused: mine
      .filter((field) => !isSaved(field))
      .map((field) => ({ field, problem: problemAt(field.name, parsed.problems) })),
    both: both.map((field) => ({ field, last: id === null ? null : lastChangeOf(db, id, fieldOf(field.name)!) })),
  }
  const version = id === null ? 0 : submissionById(db, id)!.version
  const newer = newerTexts(opened, saved, typed.fields, typed.language)
  return typedAnswer(decided, { id, version, saved, newer, now: loaded.now }, loaded, typed.language, words)
}

/** What is changed becomes the next version; a submission that has not been begun is begun with it. */
function save(db: Db, by: Person, loaded: LoadedSubmission, saving: Saving): { id: number | null } | Refusal {
  const { stored, entries } = loaded
  const before = entries.filter((entry) => saving.indicators.includes(entry.indicator))
  if (changedEntries(before, saving.entries).length === 0) return { id: stored?.id ?? null }
  const outcome = saveLoaded(db, by, loaded, saving)
  if ('refused' in outcome) return outcome.refused
  // Another process was quicker: nothing was written, and the same is sent again in a moment.
  if ('stale' in outcome) throw new AnotherWrote('somebody has saved since this was read')
  return { id: outcome.id }
}

class AnotherWrote extends Error {
  readonly statusCode = 503
}
