import type { Example } from '../dashboards/examples/example.ts'
import type { Examples } from '../dashboards/examples/examples.ts'
import { legendText } from '../figures/in-words.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../figures/marks.ts'
import { hasAreas } from '../language/terms.ts'
import type { Words } from '../language/words.ts'
import { HELP_RULES, RULE_SENTENCES, TERMS, TOPICS } from './topics.ts'

declare module '../web/views/models.ts' {
  interface Views {
    'help/help': ReturnType<typeof helpPage>
  }
  interface Parts {
    'help/examples': { examples: readonly Example[] | null; none: string }
  }
}

/**
 * How to do what is done most, how figures are made, what the marks beside them mean, and the words of the program: each rule
 * with an example from the project's own figures.
 * @param examples null = the person may not see figures, or there is no project
 */
export function helpPage(words: Words, examples: Examples | null) {
  const { t, terms } = words
  return {
    topics: TOPICS.map((id) => ({
      id,
      title: t(`help:${id}.title`),
      body: t(`help:${id}.body`),
      examples: examples?.topics[id] ?? null,
    })),
    rules: HELP_RULES.map((id) => ({
      id: `rule-${id}`,
      title: t(`help:rule.${id}`),
      body: id === 'zero' ? legendText('not reported', words) : t(RULE_SENTENCES[id]),
      examples: examples?.rules[id] ?? null,
    })),
    marks: MARK_NAMES.flatMap((name) => markModel(name, examples, t)),
    terms: TERMS.map((term) => ({
      id: `word-${term}`,
      name: t(`help:word.${term}.name`),
      means: t(term === 'place' && hasAreas(terms) ? 'help:word.place.of-areas' : `help:word.${term}.means`),
    })),
  }
}

function markModel(name: MarkName, examples: Examples | null, t: Words['t']) {
  if (name === 'reported') return []
  const { sign, word, meaning } = MARKS[name]
  const example = examples?.marks[name]
  return [
    {
      id: markId(name),
      /** What has no sign stands under its name. */
      mark: sign ?? t(word),
      word: sign === null ? null : t(word),
      means: t(meaning),
      // Outside of which report a figure is depends on the donor that is chosen: there is no example of it here.
      examples: examples && name !== 'outside' ? (example ? [example] : []) : null,
    },
  ]
}

/** Where a mark is explained on the page. */
function markId(name: MarkName): string {
  return `mark-${name.replaceAll(' ', '-')}`
}
