import { MILLION } from '../../figures/sums.ts'

/** What a value is held against: the middle of the earlier ones, and between which they lay. */
export type UsualValues = { median: number; least: number; most: number }

/** Fewer earlier values say nothing of what is usual: with five, one that was wrong is a fifth of them. */
const FEWEST = 6

/** Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): beyond this a value is looked at again. */
const FAR = 3.5
/** What makes the median of deviations, and their mean, comparable with a standard deviation. */
const BY_MEDIAN = 1.4826
const BY_MEAN = 1.2533

/**
 * What was usual, if a value lies far from it by its modified z-score: its distance from the median, in medians of such
 * distances. Where more than half of the earlier values are one number these come to 0, and the mean of distances stands in.
 * Null: it does not, or there are too few earlier values, or all of them are the same.
 * @param earlier bare values of earlier quarters, on the scale stored, in any order
 */
export function farFromUsual(now: number, earlier: readonly number[]): UsualValues | null {
  if (earlier.length < FEWEST) return null
  const median = medianOf(earlier)
  const distances = earlier.map((one) => Math.abs(one - median))
  const spread = medianOf(distances) * BY_MEDIAN || meanOf(distances) * BY_MEAN
  // Counted in millionths, as everything that is compared: 0.3 - 0.2 is 0.1.
  const isFar = spread > 0 && Math.round((Math.abs(now - median) / spread) * MILLION) > FAR * MILLION
  return isFar ? { median, least: Math.min(...earlier), most: Math.max(...earlier) } : null
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
