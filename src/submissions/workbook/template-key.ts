import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { LANGUAGES } from '../../vocabulary/language.ts'
import type { EntryFormDefinition } from '../entry-form/definition.ts'

const formKey = z.object({
  /** Slugs, and the code of a quarter. */
  partner: z.string(),
  place: z.string(),
  quarter: z.string(),
  /** The version of the submission that stands in the template; 0: it had not been begun. */
  version: z.number().int().min(0),
  /** What the form asked for, in short: another one asks for something else. */
  scheme: z.string(),
})
const templateKey = z.object({ project: z.string(), language: z.enum(LANGUAGES), forms: z.array(formKey).min(1) })

export type FormKey = z.output<typeof formKey>
/** Whose forms a template holds, of which version, and in which language it is filled in. */
export type TemplateKey = z.output<typeof templateKey>

/** As it stands in the template: readable by whoever looks for it, and written by this server alone. */
export function signedKey(key: TemplateKey, secret: string): string {
  const text = Buffer.from(JSON.stringify(key)).toString('base64url')
  return `${text}.${signatureOf(text, secret).toString('base64url')}`
}

/** Null: it was not written by this server, or not as it stands now. */
export function readKey(signed: string, secret: string): TemplateKey | null {
  const [text = '', signature = ''] = signed.split('.')
  const [given, own] = [Buffer.from(signature, 'base64url'), signatureOf(text, secret)]
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null
  const read = templateKey.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return read.success ? read.data : null
}

/** The same for two forms that ask for the same numbers under the same names. */
export function schemeOfForm({ rows }: EntryFormDefinition): string {
  const asked = rows.map(({ indicator, grids }) => [
    indicator.code,
    indicator.measure,
    indicator.stages.length,
    grids.map(({ kind, cells }) => [kind, cells]),
  ])
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16)
}

function signatureOf(text: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`template ${text}`).digest()
}
