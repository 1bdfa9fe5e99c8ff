import type { Words } from '../language/words.ts'
import type { FoundKind, SearchEntry } from './entry.ts'
import { type Found, LONGEST_ASKED, ranking } from './ranking.ts'

/** Something found as it is listed. */
export type FoundModel = {
  kind: FoundKind
  /** What sort of thing it is, in a word. */
  sort: string
  code: string | null
  title: string
  within: string
  /** The name it was found by, where that is not its title: an earlier one, or the one in the other language. */
  by: string | null
  href: string
}

/** A way to a list. */
type Way = { href: string; label: string }

export type SearchModel = {
  title: string
  asked: string
  /** How many were found, or that nothing was. */
  count: string
  found: FoundModel[]
  more: string | null
  /** Where to look when nothing was found. */
  lists: Way[]
}

declare module '../web/views/models.ts' {
  interface Views {
    'search/search': SearchModel
  }
}

const MOST_LISTED = 30
/** As many are offered while somebody types. */
export const MOST_OFFERED = 8

/** @param lists of what can be found, that the person may open */
export function searchPage(
  entries: readonly SearchEntry[],
  given: string,
  lists: readonly Way[],
  words: Words,
): SearchModel {
  const { t } = words
  const asked = given.slice(0, LONGEST_ASKED).trim()
  const found = ranking(entries, asked)
  const more = found.length - MOST_LISTED
  return {
    title: asked === '' ? t('common:search.title') : t('common:search.of', { asked }),
    asked,
    count:
      asked === ''
        ? ''
        : found.length === 0
          ? t('common:search.nothing', { asked })
          : t('common:search.count', { count: found.length }),
    found: found.slice(0, MOST_LISTED).map((one) => foundModel(one, words)),
    more: more > 0 ? t('common:search.more', { count: more }) : null,
    lists: found.length === 0 ? [...lists] : [],
  }
}

/** What is offered while somebody types. */
export function offered(entries: readonly SearchEntry[], given: string, words: Words): FoundModel[] {
  return ranking(entries, given)
    .slice(0, MOST_OFFERED)
    .map((one) => foundModel(one, words))
}

function foundModel({ entry, by }: Found, words: Words): FoundModel {
  const { kind, code, title, within, href } = entry
  const shown = words.of(title)
  return {
    kind,
    sort: words.t(`common:search.kind.${kind}`),
    code,
    title: shown,
    within: within === null ? '' : words.of(within),
    by: by === null || by.written === shown ? null : by.written,
    href,
  }
}
