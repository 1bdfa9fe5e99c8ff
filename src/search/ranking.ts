import { folded } from '../language/folded.ts'
import { FOUND_KINDS, type Name, type SearchEntry } from './entry.ts'

/** An entry that was found, and by which of its names; null: by its code, or by what is said of it. */
export type Found = { entry: SearchEntry; by: Name | null }

/**
 * How well something fits a question, the best first: it is its code; its name; its code begins with it, its name does;
 * it stands in a name from a word on; each word of it begins a word of a name, or stands somewhere in one; or all of them in
 * what is said of it.
 */
const FITS = [
  'code',
  'name',
  'begins-code',
  'begins-name',
  'phrase',
  'begins-words',
  'within-name',
  'within-text',
] as const
type Fit = (typeof FITS)[number]

/** What is asked beyond this is not looked at. */
export const LONGEST_ASKED = 100

type Ranked = Found & { fit: number; marked: number; kind: number }

/**
 * What fits a question, the best first. Of what fits alike that comes first which has the very marks that were typed ("hà" is
 * Hà Tĩnh before Hải Phòng), then by kind, then in the order given.
 */
export function ranking(entries: readonly SearchEntry[], asked: string): Found[] {
  const question = folded(asked.slice(0, LONGEST_ASKED))
  if (question === '') return []
  const words = question.split(' ')
  const typed = asked.slice(0, LONGEST_ASKED).normalize('NFC').toLowerCase().trim()
  const found = entries.flatMap((entry): Ranked[] => {
    const best = bestFit(entry, question, words)
    if (!best) return []
    const marked = entry.names.some(({ written }) => written.toLowerCase().includes(typed)) ? 0 : 1
    return [{ entry, by: best.by, fit: FITS.indexOf(best.fit), marked, kind: FOUND_KINDS.indexOf(entry.kind) }]
  })
  // What is alike in all of these stays in the order given.
  return found.sort((one, other) => one.fit - other.fit || one.marked - other.marked || one.kind - other.kind)
}

function bestFit(
  { code, names, text }: SearchEntry,
  question: string,
  words: readonly string[],
): { fit: Fit; by: Name | null } | null {
  const own = code === null ? '' : folded(code)
  const ofCode = fitOfCode(own, question)
  let best = ofCode && { fit: ofCode, by: null as Name | null }
  for (const name of names) {
    const fit = fitOfName(name.folded, own, question, words)
    if (fit && (!best || FITS.indexOf(fit) < FITS.indexOf(best.fit))) best = { fit, by: name }
  }
  if (best) return best
  return words.every((word) => text.includes(word)) ? { fit: 'within-text', by: null } : null
}

function fitOfCode(code: string, question: string): Fit | null {
  if (code === question) return 'code'
  return code.startsWith(question) ? 'begins-code' : null
}

/** @param code is one more word of the name: "v3 clients" */
function fitOfName(name: string, code: string, question: string, words: readonly string[]): Fit | null {
  if (name === question) return 'name'
  if (name.startsWith(question)) return 'begins-name'
  const spaced = ` ${code} ${name}`
  if (spaced.includes(` ${question}`)) return 'phrase'
  if (words.every((word) => spaced.includes(` ${word}`))) return 'begins-words'
  return words.every((word) => name.includes(word)) ? 'within-name' : null
}
