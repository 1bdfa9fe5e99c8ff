import type { Answer } from '../figures/answer.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import type { Place } from '../places/place.ts'

/** How many provinces have reported everything expected of them in a span, and which have not. */
export type Completeness = { k: number; n: number; missing: Text[] }
export type Statement = { sentence: string; tone: 'good' | 'warn' | '' }

declare module '../web/views/models.ts' {
  interface Parts {
    'dashboards/completeness': { complete: Statement | null }
  }
}

/** @param span key of the span that is asked about, where it is not the same of all indicators by code of each */
export function reportingCompleteness(
  answer: Answer,
  codes: readonly string[],
  provinces: readonly Place[],
  span: string | ((code: string) => string),
): Completeness {
  const spanOf = typeof span === 'string' ? () => span : span
  const missing: Text[] = []
  let n = 0
  for (const { slug, name } of provinces) {
    let [expected, complete] = [false, true]
    for (const code of codes) {
      const [k, asked] = answer.figure(code, slug, spanOf(code)).coverage
      expected ||= asked > 0
      complete &&= k === asked
    }
    if (expected) n += 1
    if (!complete) missing.push(name)
  }
  return { k: n - missing.length, n, missing }
}

/** "4 of 5 provinces have reported everything expected; the figures are partial. Incomplete: Hà Tĩnh." */
export function completenessText({ k, n, missing }: Completeness, quarter: string, words: Words): Statement {
  if (n === 0) return { sentence: words.t('charts:provinces.nothing', { quarter }), tone: '' }
  // Of one province nothing is counted.
  if (k === n && n === 1) return { sentence: words.t('charts:place-complete.complete', { quarter }), tone: 'good' }
  if (k === n) return { sentence: words.t('charts:provinces.complete', { quarter, k, n }), tone: 'good' }
  const values = { quarter, k, n, missing: namesOf(missing, words) }
  return { sentence: words.t(n === 1 ? 'charts:provinces.alone' : 'charts:provinces.partial', values), tone: 'warn' }
}

/** So many are read at a glance; of a whole country nobody reads all. */
const MOST_NAMED = 6

function namesOf(missing: readonly Text[], words: Words): string {
  const names = missing.map((name) => words.of(name))
  const more = names.length - MOST_NAMED
  if (more < 2) return names.join(', ')
  return words.t('charts:provinces.more', { names: names.slice(0, MOST_NAMED).join(', '), count: more })
}

/**
 * The same of one place: how many of the indicators expected have come.
 * @param span key of the span that is asked about, where it is not the same of all indicators by code of each
 */
export function placeCompletenessText(
  answer: Answer,
  codes: readonly string[],
  group: string,
  span: string | ((code: string) => string),
  quarter: string,
  words: Words,
): Statement {
  const spanOf = typeof span === 'string' ? () => span : span
  const all = codes.map((code) => answer.figure(code, group, spanOf(code)).coverage).filter(([, n]) => n > 0)
  const k = all.filter(([got, expected]) => got === expected).length
  if (all.length === 0) return { sentence: words.t('charts:place-complete.nothing', { quarter }), tone: '' }
  if (k === all.length) return { sentence: words.t('charts:place-complete.complete', { quarter }), tone: 'good' }
  return { sentence: words.t('charts:place-complete.partial', { quarter, k, n: all.length }), tone: 'warn' }
}
