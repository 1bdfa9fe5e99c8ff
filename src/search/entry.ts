import { folded } from '../language/folded.ts'
import type { Text } from '../language/text.ts'

/** What can be found, in the order of those that are found alike. */
export const FOUND_KINDS = ['indicator', 'component', 'area', 'place', 'partner', 'page', 'help'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** Something that can be found, with all that it is called. */
export type SearchEntry = {
  kind: FoundKind
  code: string | null
  title: Text
  /** Where it leads to. */
  href: string
  /** What it lies in or belongs to, said beside it. */
  within: Text | null
  /** Everything it is or was called, in both languages; its title first. */
  names: readonly Name[]
  /** What else is said of it: found when nothing it is called is. */
  text: string
}

/** A name as it is written and as it is compared. */
export type Name = { written: string; folded: string }

export function entryOf(
  given: Pick<SearchEntry, 'kind' | 'title' | 'href'> & {
    code?: string
    within?: Text | null
    /** What it is or was called besides. */
    others?: readonly Text[]
    /** What is said of it. */
    about?: readonly string[]
  },
): SearchEntry {
  const { kind, title, href, code = null, within = null, others = [], about = [] } = given
  const written = new Set([title, ...others].flatMap(({ vi, en }) => [vi, en]))
  return {
    kind,
    code,
    title,
    href,
    within,
    names: [...written].map((name) => ({ written: name, folded: folded(name) })),
    text: about.map(folded).join(' '),
  }
}
