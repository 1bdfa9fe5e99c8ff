import i18next, { type i18n } from 'i18next'
import { LRUCache } from 'lru-cache'
import { CROSS_CUTTING } from '../vocabulary/component.ts'
import type { Language } from '../vocabulary/language.ts'
import * as en from './en/index.ts'
import { number } from './format.ts'
import { NO_TERMS, type Terms, termValues } from './terms.ts'
import type { Text } from './text.ts'
import * as vi from './vi/index.ts'

/** What the interface says. A missing or misspelt key is a compile error; Vietnamese is the first language. */
export type Words = {
  language: Language
  t: (key: Key, values?: Record<string, string | number>) => string
  /** The side of a bilingual text that this person reads. */
  of: (text: Text) => string
  /** What the project calls its own things. */
  terms: Terms
  /** The same words in a language. */
  in: (language: Language) => Words
  /** What a component, or a section, is called; null = what belongs to none. */
  component: (code: string | null) => string
}

type Tree = { [key: string]: string | Tree }
type Plural<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : T[K] extends object ? `${Plural<K>}.${Paths<T[K]>}` : never
}[keyof T & string]
type Rooms = typeof en
/** "room:path.to.sentence" */
export type Key = { [R in keyof Rooms & string]: `${R}:${Paths<Rooms[R]>}` }[keyof Rooms & string]

/** What sentences are called under a path: of 'people:role.' the roles. Where one is missing it does not compile. */
export type NameUnder<P extends string> = Key extends infer K ? (K extends `${P}${infer Name}` ? Name : never) : never

/** A sentence with what it speaks of, in whatever language it will be read. */
export type Sentence = { key: Key; values: Record<string, string> }

const rooms = Object.keys(en)
const resources: Record<Language, Record<string, Tree>> = { vi, en }
const engine: i18n = i18next.createInstance()
await engine.init({ resources, ns: rooms, lng: 'vi', fallbackLng: false, returnNull: false })

/** A file has one project, and its words change when somebody changes it: a few are kept. */
const kept = new LRUCache<string, Record<Language, Words>>({ max: 8 })

/** The same by the object itself, which a request or a reading asks with again and again. */
const known = new WeakMap<Terms, Record<Language, Words>>()

/** @param terms what the project calls its own things; absent = there is no project */
export function wordsFor(language: Language, terms: Terms = NO_TERMS): Words {
  const words = known.get(terms) ?? wordsOf(terms)
  known.set(terms, words)
  return words[language]
}

/** Two objects that say the same have the same words. */
function wordsOf(terms: Terms): Record<Language, Words> {
  const name = JSON.stringify(terms)
  const made: Record<Language, Words> = kept.get(name) ?? {
    vi: make('vi', terms, (one) => made[one]),
    en: make('en', terms, (one) => made[one]),
  }
  kept.set(name, made)
  return made
}

function make(language: Language, terms: Terms, inLanguage: (language: Language) => Words): Words {
  const own = termValues(terms, language)
  const partsOf = takenApart(language)
  const names = new Map(terms.components.map(({ code, name }) => [code, name[language]]))
  const words: Words = {
    language,
    terms,
    in: inLanguage,
    component: (code) =>
      code === null || code === CROSS_CUTTING ? words.t('common:cross-cutting') : (names.get(code) ?? code),
    t: (key, values = NOTHING_TOLD) => {
      const parts = partsOf(key, values.count)
      let sentence = parts[0]!
      for (let nth = 1; nth < parts.length; nth += 2) {
        const name = parts[nth]!
        sentence += inDigits(name, values[name] ?? own[name] ?? '', language) + parts[nth + 1]!
      }
      return sentence
    },
    of: (text) => text[language],
  }
  return words
}

const NOTHING_TOLD: Record<string, string | number> = {}

/** What is named within a sentence. */
const NAMED = /\{\{(\w+)\}\}/

/**
 * Sentences as they stand in the files, each looked up and taken apart once: text and name in turn, a text first and last. A page says
 * the same few hundred thousands of times, of ever other numbers.
 */
function takenApart(language: Language): (key: Key, count: string | number | undefined) => readonly string[] {
  const look = engine.getFixedT(language)
  const plural = new Intl.PluralRules(language)
  const known = new Map<string, readonly string[]>()
  return (key, count) => {
    // A number alone decides between one and several.
    const isCounted = typeof count === 'number'
    const name = isCounted ? `${key} ${plural.select(count)}` : key
    const before = known.get(name)
    if (before) return before
    const options = { skipInterpolation: true, ...(isCounted ? { count } : {}) }
    const sentence = look(key as never, options as never) as unknown as string
    const parts = sentence.split(NAMED)
    known.set(name, parts)
    return parts
  }
}

/** What says how many of something there are. Whatever else is a number may be a year. */
const HOW_MANY: ReadonlySet<string> = new Set(['count', 'k', 'n'])

/** How many of something there are is written as every number is: 1.214 báo cáo, 3,261 of 3,321 reports. */
function inDigits(name: string, value: string | number, language: Language): string {
  return typeof value === 'number' && HOW_MANY.has(name) ? number(value, language) : String(value)
}
