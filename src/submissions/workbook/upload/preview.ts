import { fieldOf } from '../../../indicators/value-field.ts'
import type { Words } from '../../../language/words.ts'
import { type Refusal, refusal } from '../../action.ts'
import { NO_CONTROLS, withChoices } from '../../entry-form/form.ts'
import type { ParsedForm } from '../../entry-form/parsed-form.ts'
import { readRows } from '../../entry-form/row-form.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import { type Change, changesBetween, type Flat, flatten } from '../../versions/merge.ts'
import { type FormKey, schemeOfForm } from '../template-key.ts'
import type { FilledCell } from './filled-template.ts'
import { type FilledFields, typedFields } from './typed-fields.ts'

/** One form of an upload beside what is saved now. */
export type PreviewedForm = FilledFields & {
  key: FormKey
  cells: ReadonlyMap<string, FilledCell>
  loaded: LoadedSubmission
  /** Why nothing can be saved in it now; null: it can. */
  refused: Refusal | null
  parsed: ParsedForm
  changes: { field: string; change: Change; isContested: boolean }[]
  /** The form has been saved, or asks for something else, since the template was made. */
  isOlder: boolean
  isOtherScheme: boolean
}

/** What its person chose on the preview: meanings of doubtful numbers, whose value stands, reasons that are kept. */
export type Choices = Readonly<Record<string, string>>

/**
 * Holds one form of an upload against what is saved, through the very reader of the entry form.
 * @param opened what the submission held in the version the template was made of
 */
export function previewForm(
  { key, cells }: { key: FormKey; cells: ReadonlyMap<string, FilledCell> },
  loaded: LoadedSubmission,
  opened: Flat,
  choices: Choices,
  words: Words,
): PreviewedForm {
  const { stored, definition, entries, standing } = loaded
  const given = typedFields(cells, opened, definition, words)
  const known = new Set(definition.rows.map((row) => row.indicator.code))
  const chosen = Object.entries(choices).filter(([name]) => known.has(indicatorOf(name)))
  const posted = withChoices(
    { ...NO_CONTROLS, language: words.language, fields: { ...given.fields, ...Object.fromEntries(chosen) } },
    flatten(entries),
  )
  const parsed = readRows(posted, definition.rows, entries)
  const [before, after] = [flatten(entries), flatten(parsed.entries)]
  const changes = Object.entries(changesBetween(before, after)).map(([field, change]) => ({
    field,
    change,
    isContested: field in given.fields && (opened[field] ?? null) !== change[0],
  }))
  return {
    ...given,
    key,
    cells,
    loaded,
    refused: refusal('save', standing),
    parsed,
    changes,
    isOlder: (stored?.version ?? 0) !== key.version,
    isOtherScheme: schemeOfForm(definition) !== key.scheme,
  }
}

function indicatorOf(name: string): string {
  return fieldOf(name.startsWith('c.') ? name.slice(2) : name)?.indicator ?? ''
}
