import { fileOf, type ListName } from './list-name.ts'

/** What can be wrong with a project as data: one sentence each, in either language, once a page shows them. */
export const PROBLEM_CODES = [
  /** The file is not there, or is no JSON: `given` says what the parser says. */
  'no-file',
  'not-json',
  'missing',
  'wrong-kind',
  'not-on-the-list',
  'unknown-field',
  'badly-written',
  'out-of-range',
  'not-a-quarter',
  'not-a-day',
  /** It names something that is in none of the lists. */
  'unknown',
  /** It is a place, but not of the level above. */
  'not-above',
  /** It has to stand before what names it. */
  'comes-later',
  /** Another row has it already. */
  'twice',
  /** It holds at the same time as another row of its kind. */
  'overlaps',
  /** It ends before it begins. */
  'ends-first',
  /** It leads back to where it began. */
  'circle',
  /** A duty can't be handed over so: `handover.ts` of the room assignments says why. */
  'to-itself',
  'not-assigned',
  'before-predecessor',
  /** It lies outside the project's quarters. */
  'outside-project',
  /** What else the row says asks for something else here: a median is never combined, a stage has a name … */
  'does-not-fit',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong, and where it stands. */
export type ListProblem = {
  list: ListName
  /** The row of a list, from 1; null where the list is no list. */
  row: number | null
  /** What the row is called by its code or slug, where it has one. */
  name: string | null
  /** The way to it inside the row: "schemes.1.from"; "" is the row itself. */
  field: string
  code: ProblemCode
  /** What stands there. */
  given: string | null
  /** What might stand there, where that is a short list. */
  among: readonly string[]
}

/** One line for a developer or a log; people get a sentence made of the same parts. */
export function problemLine({ list, row, name, field, code, given, among }: ListProblem): string {
  const at = `${fileOf(list, name)}${row === null ? '' : `, row ${row}`}${name === null ? '' : ` (${name})`}`
  const what = [code, given === null ? '' : JSON.stringify(given), among.length === 0 ? '' : `(${among.join(', ')})`]
  return `${at}${field === '' ? '' : `, ${field}`}: ${what.filter(Boolean).join(' ')}`
}
