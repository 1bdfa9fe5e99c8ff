import { dayAt } from '../../calendar/day.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { dates, day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Breakdown } from '../breakdown.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { changesOf } from './changes.ts'
import type { IndicatorHistory } from './history.ts'
import { changeSentences, firstDay } from './in-words.ts'

/** What is said of an indicator from one quarter on: when it holds, since when that is known, what is otherwise than before. */
export type HistoryItem = { holds: string; known: string | null; sentences: string[] }

/**
 * Every definition an indicator has had and every change of what it is split by, in the order of quarters. None where nothing has
 * ever changed: then its reference sheet says it all.
 * @param first the project's first quarter
 */
export function historyItems(
  history: IndicatorHistory,
  breakdowns: readonly Breakdown[],
  first: Quarter,
  words: Words,
): HistoryItem[] {
  const changes = changesOf(history, breakdowns, first)
  const [original] = history.definitions
  if (changes.length === 0 && original.to === null) return []
  return [
    {
      holds: holdsText({ ...original, from: Math.max(original.from, first) }, words),
      known: knownText(original, words),
      sentences: [],
    },
    ...[...new Set(changes.map(({ from }) => from))].map((from) => {
      const together = changes.filter((change) => change.from === from)
      const defined = together.flatMap((change) => (change.of === 'definition' ? [change.after] : []))[0]
      return {
        holds: holdsText(defined ?? { from, to: null }, words),
        known: defined ? knownText(defined, words) : null,
        sentences: together.flatMap((change) => changeSentences(change, breakdowns, words)),
      }
    }),
  ]
}

function holdsText({ from, to }: Pick<DefinedIndicator, 'from' | 'to'>, words: Words): string {
  return to === null
    ? words.t('indicators:holds.from', { day: firstDay(from, words) })
    : dates({ from, to }, words.language)
}

function knownText({ knownSince }: DefinedIndicator, words: Words): string {
  return words.t('indicators:holds.known', { day: day(dayAt(knownSince), words.language) })
}
