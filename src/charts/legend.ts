import type { ShownFigure } from '../disclosure/publishable.ts'
import { FLAGS, type Flag } from '../figures/figure.ts'
import { MARKS } from '../figures/marks.ts'
import type { Words } from '../language/words.ts'
import type { Dataset, Shape } from './model/chart-data.ts'

/** Flags of a figure that may still change or rests on less than it should: its point is hollow, its bar hatched. */
export const UNSETTLED = FLAGS.filter(isUnsettledFlag)
type UnsettledFlag = { [F in Flag]: (typeof MARKS)[F]['role'] extends 'unsettled' ? F : never }[Flag]

function isUnsettledFlag(flag: Flag): flag is UnsettledFlag {
  return MARKS[flag].role === 'unsettled'
}

/** What a picture has to show of a figure besides its number. A figure without a number can be at a break and nothing else. */
export function flagsIn(shown: ShownFigure): Flag[] {
  if (shown.kind !== 'figure') return []
  const { state, flags } = shown.figure
  return state === 'reported' ? [...flags] : flags.filter((flag) => flag === 'break')
}

export function isUnsettled(flags: readonly Flag[]): boolean {
  return flags.some(isUnsettledFlag)
}

/** A series that is another one from end to end: there is no place in the picture where it begins to be. */
export function isBrokenThroughout({ flags, data }: Pick<Dataset, 'flags' | 'data'>): boolean {
  const drawn = flags.filter((_, i) => data[i] !== null)
  return drawn.length > 0 && drawn.every((one) => one.includes('break'))
}

/** Sentences that explain the looks a picture uses, and only those: they stand under it and are saved with it. */
export function legendOf(series: readonly Dataset[], shape: Shape, { t }: Words): string[] {
  const used = new Set(series.flatMap(({ flags }) => flags.flat()))
  const what = UNSETTLED.filter((flag) => used.has(flag)).map((flag) => t(`charts:key.${flag}`))
  const ofBars = shape === 'stacked' || shape === 'grouped' ? 'stack' : 'bar'
  const looks = new Set(series.map(({ type }) => (type === 'line' ? 'point' : ofBars)))
  const sentences = what.length > 0 ? [...looks].map((look) => t(`charts:key.${look}`, { what: what.join('; ') })) : []
  if (used.has('revised')) sentences.push(t('charts:key.revised'))
  if (shape === 'bars') return used.has('break') ? [...sentences, t('charts:key.break-beside')] : sentences
  if (series.some(isBrokenThroughout)) sentences.push(t('charts:key.break-throughout'))
  const begins = series.some((one) => !isBrokenThroughout(one) && one.flags.some((flags) => flags.includes('break')))
  return begins ? [...sentences, t('charts:key.break-line')] : sentences
}
