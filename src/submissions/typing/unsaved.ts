import { DAY_MS } from '../../calendar/day.ts'
import { type NumberField, readNumber } from '../../language/read-number.ts'
import { rewriteNumber } from '../../language/rewrite-number.ts'
import type { Language } from '../../vocabulary/language.ts'

/** A text that was typed, with what was saved there when it was, both in the language they stood in. */
export type TypedText = { text: string; before: string; language: Language; at: number }

/**
 * What a device holds of one field of a form. `savedIn`: the version of the submission that has it; null: it is still to be
 * saved. A page that was made before that version, as one shown without a line, has to be told. `sent`: texts that were sent since
 * `before` was saved, of which no answer came: any of them may be saved.
 */
export type DeviceText = TypedText & { form: string; name: string; savedIn: number | null; sent: readonly string[] }

/** What a page shows of a field that is saved, when it opens. */
export type ShownField = { text: string; takes: NumberField | null }
/** The page: its version of the submission, and the language its inputs are written in. */
export type ShownPage = { version: number; language: Language }

/**
 * What a page does, when it opens, with what the device holds of one of its fields. `show`: it stands there unsaved, over `before`,
 * which nobody has changed. `newer`: it was saved after this page was made. `ask`: something else was saved there meanwhile, so
 * that it is sent as it is, and asked about. `forget`: it is saved, or older than a device that others use too should keep.
 */
export type Recovery =
  | { kind: 'show'; text: string; before: string }
  | { kind: 'newer'; text: string }
  | { kind: 'ask' }
  | { kind: 'forget' }

const LONGEST_MS = 7 * DAY_MS
const MOST_SENT = 15

export function recoveryOf(
  kept: DeviceText,
  { text: shown, takes }: ShownField,
  page: ShownPage,
  now: number,
): Recovery {
  const here = (text: string) => (takes ? rewriteNumber(text, kept.language, page.language, takes) : text)
  if (isTooOld(kept, now)) return { kind: 'forget' }
  const isShown = (text: string) => isSameText(text, kept.language, shown, page.language, takes)
  if (kept.savedIn !== null)
    return page.version < kept.savedIn ? { kind: 'newer', text: here(kept.text) } : { kind: 'forget' }
  if (isShown(kept.text)) return { kind: 'forget' }
  const isKnown = [kept.before, ...kept.sent].some(isShown)
  return isKnown ? { kind: 'show', text: here(kept.text), before: shown } : { kind: 'ask' }
}

/** A device that others use too keeps nothing for ever. */
export function isTooOld({ at }: Pick<DeviceText, 'at'>, now: number): boolean {
  return now - at >= LONGEST_MS
}

/**
 * What the device holds of a field once a text of it is saved: where something else was typed meanwhile, that is still to be
 * saved, over the text that is now.
 */
export function afterSaving(kept: DeviceText, text: string, version: number): DeviceText {
  if (kept.savedIn !== null) return kept
  const known = { before: text, sent: [] }
  return kept.text === text ? { ...kept, ...known, savedIn: version } : { ...kept, ...known }
}

/** What the device holds of a field whose text is being sent: it may be saved, whether or not that is heard of. */
export function whileSending(kept: DeviceText, text: string): DeviceText {
  if (kept.savedIn !== null || kept.sent.includes(text)) return kept
  return { ...kept, sent: [...kept.sent, text].slice(-MOST_SENT) }
}

/** The same as its numbers are written in another language. */
export function writtenIn(kept: DeviceText, language: Language, takes: NumberField | null): DeviceText {
  const here = (text: string) => (takes ? rewriteNumber(text, kept.language, language, takes) : text)
  return { ...kept, language, text: here(kept.text), before: here(kept.before), sent: kept.sent.map(here) }
}

/**
 * What is sent together, in one language: all that waits of the indicators of which something has not been refused as it is.
 * @param refused texts that were refused, by the names of their fields
 */
export function batchOf(
  waiting: readonly DeviceText[],
  refused: ReadonlyMap<string, string>,
  most: number,
): DeviceText[] {
  const isNew = (one: DeviceText) => refused.get(one.name) !== one.text
  const first = waiting.find(isNew)
  if (!first) return []
  const rows = new Set(waiting.filter(isNew).map(rowNameOf))
  return waiting.filter((one) => one.language === first.language && rows.has(rowNameOf(one))).slice(0, most)
}

/** "V3" of "v.V3.sex=male": fields of an indicator are read together. */
function rowNameOf({ name }: DeviceText): string {
  return name.split('.')[1] ?? ''
}

function isSameText(a: string, aIn: Language, b: string, bIn: Language, takes: NumberField | null): boolean {
  if (!takes) return a === b
  const [first, second] = [readNumber(a, aIn, takes), readNumber(b, bIn, takes)]
  if (first.kind === 'blank' && second.kind === 'blank') return true
  if (first.kind === 'number' && second.kind === 'number') return first.value === second.value
  return aIn === bIn && a === b
}
