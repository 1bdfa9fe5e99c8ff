import type { z } from 'zod'
import type { Key } from '../../language/words.ts'
import { type IatiIdentity, MOST_IATI_ROWS } from '../../project/iati.ts'
import { iatiData } from '../lists/project/iati.ts'

/** Fields by name, as they were sent or as they are shown; the name of a field is the way to its part: "organisations-0-name-vi". */
export type TypedIdentity = Readonly<Record<string, string>>
/** A sentence a field. */
export type IdentityErrors = Readonly<Record<string, Key>>

/** What stands once, in the order of the page. */
const SINGLE_FIELDS = [
  ...(['identifier', 'country', 'description-vi', 'description-en'] as const),
  ...(['reporting-ref', 'reporting-type', 'reporting-name-vi', 'reporting-name-en'] as const),
] as const

/** What stands in rows, and the fields of each: a row of which nothing is typed is none. */
export const ROW_FIELDS = {
  organisations: ['role', 'type', 'ref', 'name-vi', 'name-en'],
  otherIdentifiers: ['type', 'ref'],
  sectors: ['code', 'percentage'],
} as const
export type RowList = keyof typeof ROW_FIELDS
const ROW_LISTS = Object.keys(ROW_FIELDS) as RowList[]

export function rowField(list: RowList, row: number, field: string): string {
  return `${list}-${row}-${field}`
}

/** How many rows of a list the fields have, blank ones among them. */
export function rowsTyped(typed: TypedIdentity, list: RowList): number {
  let rows = 0
  while (rows < MOST_IATI_ROWS && ROW_FIELDS[list].some((field) => rowField(list, rows, field) in typed)) rows++
  return rows
}

/** What is said of a project, as the form shows it. */
export function typedIdentity(said: IatiIdentity | null, decimalSign: '.' | ','): TypedIdentity {
  const typed: Record<string, string> = {}
  const put = (name: string, value: unknown) => {
    if (typeof value === 'object' && value !== null)
      for (const [part, inner] of Object.entries(value)) put(name === '' ? part : `${name}-${part}`, inner)
    else typed[name] = typeof value === 'number' ? String(value).replace('.', decimalSign) : String(value ?? '')
  }
  put('', said ?? {})
  return typed
}

