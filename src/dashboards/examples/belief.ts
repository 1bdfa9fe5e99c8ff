import { dayAt, daysLater } from '../../calendar/day.ts'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Figure } from '../../figures/figure.ts'
import { figureInWords } from '../../figures/in-words.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { day, quarter as quarterName } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { address } from '../addresses.ts'
import { type Example, exampleName } from './example.ts'

/** One figure before it was corrected, and as it is now. */
export type Belief = {
  indicator: DefinedIndicator
  area: { slug: string; name: Text }
  quarter: Quarter
  /** Instant of the correction. */
  at: number
  before: Figure
  now: Figure
}

/** "As at 11 Feb 2021 …: 7; now: 5", with the page as it was on that day. */
export function beliefExample(belief: Belief, words: Words): Example {
  const { indicator, area, quarter, at, before, now } = belief
  const dayBefore = daysLater(dayAt(at), -1)
  const code = quarterCode(quarter)
  return {
    text: words.t('help:example.belief', {
      day: day(dayBefore, words.language),
      indicator: exampleName(indicator, words),
      place: words.of(area.name),
      period: quarterName(quarter, words.language),
      before: figureInWords(before, indicator, words).text,
      now: figureInWords(now, indicator, words).text,
    }),
    href: address('/figures/origin', {
      indicator: indicator.code,
      group: area.slug,
      from: code,
      to: code,
      asAt: dayBefore,
    }),
  }
}
