import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { fieldOf } from '../../indicators/value-field.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import { versionField } from '../form.ts'

/**
 * A field that was changed: the text it holds now, and what its person knows to stand there: the text that was there before, and
 * those they have sent since without hearing what became of them.
 */
export type TypedField = { name: string; text: string; known: string[] }

/** What is saved while it is typed: some fields of a form, whatever else the form holds. */
export type TypedFields = {
  /** The version of the submission that the form shows; 0: it was not begun. */
  version: number
  /** The language both texts of each field were written in. */
  language: Language
  fields: TypedField[]
}

const sent = z.object({ version: versionField, language: z.enum(LANGUAGES).optional().catch(undefined) })

/** What its person knows of a field stands under its name with this in front. */
const KNOWN = 'b.'
/** More than anybody types between two answers. */
const MOST_KNOWN = 20

/** @param now the language of its person now, for a form that says none */
export function readTyped(body: unknown, now: Language): TypedFields {
  const { version, language } = sent.parse(readForm(sent, body).typed)
  return { version, language: language ?? now, fields: fieldsIn(body) }
}

/** Of a field that was sent twice the last text counts; one of which it isn't said what was known of it is not taken. */
function fieldsIn(body: unknown): TypedField[] {
  const texts = new Map(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).map(([name, given]): [string, string[]] => [
      name,
      [given].flat().filter((one) => typeof one === 'string'),
    ]),
  )
  return [...texts].flatMap(([name, given]) => {
    const [text, known] = [given.at(-1), texts.get(KNOWN + name)?.slice(0, MOST_KNOWN) ?? []]
    const part = fieldOf(name)?.part
    const isField = part !== undefined && part !== 'k'
    return isField && text !== undefined && known.length > 0 ? [{ name, text, known }] : []
  })
}