function fieldsSent(body: unknown) {
  return (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
}

/** Of a field that was sent twice the last counts. */
function textIn(sent: Readonly<Record<string, unknown>>, name: string): string {
  const texts = [sent[name]].flat().filter((one) => typeof one === 'string')
  return texts.at(-1) ?? ''
}

/** What was sent, of which nothing is lost: texts under the names that this form has. */
function sentIdentity(body: unknown): TypedIdentity {
  const sent = fieldsSent(body)
  const names: string[] = [...SINGLE_FIELDS]
  for (const list of ROW_LISTS) {
    const rows = rowsTyped(sent as TypedIdentity, list)
    for (let row = 0; row < rows; row++) names.push(...ROW_FIELDS[list].map((field) => rowField(list, row, field)))
  }
  return Object.fromEntries(names.map((name) => [name, textIn(sent, name)]))
}

/**
 * Reads how a project is published: by the rules that hold for its file, too (`iatiData`), each refusal in a sentence beside the field.
 * @param body what the parser made of the request, whatever it is
 * @returns with it `seen`: the mark of what was said when the form was made
 */
export function readIdentity(
  body: unknown,
): { typed: TypedIdentity; seen: string } & ({ identity: IatiIdentity } | { errors: IdentityErrors }) {
  const typed = sentIdentity(body)
  const of = (name: string) => (typed[name] ?? '').trim()
  const rows = Object.fromEntries(ROW_LISTS.map((list) => [list, filledRows(typed, list)])) as Record<RowList, number[]>
  const field = (list: RowList, row: number, name: string) => of(rowField(list, row, name))
  const named = (before: string) => ({ vi: of(`${before}-name-vi`), en: of(`${before}-name-en`) })
  const read = iatiData.safeParse({
    identifier: of('identifier'),
    reporting: { ref: of('reporting-ref'), type: of('reporting-type'), name: named('reporting') },
    organisations: rows.organisations.map((row) => ({
      ref: field('organisations', row, 'ref') || null,
      role: field('organisations', row, 'role'),
      type: field('organisations', row, 'type'),
      name: named(`organisations-${row}`),
    })),
    otherIdentifiers: rows.otherIdentifiers.map((row) => ({
      ref: field('otherIdentifiers', row, 'ref'),
      type: field('otherIdentifiers', row, 'type'),
    })),
    country: of('country').toUpperCase(),
    sectors: rows.sectors.map((row) => ({
      code: field('sectors', row, 'code'),
      percentage: percentageIn(field('sectors', row, 'percentage')),
    })),
    description: { vi: of('description-vi'), en: of('description-en') },
  })
  const seen = textIn(fieldsSent(body), 'seen')
  return read.success
    ? { typed, seen, identity: read.data }
    : { typed, seen, errors: errorsOf(read.error, typed, rows) }
}

/** At most two decimals, so that a point and a comma mean the same in both languages. */
function percentageIn(text: string): number {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function filledRows(typed: TypedIdentity, list: RowList): number[] {
  const isFilled = (row: number) => ROW_FIELDS[list].some((field) => typed[rowField(list, row, field)]?.trim())
  return [...Array(rowsTyped(typed, list)).keys()].filter(isFilled)
}

function errorsOf(refused: z.ZodError, typed: TypedIdentity, rows: Record<RowList, number[]>): IdentityErrors {
  const errors: Record<string, Key> = {}
  for (const { path } of refused.issues) {
    const [list, nth] = path
    const row = rows[list as RowList]?.[Number(nth)]
    const name = row === undefined ? path.join('-') : [list, row, ...path.slice(2)].join('-')
    const [part, under] = [path.filter((one) => typeof one === 'string' && !(one in IN_LANGUAGES)), typed[name]?.trim()]
    // Of a whole list: beside its first field, where one begins to mend it.
    const isOfList = path.length === 1 && String(list) in ROW_FIELDS
    const at = isOfList ? rowField(list as RowList, 0, ROW_FIELDS[list as RowList][0]) : name
    errors[at] ??= sentenceOf(part.join('.'), isOfList ? rows[list as RowList].length > 0 : Boolean(under))
  }
  return errors
}

const IN_LANGUAGES = { vi: true, en: true }

/** By the part that is refused: what to type where nothing stands, and what is wrong with what stands there. */
const SENTENCES: Readonly<Record<string, { needs: Key; bad: Key }>> = {
  identifier: { needs: 'settings:iati.needs.identifier', bad: 'settings:iati.bad.identifier' },
  country: { needs: 'settings:iati.needs.country', bad: 'settings:iati.bad.country' },
  description: { needs: 'settings:iati.needs.description', bad: 'settings:iati.bad.description' },
  'reporting.ref': { needs: 'settings:iati.needs.ref', bad: 'settings:iati.bad.ref' },
  'reporting.type': { needs: 'settings:iati.needs.type', bad: 'settings:iati.needs.type' },
  'reporting.name': { needs: 'settings:iati.needs.name', bad: 'settings:iati.bad.name' },
  organisations: { needs: 'settings:iati.needs.organisations', bad: 'settings:iati.bad.rows' },
  'organisations.ref': { needs: 'settings:iati.bad.ref', bad: 'settings:iati.bad.ref' },
  'organisations.role': { needs: 'settings:iati.needs.role', bad: 'settings:iati.needs.role' },
  'organisations.type': { needs: 'settings:iati.needs.type', bad: 'settings:iati.needs.type' },
  'organisations.name': { needs: 'settings:iati.needs.name', bad: 'settings:iati.bad.name' },
  otherIdentifiers: { needs: 'settings:iati.bad.rows', bad: 'settings:iati.bad.rows' },
  'otherIdentifiers.ref': { needs: 'settings:iati.needs.number', bad: 'settings:iati.bad.number' },
  'otherIdentifiers.type': { needs: 'settings:iati.needs.number-type', bad: 'settings:iati.needs.number-type' },
  sectors: { needs: 'settings:iati.needs.sectors', bad: 'settings:iati.bad.sum' },
  'sectors.code': { needs: 'settings:iati.bad.code', bad: 'settings:iati.bad.code' },
  'sectors.percentage': { needs: 'settings:iati.bad.percentage', bad: 'settings:iati.bad.percentage' },
}

function sentenceOf(part: string, isTyped: boolean): Key {
  return SENTENCES[part]?.[isTyped ? 'bad' : 'needs'] ?? 'common:form.not-right'
}
