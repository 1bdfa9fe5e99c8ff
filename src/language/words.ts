import i18next, { type i18n } from 'i18next'
import type { Language } from '../vocabulary/language.ts'
import * as en from './en/index.ts'
import type { Text } from './text.ts'
import * as vi from './vi/index.ts'

/** What the interface says. A missing or misspelt key is a compile error; Vietnamese is the first language. */
export type Words = {
  language: Language
  t: (key: Key, values?: Record<string, string | number>) => string
  /** The side of a bilingual text that this person reads. */
  of: (text: Text) => string
}

type Tree = { [key: string]: string | Tree }
type Plural<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K
type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : T[K] extends object ? `${Plural<K>}.${Paths<T[K]>}` : never
}[keyof T & string]
type Rooms = typeof en
/** "room:path.to.sentence" */
export type Key = { [R in keyof Rooms & string]: `${R}:${Paths<Rooms[R]>}` }[keyof Rooms & string]

/** A sentence with what it speaks of, in whatever language it will be read. */
export type Sentence = { key: Key; values: Record<string, string> }

const rooms = Object.keys(en)
const resources: Record<Language, Record<string, Tree>> = { vi, en }
const engine: i18n = i18next.createInstance()
await engine.init({
  resources,
  ns: rooms,
  lng: 'vi',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

const both: Record<Language, Words> = { vi: make('vi'), en: make('en') }

export function wordsFor(language: Language): Words {
  return both[language]
}

/** A page says the same few hundred sentences thousands of times: each is looked up once. */
const MOST = 10_000

function make(language: Language): Words {
  const t = engine.getFixedT(language)
  const said = new Map<string, Map<string, string>>()
  let size = 0
  return {
    language,
    t: (key, values) => {
      const name = values ? named(values) : ''
      const before = said.get(key)?.get(name)
      if (before !== undefined) return before
      /** Sentences with names and numbers in them have no end: all are forgotten when there are too many. */
      if (size >= MOST) {
        said.clear()
        size = 0
      }
      const sentence = t(key as never, values as never) as unknown as string
      const ofKey = said.get(key) ?? new Map<string, string>()
      said.set(key, ofKey.set(name, sentence))
      size += 1
      return sentence
    },
    of: (text) => text[language],
  }
}

/** Unlike for unlike values: each goes with its name, its length and whether it is a number. */
function named(values: Record<string, string | number>): string {
  let name = ''
  for (const one in values) {
    const value = values[one]
    name += typeof value === 'number' ? `\n${one}=${value}` : `\n${one}:${value?.length}:${value}`
  }
  return name
}
