import { gapIn, type ShownFigure } from '../disclosure/publishable.ts'
import { figureInWords } from '../figures/in-words.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { traitsOf } from '../indicators/measure.ts'
import { percent } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { numberIn } from './point.ts'
import { isKept } from './series-path.ts'

/** A figure of one of several beside each other: a place, a category. */
export type ToldGroup = {
  name: string
  shown: ShownFigure
  /** What is not recorded or can't be split: part of the whole, but nothing to be ranked. */
  isRest?: boolean
}

const MOST_NAMED = 3

/**
 * What a picture of several beside each other shows: "Most: Nghệ An, 105; least: Hà Tĩnh, 60. No figure from Quảng Bình."
 * Of parts of a whole, how much of it the largest are. Stages are told by how many stand where.
 */
export function groupsText(groups: readonly ToldGroup[], of: Indicator, isWhole: boolean, words: Words): string {
  const counted = groups.filter(({ shown }) => numberIn(shown) !== null)
  const known = counted.filter(({ isRest }) => !isRest)
  const kept = groups.filter(({ shown }) => isKept(shown))
  const keptText = kept.length === 0 ? '' : words.t('charts:groups.kept', { names: firstNames(kept, words) })
  if (known.length === 0) return keptText || words.t('charts:groups.none')
  // Of what is not all there no share can be told.
  const whole = isWhole && kept.length === 0 ? counted.reduce((all, one) => all + valueIn(one), 0) : 0
  const course = traitsOf(of).shown === 'stage' ? stagesText(known, of, words) : rankText(known, of, whole, words)
  return [course, missingText(groups, words), keptText].filter(Boolean).join(' ')
}

/** @param whole what the parts come to; 0 where they are none */
function rankText(known: readonly ToldGroup[], of: Indicator, whole: number, words: Words): string {
  const ranked = [...known].sort((one, other) => valueIn(other) - valueIn(one))
  const [most, least] = [ranked[0]!, ranked.at(-1)!]
  const told = {
    most: most.name,
    high: valueText(most, of, words),
    least: least.name,
    low: valueText(least, of, words),
  }
  if (known.length === 1) return words.t('charts:groups.one', told)
  if (valueIn(most) === valueIn(least)) return words.t('charts:groups.alike', { value: told.high })
  if (whole <= 0) return words.t('charts:groups.range', told)
  const share = percent(valueIn(most) / whole, words.language)
  return words.t('charts:groups.share', {
    ...told,
    share,
    next: ranked[1]!.name,
    second: valueText(ranked[1]!, of, words),
  })
}

/** "Issued: Nghệ An, Hà Tĩnh; drafted: Hải Phòng." The furthest stage first. */
function stagesText(known: readonly ToldGroup[], of: Indicator, words: Words): string {
  const stages = [...new Set(known.map(valueIn))].sort((one, other) => other - one)
  const parts = stages.map((stage) => {
    const there = known.filter((one) => valueIn(one) === stage)
    return words.t('charts:groups.stage', { stage: valueText(there[0]!, of, words), names: firstNames(there, words) })
  })
  return `${parts.join('; ')}.`
}

function missingText(groups: readonly ToldGroup[], words: Words): string {
  const missing = groups.filter(({ shown }) => gapIn(shown) === 'not reported')
  return missing.length === 0 ? '' : words.t('charts:groups.missing', { names: firstNames(missing, words) })
}

/** The first names of several, and how many more there are. */
export function firstNames(groups: readonly { name: string }[], words: Words): string {
  const names = groups.slice(0, MOST_NAMED).map(({ name }) => name)
  const count = groups.length - MOST_NAMED
  return count > 0 ? words.t('charts:groups.more', { names: names.join(', '), count }) : names.join(', ')
}

function valueIn({ shown }: ToldGroup): number {
  return numberIn(shown)!
}

function valueText({ shown }: ToldGroup, of: Indicator, words: Words): string {
  return shown.kind === 'figure' ? figureInWords(shown.figure, of, words).text : ''
}
