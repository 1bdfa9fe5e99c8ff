import { MARK_NAMES, MARKS } from '../figures/marks.ts'
import { hasAreas } from '../language/terms.ts'
import { NOTHING } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import { TERMS, TOPICS } from './topics.ts'

declare module '../web/views/models.ts' {
  interface Views {
    'help/help': ReturnType<typeof helpPage>
  }
}

/** How to do what is done most, what the marks beside figures mean, and the words of the program. */
export function helpPage({ t, terms }: Words) {
  return {
    topics: TOPICS.map((id) => ({ id, title: t(`help:${id}.title`), body: t(`help:${id}.body`) })),
    marks: MARK_NAMES.flatMap((name) => {
      const { sign, word, meaning } = MARKS[name]
      return name === 'reported' ? [] : [{ mark: sign ?? NOTHING, word: t(word), means: t(meaning) }]
    }),
    terms: TERMS.map((term) => ({
      name: t(`help:word.${term}.name`),
      means: t(term === 'place' && hasAreas(terms) ? 'help:word.place.of-areas' : `help:word.${term}.means`),
    })),
  }
}
