import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { fieldOf } from '../../indicators/value-field.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import { versionField } from '../form.ts'

/** A field that was changed: the text it holds now, and the one that its person saw before. */
export type TypedField = { name: string; text: string; before: string }

/** What is saved while it is typed: some fields of a form, whatever else the form holds. */
export type TypedFields = {
  /** The version of the submission that the form shows; 0: it was not begun. */
  version: number
  /** The language both texts of each field were written in. */
  language: Language
  fields: TypedField[]
}

const sent = z.object({ version: versionField, language: z.enum(LANGUAGES).optional().catch(undefined) })

/** What a text was before stands under its name with this in front. */
const BEFORE = 'b.'

/** @param now the language of its person now, for a form that says none */
export function readTyped(body: unknown, now: Language): TypedFields {
  const { version, language } = sent.parse(readForm(sent, body).typed)
  return { version, language: language ?? now, fields: fieldsIn(body) }
}

/** Of a field that was sent twice the last text counts; one of which it isn't said what it was before is not taken. */
function fieldsIn(body: unknown): TypedField[] {
  const texts = new Map(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).map(([name, given]): [string, unknown] => [
      name,
      [given].flat().at(-1),
    ]),
  )
  return [...texts].flatMap(([name, text]) => {
    const before = texts.get(BEFORE + name)
    const part = fieldOf(name)?.part
    const isField = part !== undefined && part !== 'k'
    return isField && typeof text === 'string' && typeof before === 'string' ? [{ name, text, before }] : []
  })
}
