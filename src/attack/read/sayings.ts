import { parseQuarter, type Quarter } from '../../calendar/quarter.ts'
import type { Span } from '../../calendar/span.ts'
import { type Key, wordsFor } from '../../language/words.ts'
import { NO_BREAK_SPACE } from '../../spreadsheet/text-width.ts'
import { OVER_PLACES, OVER_TIME } from '../../vocabulary/indicator.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { ToldRules } from './report.ts'

const LANGUAGES: readonly Language[] = ['vi', 'en']

const sentences = new Map<Key, readonly (readonly [Language, string])[]>()

/** A sentence without gaps in each language, looked up once: every cell of a workbook is asked for those of every heading. */
function inEachLanguage(key: Key): readonly (readonly [Language, string])[] {
  const known = sentences.get(key)
  if (known) return known
  const found = LANGUAGES.map((language) => [language, wordsFor(language).t(key)] as const)
  sentences.set(key, found)
  return found
}

/** The languages of a workbook, as far as a sentence of it tells. */
export function languagesOf(text: string | null, key: Key): Language[] {
  return inEachLanguage(key).flatMap(([language, sentence]) => (says(text, sentence) ? [language] : []))
}

/** Whether a cell says a sentence, alone or beside the same in the other language. */
export function isSaying(text: string | null, key: Key): boolean {
  return inEachLanguage(key).some(([, sentence]) => says(text, sentence))
}

/** Nearly every cell says something else: only a text that holds the sentence is taken apart. */
function says(text: string | null, sentence: string): boolean {
  if (!text?.includes(sentence)) return false
  return text === sentence || [...sidesOf(text), ...text.split('\n')].includes(sentence)
}

/** A text of two that a word parts, in one language or in both: "2019 / or / 2020". */
export function partedBy(text: string, key: Key): string[] {
  const words = inEachLanguage(key).map(([, word]) => word)
  return text.split(new RegExp(` (?:${[words.join(' / '), ...words].join('|')}) `))
}

/** Whether a sentence stands anywhere in a text of several. */
export function holdsSaying(text: string | null, key: Key): boolean {
  return text !== null && inEachLanguage(key).some(([, sentence]) => text.includes(sentence))
}

/** How an indicator's values are added, as a text says among other things. */
export function rulesSaid(text: string | null): ToldRules | null {
  for (const overPlaces of OVER_PLACES)
    for (const overTime of OVER_TIME)
      if (holdsSaying(text, `figures:rule.count.${overPlaces}-${overTime}`)) return { overPlaces, overTime }
  return null
}

/** What stands in the gaps of a sentence, in the first language that it was said in; null when it was not. */
export function valuesSaid(text: string | null, key: Key, names: readonly string[]): string[] | null {
  if (text === null) return null
  for (const language of LANGUAGES) {
    const values = Object.fromEntries(names.map((name) => [name, `@${name}@`]))
    const pattern = wordsFor(language)
      .t(key, values)
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/@\w+@/g, '([^\\n]*?)')
    const found = new RegExp(`(?:^|\\n| / )${pattern}(?:$|\\n| / )`).exec(text)
    if (found) return found.slice(1)
  }
  return null
}

/** A name in two languages side by side, apart. */
export function sidesOf(text: string): string[] {
  return text.split(/ \/ |\n/)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The first two dates of a text, as the quarters they lie in: "1 Jan 2021 – 31 Mar 2021", "01/01/2021 – 31/03/2021"; or, in brackets after
 * the name of a period, its months: "2021 (01 – 12)", "2020/21 (Apr – Mar)". Reports of earlier versions have days under the name of a
 * year, "Q1 2021, 1 Jan – 31 Mar", and of a year from any month all of its months: "(04/2021 – 03/2022)".
 */
export function spanIn(text: string | null): Span | null {
  const said = text?.replaceAll(NO_BREAK_SPACE, ' ') ?? null
  const under = monthsUnder(said)
  if (under) return under
  const months = quartersOf(
    /\([^()]*\)$/.exec(said ?? '')?.[0] ?? null,
    /(?<![\d/] ?)(?:(\d{2})\/|([A-Z][a-z]{2}) )(\d{4})\b/g,
  )
  const whole = quartersOf(said, /\b\d{1,2}(?:\/(\d{2})\/| ([A-Za-z]{3})[a-z]* )(\d{4})\b/g)
  const year = /\b\d{4}\b/.exec(said ?? '')?.[0]
  const [from, to] =
    months.length === 2
      ? months
      : whole.length >= 2 || !year
        ? whole
        : quartersOf(said, /\b\d{1,2}(?:\/(\d{2})| ([A-Z][a-z]{2})[a-z]*)\b(?! ?[\d/])/g, year)
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null
}

/** "2019 (01 – 12)", "2020/21 (Apr – Mar)", "2018/19 (Jan – Mar 2019)": the years of months are before them or after the last. */
function monthsUnder(text: string | null): Span | null {
  const found = /^(.*) \((\d{2}|[A-Z][a-z]{2}) – (\d{2}|[A-Z][a-z]{2})(?:[ /](\d{4}))?\)$/s.exec(text ?? '')
  if (!found) return null
  const [, label, first, last, own] = found
  const [, year, next] = /\b(\d{4})(\/\d{2})?\b/.exec(label!) ?? []
  const of = own ?? year
  const [from, to] = [quarterOf(first!, of), quarterOf(last!, own || !next ? of : String(Number(year) + 1))]
  return from === null || to === null ? null : { from, to }
}

/** Of years that are said by their months, "04 – 03", the first one. */
export function firstMonth(text: string | null): number | null {
  const [, first] = /^(\d{2}|[A-Z][a-z]{2})\s– (?:\d{2}|[A-Z][a-z]{2})$/.exec(text ?? '') ?? []
  return first ? monthOf(first) : null
}

function quarterOf(month: string, year: string | undefined): Quarter | null {
  return parseQuarter(`${year}-Q${Math.ceil(monthOf(month) / 3)}`)
}

function monthOf(name: string): number {
  return /\d/.test(name) ? Number(name) : MONTHS.indexOf(name.toLowerCase()) + 1
}

function quartersOf(text: string | null, pattern: RegExp, of?: string): (Quarter | null)[] {
  return [...(text ?? '').matchAll(pattern)].map(([, digits, name, year = of]): Quarter | null => {
    return quarterOf(digits ?? name!, year)
  })
}
