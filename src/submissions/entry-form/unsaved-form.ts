import { fieldOf } from '../../indicators/value-field.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { changesBetween, type Difference, flatten } from '../versions/merge.ts'
import type { FormRow } from './definition.ts'
import type { PostedForm } from './form.ts'
import { type ParsedForm, typedAt, typedFor } from './parsed-form.ts'

/** What was typed into the form of a submission and is not saved, as it stands to what is saved now. */
export type UnsavedForm = {
  posted: PostedForm
  parsed: ParsedForm
  /** Where somebody else has saved something else since it was typed. */
  differing: Difference[]
}

/** What waits to be shown again of a submission: that of its partner at its place in its quarter, begun or not. */
export function unsavedName({ partner, place, quarter }: LoadedSubmission): string {
  return `entries ${partner.id} ${place.id} ${quarter}`
}

/** The form as it was sent. */
export function sentAgain({ version, component, after, language, fields }: PostedForm): Record<string, string> {
  return { ...fields, version: String(version), component: component ?? '', after, language }
}

/**
 * What is left to be typed anew after a form was saved as far as it could be read: its rows with problems.
 * @param version the one that has been saved now
 */
export function leftOf(posted: PostedForm, parsed: ParsedForm, version: number): PostedForm {
  return { ...posted, version, fields: typedAt(parsed.typed, parsed.problems) }
}

/** A form with what waited before in rows that were not on it; null where nothing is left. */
export function withEarlier(
  earlier: PostedForm | null,
  left: PostedForm,
  sent: PostedForm,
  rows: readonly FormRow[],
): PostedForm | null {
  const own = new Set(Object.keys(sent.fields).map(indicatorOf))
  const others = Object.entries(earlier?.fields ?? {}).filter(([name]) => fieldOf(name) && !own.has(indicatorOf(name)))
  const typed = { typed: Object.fromEntries(others), language: earlier?.language ?? left.language }
  const fields = { ...typedFor(typed, rows, left.language), ...left.fields }
  if (Object.keys(fields).length === 0) return null
  return { ...left, fields, version: others.length > 0 ? Math.min(left.version, earlier!.version) : left.version }
}

/** Names of the fields in which something can be read that is not what is saved. */
export function readableUnsaved({ parsed }: UnsavedForm, { entries }: LoadedSubmission): string[] {
  const own = new Set(Object.keys(parsed.typed).map(indicatorOf))
  const saved = entries.filter((entry) => own.has(entry.indicator))
  const read = parsed.entries.filter((entry) => own.has(entry.indicator))
  return Object.keys(changesBetween(flatten(saved), flatten(read)))
}

/** The texts as a form in this language shows them. */
export function textsFor({ parsed }: UnsavedForm, { definition }: LoadedSubmission, language: Language) {
  return typedFor(parsed, definition.rows, language)
}

function indicatorOf(name: string): string {
  return fieldOf(name)?.indicator ?? ''
}
