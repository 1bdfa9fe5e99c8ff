import type { Words } from '../language/words.ts'
import type { Language } from '../people/person.ts'

const MOST = 4000
const known = new Map<Language, Words>()

/**
 * The same words, each sentence looked up once: a page of figures says "4 of 5 reports" hundreds of times. What was said
 * is forgotten altogether when it grows too much.
 */
export function quickWords(words: Words): Words {
  const made = known.get(words.language)
  if (made) return made
  const said = new Map<string, string>()
  const quick: Words = {
    language: words.language,
    of: words.of,
    t: (key, values) => {
      const name = values ? key + JSON.stringify(values) : key
      const before = said.get(name)
      if (before !== undefined) return before
      if (said.size >= MOST) said.clear()
      const sentence = words.t(key, values)
      said.set(name, sentence)
      return sentence
    },
  }
  known.set(words.language, quick)
  return quick
}
