import type { Quarter } from '../calendar/quarter.ts'
import { firstDay } from '../indicators/definitions/in-words.ts'
import { quarter } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { EndOfUse } from './end-of-use.ts'

/**
 * "Retired since 1 Jan 2022 (last asked for Q4 2021)."
 * @param today the quarter of the day on which it is read: an end that is still to come is told as one
 */
export function endOfUseText({ why, since, lastAsked }: EndOfUse, today: Quarter, words: Words): string {
  const { t, language } = words
  const last = lastAsked === null ? '' : ` ${t('indicators:end.last', { quarter: quarter(lastAsked, language) })}`
  return `${t(since > today ? `indicators:end.to-be-${why}` : `indicators:end.${why}`, { day: firstDay(since, words) })}${last}.`
}
