import type { NamedSpan, Span } from '../../calendar/span.ts'
import * as format from '../../language/format.ts'
import type { Terms } from '../../language/terms.ts'
import type { Text } from '../../language/text.ts'
import { type Key, type Words, wordsFor } from '../../language/words.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { ReleaseLanguage } from '../../vocabulary/release.ts'

/** Says everything in the language of a workbook, or in both: Vietnamese first, as the project's papers do. */
export type Bilingual = {
  /** What screen readers should assume. */
  main: Language
  languages: readonly Language[]
  say: (one: (words: Words) => string) => string
  t: (key: Key, values?: Record<string, string | number>) => string
  of: (text: Text) => string
  /** One language only, where two would crowd out what matters. */
  short: (text: Text) => string
  period: (span: NamedSpan) => string
  dates: (span: Span) => string
  instant: (at: number) => string
  day: (isoDay: string) => string
}

/** Above this many characters the two languages stand under each other. */
const SHORT = 40

/** @param terms what the project calls its own things */
export function bilingualIn(language: ReleaseLanguage, terms?: Terms): Bilingual {
  const languages: Language[] = language === 'both' ? ['vi', 'en'] : [language]
  const say = (one: (words: Words) => string) => joined(languages.map((known) => one(wordsFor(known, terms))))
  return {
    main: languages[0]!,
    languages,
    say,
    t: (key, values) => say((words) => words.t(key, values)),
    of: (text) => say((words) => words.of(text)),
    short: (text) => text[languages[0]!],
    period: (span) => say((words) => format.periodName(span, words.language)),
    dates: (span) => say((words) => format.dates(span, words.language)),
    instant: (at) => say((words) => format.instant(at, words.language)),
    day: (isoDay) => say((words) => format.day(isoDay, words.language)),
  }
}

/** What stands under each other in two languages, side by side: where one line alone has room. */
export function inOneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}

/** The same in each language by itself. */
export function languagesApart(language: ReleaseLanguage, terms?: Terms): Bilingual[] {
  return bilingualIn(language, terms).languages.map((one) => bilingualIn(one, terms))
}

function joined(texts: readonly string[]): string {
  const different = [...new Set(texts)]
  return different.join(different.some((text) => text.length > SHORT) ? '\n' : ' / ')
}
