import type { Words } from '../../language/words.ts'

/** What the script of the entry form says by itself; the form brings the sentences along in the language of its page. */
export const TYPING_SENTENCES = [
  'mismatch',
  'unread',
  'numerator-larger',
  'zero-base',
  'offered',
  'nothing',
  'pasted',
  'left-out',
  'unread-pasted',
  'spared',
  'clear',
  'too-large',
  'unknown-headings',
  'nothing-pasted',
  'no-pasting',
  'sheet-other',
  'sheet-moved',
  'sheet-elsewhere',
  'undo',
  'which',
  'state-word',
  'filled',
  'blank',
  'complete',
  'row-before',
  'row-after',
  'row-here',
  'auto',
  'saving',
  'saved',
  'waiting',
  'signed-out',
  'somebody-else',
  'kept',
  'not-kept',
  'not-saved',
  'see',
  'sign-in',
  'both',
  'refused',
  'theirs',
  'mine',
  'recovered',
  'take-back',
  'line-back',
] as const
export type TypingSentence = (typeof TYPING_SENTENCES)[number]

/** Names of what is put into a sentence on the page: "{n}". */
const PLACES = ['n', 'words', 'rows', 'columns', 'roomRows', 'roomColumns', 'typed', 'shown', 'at', 'by'] as const
export type Filling = Partial<Record<(typeof PLACES)[number], string>>

/** The sentences for the page, with places still to be filled. */
export function typingSentences(words: Words): string {
  const places = Object.fromEntries(PLACES.map((place) => [place, `{${place}}`]))
  return JSON.stringify(
    Object.fromEntries(TYPING_SENTENCES.map((name) => [name, words.t(`submissions:typing.${name}`, places)])),
  )
}

export type Say = (name: TypingSentence, filling?: Filling) => string

/** The same on the page: one of them, filled. */
export function sayFrom(sentences: string): Say {
  const known = JSON.parse(sentences) as Record<TypingSentence, string>
  return (name, filling = {}) =>
    known[name].replace(/\{(\w+)\}/g, (place, inside: string) => filling[inside as keyof Filling] ?? place)
}
