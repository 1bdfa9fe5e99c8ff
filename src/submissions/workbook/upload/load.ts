import type { Db } from '../../../../db/connection.ts'
import type { Person } from '../../../access/person.ts'
import { parseQuarter } from '../../../calendar/quarter.ts'
import type { Words } from '../../../language/words.ts'
import { projectCard } from '../../../project/store.ts'
import { loadBeside } from '../../checks/beside-load.ts'
import type { Beside } from '../../checks/soft.ts'
import { loadNamed, loadOpened, loadPrevious } from '../../load.ts'
import type { LoadedSubmission } from '../../page-state.ts'
import type { FormKey, TemplateKey } from '../template-key.ts'
import { type Choices, type PreviewedForm, previewForm } from './preview.ts'
import type { Upload } from './upload.ts'

/** The submission of a form, begun or not; null: it is not this person's, or asks for nothing any more. */
export function loadKeyed(
  db: Db,
  person: Person,
  { partner, place, quarter }: FormKey,
  now: number,
): LoadedSubmission | null {
  const parsed = parseQuarter(quarter)
  return parsed === null ? null : loadNamed(db, person, { partner, place, quarter: parsed }, now)
}

/** Whether a template was made from this very project. */
export function isOfProject(db: Db, { project }: TemplateKey): boolean {
  return projectCard(db)?.code === project
}

/** The forms of an upload held against what is saved now; null: one of them is not this person's any more. */
export function loadPreview(
  db: Db,
  person: Person,
  { forms, language, own }: Upload,
  choices: Choices,
  words: Words,
  now: number,
): PreviewedForm[] | null {
  const previewed = forms.flatMap((form) => {
    const loaded = loadKeyed(db, person, form.key, now)
    if (!loaded) return []
    const { stored } = loaded
    const opened = stored ? loadOpened(db, { ...loaded, stored }, form.key.version) : {}
    const previewed = previewForm(form, loaded, opened, choices, words.in(language))
    // A sheet of one's own has what it has; an Excel form has every field.
    return [own ? { ...previewed, missing: [] } : previewed]
  })
  return previewed.length === forms.length ? previewed : null
}

/** What the values of a form are held against as they would be after it is saved. */
export function loadBesidePreview(
  db: Db,
  { loaded, parsed }: PreviewedForm,
): { after: LoadedSubmission; beside: Beside } {
  const after = { ...loaded, entries: parsed.entries }
  return { after, beside: loadBeside(db, after, loadPrevious(db, after)) }
}
