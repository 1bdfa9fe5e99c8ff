import { fieldOf } from '../../indicators/value-field.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { LoadedSubmission } from '../page-state.ts'
import { changesBetween, type Difference, type Flat, flatten } from '../versions/merge.ts'
import type { FormRow } from './definition.ts'
import type { PostedForm } from './form.ts'
import { type ParsedForm, type Problem, typedAt, typedFor } from './parsed-form.ts'

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

/**
 * What still waits of it: a cell that could not be read, or a row with a wrong state, waits no longer once something has been
 * saved there, be it while it was typed.
 * @param opened what the form showed when it was sent
 */
export function stillWaiting(posted: PostedForm, problems: readonly Problem[], opened: Flat, saved: Flat): PostedForm {
  const changed = Object.keys(changesBetween(opened, saved))
  const places = problems
    .map(({ field }) => placeKey(field, isCell(field)))
    .filter((place) => {
      const byCell = place.includes(' ')
      return changed.some((name) => placeKey(name, byCell) === place)
    })
  const waits = (name: string) => !places.includes(placeKey(name, true)) && !places.includes(placeKey(name, false))
  return { ...posted, fields: Object.fromEntries(Object.entries(posted.fields).filter(([name]) => waits(name))) }
}

function isCell(name: string): boolean {
  const part = fieldOf(name)?.part
  return part === 'v' || part === 'd'
}

/** A cell of an indicator, or the whole of it. */
function placeKey(name: string, byCell: boolean): string {
  const { indicator, cell } = fieldOf(name) ?? { indicator: name, cell: '' }
  return byCell ? `${indicator} ${cell}` : indicator
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
