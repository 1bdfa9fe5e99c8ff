import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { fieldOf } from '../../indicators/value-field.ts'
import { typed } from '../../language/format.ts'
import { LANGUAGES, type Language } from '../../vocabulary/language.ts'
import { componentParam, versionField } from '../form.ts'
import type { Flat } from '../versions/merge.ts'

const screen = componentParam.optional().catch(undefined)

/** What an entry form sends besides its values; what makes no sense is as if it were not sent. */
const controls = z.object({
  version: versionField,
  /** The screen that was sent, and the one to go on to. */
  component: screen,
  next: screen,
  /** "hand-in": submit when everything could be saved. */
  after: z.string(),
  /** Code of an indicator whose blanks are to become 0, because its person said so. */
  fill: z.string(),
  /** The language in which the numbers were typed: that of the page the form stood on. */
  language: z.enum(LANGUAGES).optional().catch(undefined),
  /** Doubts that were asked about and are stood by. */
  confirmed: z.array(z.string()),
  /** What is said of each of them, at the same place of the list. */
  note: z.array(z.string()),
  /** "yes": no note names anybody. */
  keep: z.string(),
})

/** An entry form as it was sent. */
export type PostedForm = Omit<z.output<typeof controls>, 'language'> & {
  language: Language
  /** Texts of its inputs by name, and under `c.` the choices between two versions. */
  fields: Readonly<Record<string, string>>
}

/** What a form sends besides its values, where they came some other way than by one of its buttons. */
export const NO_CONTROLS: Omit<PostedForm, 'language' | 'fields'> = {
  version: 0,
  component: undefined,
  next: undefined,
  after: '',
  fill: '',
  confirmed: [],
  note: [],
  keep: '',
}

/** @param now the language of its person now, who may read another in another tab than the one the form stood in */
export function readPosted(body: unknown, now: Language): PostedForm {
  const sent = controls.parse(readForm(controls, body).typed)
  return { ...sent, language: sent.language ?? now, fields: fieldsIn(body) }
}

/** Whether there is anything to save in it. */
export function holdsValues({ fields }: Pick<PostedForm, 'fields'>): boolean {
  return Object.keys(fields).some((name) => fieldOf(name) !== null)
}

/** Where two forms differed and theirs was chosen, what is saved takes the place of what was typed. */
export function withChoices(posted: PostedForm, stored: Flat): PostedForm {
  const fields: Record<string, string> = { ...posted.fields }
  for (const [name, choice] of Object.entries(posted.fields)) {
    if (!name.startsWith('c.') || choice !== 'theirs') continue
    const field = name.slice(2)
    fields[field] = savedText(field, stored, posted.language)
    if (field.startsWith('r.')) fields[`k.${field.slice(2)}`] = 'yes'
  }
  return { ...posted, fields }
}

/** What an input of a form shows of what is saved. */
export function savedText(field: string, saved: Flat, language: Language): string {
  const value = saved[field]
  if (field.startsWith('s.')) return String(value ?? 'reported')
  return typeof value === 'number' ? typed(value, language) : (value ?? '')
}

/** What was sent for inputs of the form, and under `c.` which version is chosen. Of an input sent twice the last text counts. */
export function fieldsIn(body: unknown): Record<string, string> {
  const sent = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return Object.fromEntries(
    sent.flatMap(([name, given]) => {
      const text: unknown = [given].flat().at(-1)
      const isField = fieldOf(name) !== null || name.startsWith('c.')
      return isField && typeof text === 'string' ? [[name, text]] : []
    }),
  )
}
