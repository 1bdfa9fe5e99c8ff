import type { z } from 'zod'
import type { Key } from '../language/words.ts'

/** A form's fields by name: `z.object({ name: z.string().trim().min(2, says('people:manage.bad-name')) })`. */
export type FormSchema = z.ZodObject

/** A form as it was sent, for showing it again: a text a field, a list where the schema reads one. */
export type Typed<S extends FormSchema> = {
  [F in keyof z.input<S>]: z.input<S>[F] extends readonly unknown[] ? string[] : string
}

/** What is wrong, a sentence a field; the name is that of the input, so that the summary can link to it. */
export type FieldErrors<S extends FormSchema> = Partial<Record<keyof z.input<S> & string, Key>>

export type ReadForm<S extends FormSchema> =
  | { typed: Typed<S>; values: z.output<S> }
  | { typed: Typed<S>; errors: FieldErrors<S> }

/**
 * The one way a posted form is read. A field that was not sent is an empty text, or an empty list; of a field that was sent
 * twice the last counts; what the schema does not name is not looked at. Each field keeps its first sentence.
 * @param body what the parser made of the request, whatever it is
 */
export function readForm<S extends FormSchema>(schema: S, body: unknown): ReadForm<S> {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const typed = Object.fromEntries(
    Object.entries(schema.shape).map(([field, reads]) => {
      const texts = [sent[field]].flat().filter((one) => typeof one === 'string')
      return [field, isList(reads) ? texts : (texts.at(-1) ?? '')]
    }),
  ) as Typed<S>
  const read = schema.safeParse(typed, { error: () => 'common:form.not-right' satisfies Key })
  if (read.success) return { typed, values: read.data }
  const errors: FieldErrors<S> = {}
  for (const { path, message } of read.error.issues) errors[path[0] as keyof typeof errors] ??= message as Key
  return { typed, errors }
}

/**
 * The sentence beside a field that a rule of the schema refuses, after which no other rule is asked; a misspelt key does
 * not compile.
 */
export function says(key: Key): { error: string; abort: true } {
  return { error: key, abort: true }
}

/** Whether a field takes several values, whatever is made of them afterwards. */
function isList(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod as { def: { type: string; in?: z.core.$ZodType; innerType?: z.core.$ZodType } }
  const inner = def.in ?? def.innerType
  return def.type === 'array' || (inner !== undefined && isList(inner))
}
