import i18next, { type i18n } from 'i18next'
import type { Text } from '../indicators/indicator.ts'
import type { Language } from '../people/person.ts'
import * as en from './en/index.ts'
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

const rooms = Object.keys(en)
const engine: i18n = i18next.createInstance()
await engine.init({
  resources: { vi: vi as unknown as Record<string, Tree>, en: en as unknown as Record<string, Tree> },
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

function make(language: Language): Words {
  const t = engine.getFixedT(language)
  return {
    language,
    t: (key, values) => t(key as never, values as never) as unknown as string,
    of: (text) => text[language],
  }
}
