import type { Language } from '../vocabulary/language.ts'

/** Where what is counted ends and what is said of it begins: "persons per 100,000", "packages (households)", "cases at court". */
const SAID_OF_IT =
  / (?=\(|(?:per|of|in|on|at|to|by|for|from|with|without|who|that|which|whose|given|held|made|sent|taken|[a-z]+ed)\b)/

/** English words that the endings of `oneOf` would read wrongly. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  men: 'man',
  women: 'woman',
  policemen: 'policeman',
  policewomen: 'policewoman',
  wives: 'wife',
  lives: 'life',
  analyses: 'analysis',
  diagnoses: 'diagnosis',
  theses: 'thesis',
  crises: 'crisis',
  series: 'series',
  movies: 'movie',
  uses: 'use',
  abuses: 'abuse',
  excuses: 'excuse',
  shoes: 'shoe',
}

/**
 * A unit as it stands behind a number: "1 person", "2 persons", "1.0 points". A unit is typed once for all numbers, in the plural
 * where a language has one; Vietnamese has none.
 * @param written the number as it is printed: what reads 1 is one, what reads 1.0 is not
 */
export function unitBehind(written: string, unit: string, language: Language): string {
  if (language !== 'en' || !/^[-−+]?1$/.test(written)) return unit
  const [counted = '', ...rest] = unit.split(SAID_OF_IT)
  const [, before = '', last = ''] = /^(.*?)([\p{L}]*)$/u.exec(counted) ?? []
  return [before + oneOf(last), ...rest].join(' ')
}

function oneOf(word: string): string {
  const known = IRREGULAR[word.toLowerCase()]
  if (known) return word[0] === word[0]?.toLowerCase() ? known : known[0]?.toUpperCase() + known.slice(1)
  if (/[^aeiou]ies$/i.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x|zz)es$|[^ao]uses$/i.test(word) && !/rses$/i.test(word)) return word.slice(0, -2)
  return /[^sui]s$/i.test(word) ? word.slice(0, -1) : word
}
