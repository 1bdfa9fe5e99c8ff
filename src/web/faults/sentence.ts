import type { Key } from '../../language/words.ts'

const KNOWN = [400, 403, 404, 405, 408, 409, 413, 415, 429, 431, 500, 503] as const

/** What is said for a status; an unknown one is the server's own fault. */
export function sentenceFor(status: number): Key {
  return `common:error.${KNOWN.find((known) => known === status) ?? 500}`
}
