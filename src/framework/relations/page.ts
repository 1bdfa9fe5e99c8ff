import type { BaseRelation, SuggestedRelation } from '../../indicators/relations/relation.ts'
import { number } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'

/** Relations between indicators: declared, suggested by what was reported, and said to be none. */
export type RelationsState = {
  declared: readonly BaseRelation[]
  suggested: readonly SuggestedRelation[]
  declined: readonly BaseRelation[]
  /** Of indicators, by code. */
  names: ReadonlyMap<string, Text>
}

/** @param problem why nothing was done, as a sentence */
export function relationsPage(
  { declared, suggested, declined, names }: RelationsState,
  problem: string | null,
  words: Words,
) {
  const named = (code: string) => {
    const name = names.get(code)
    return name ? `${code}. ${words.of(name)}` : code
  }
  const row = ({ indicator, counted }: BaseRelation) => ({
    indicator: named(indicator),
    counted: named(counted),
    codes: { indicator, counted },
    /** Whose buttons these are, for who hears them. */
    unseen: ` ${indicator}, ${counted}`,
  })
  return {
    problem,
    declared: declared.map(row),
    suggested: suggested.map((one) => ({
      ...row(one),
      alike: words.t('indicators:relations.alike', { count: one.alike, of: number(one.alike, words.language) }),
    })),
    declined: declined.map(row),
  }
}

declare module '../../web/views/models.ts' {
  interface Views {
    'framework/relations': ReturnType<typeof relationsPage>
  }
}
