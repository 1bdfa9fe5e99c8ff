import { type NumberField, readNumber } from '../../language/read-number.ts'
import { rewriteNumber } from '../../language/rewrite-number.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'

/** A text that was typed and not yet saved, with what the form showed before, both in the language they stood in. */
export type UnsavedText = { text: string; before: string; language: Language; at: number }
/** What is kept on a device for one form, by the names of its fields. */
export type UnsavedTexts = Record<string, UnsavedText>

/** What a form shows: texts by the names of its fields, and what those of numbers take. */
export type ShownField = { name: string; text: string; takes: NumberField | null }

/** A text to put back, in the language of the form. `isNewer`: something else was saved there since it was typed. */
export type Offer = { name: string; text: string; shown: string; isNewer: boolean }

/** A device that others use too keeps nothing for ever. */
const LONGEST_MS = 7 * 86_400_000

/**
 * What is kept, with what this page has typed: what another tab or an earlier visit left there stays, whatever is typed
 * here. A field that is back at what is saved needs nothing kept.
 * @param typed by this page; null = as saved
 */
export function withTyped(kept: UnsavedTexts, typed: Readonly<Record<string, UnsavedText | null>>): UnsavedTexts {
  const merged = { ...kept, ...typed }
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, UnsavedText] => entry[1] !== null))
}

/** What was kept and is not what the form shows: with numbers the same number is the same, however it is written. */
export function offersFrom(kept: UnsavedTexts, shown: readonly ShownField[], language: Language, now: number): Offer[] {
  return shown.flatMap(({ name, text: shownText, takes }): Offer[] => {
    const one = kept[name]
    if (!one || now - one.at >= LONGEST_MS) return []
    const isShown = (text: string) => isSameText(text, one.language, shownText, language, takes)
    if (isShown(one.text)) return []
    const text = takes ? rewriteNumber(one.text, one.language, language, takes) : one.text
    if (text === shownText) return []
    return [{ name, text, shown: shownText, isNewer: !isShown(one.before) }]
  })
}

/** What a device gives back, which anything may have written. */
export function unsavedIn(text: string | null): UnsavedTexts {
  try {
    const found: unknown = JSON.parse(text ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, UnsavedText] => isUnsaved(entry[1])),
    )
  } catch {
    return {}
  }
}

function isUnsaved(value: unknown): value is UnsavedText {
  if (typeof value !== 'object' || value === null) return false
  const { text, before, language, at } = value as Partial<Record<keyof UnsavedText, unknown>>
  return (
    typeof text === 'string' &&
    typeof before === 'string' &&
    typeof at === 'number' &&
    LANGUAGES.some((known) => known === language)
  )
}

function isSameText(a: string, aIn: Language, b: string, bIn: Language, takes: NumberField | null): boolean {
  if (!takes) return a === b
  const [first, second] = [readNumber(a, aIn, takes), readNumber(b, bIn, takes)]
  if (first.kind === 'blank' && second.kind === 'blank') return true
  if (first.kind === 'number' && second.kind === 'number') return first.value === second.value
  return aIn === bIn && a === b
}
