import type { Quarter } from '../../calendar/quarter.ts'
import type { Text } from '../../language/text.ts'
import type { Level } from '../../vocabulary/indicator.ts'
import type { Risk, Score } from '../../vocabulary/result.ts'

/** A statement of the results framework. */
export type Result = {
  id: number
  code: string
  level: Level
  component: string | null
  /** Code of the result it is under. */
  parent: string | null
  statement: Text
  assumption: Text | null
  /** Per cent of what all outputs together are worth; null: nobody said. */
  weight: number | null
  risk: Risk | null
}

/** How a person scored a result by the end of a quarter, and why. */
export type ResultScore = { result: string; quarter: Quarter; at: number; score: Score; reason: string }

/** All outputs together. */
const WHOLE = 100

/** What the weights of outputs come to, and how many outputs have none. */
export type WeightsOff = { sum: number; missing: number }

/** What the weights of outputs come to, where it is not the whole; null: it is, or nothing has a weight. */
export function weightsOff(results: readonly Pick<Result, 'level' | 'weight'>[]): WeightsOff | null {
  const outputs = results.filter(({ level }) => level === 'output')
  const missing = outputs.filter(({ weight }) => weight === null).length
  if (missing === outputs.length) return null
  const sum = outputs.reduce((total, { weight }) => total + (weight ?? 0), 0)
  return sum === WHOLE && missing === 0 ? null : { sum, missing }
}

/** The score of a result that holds by the end of a quarter: the latest said of the latest quarter; null: there is none. */
export function scoreBy(scores: readonly ResultScore[], result: string, quarter: Quarter): ResultScore | null {
  const own = scores.filter((one) => one.result === result && one.quarter <= quarter)
  return own.sort((a, b) => a.quarter - b.quarter || a.at - b.at).at(-1) ?? null
}

/** Outputs are scored; in a framework without any, what stands right under the impact. */
export function isScored({ level }: Pick<Result, 'level'>, results: readonly Pick<Result, 'level'>[]): boolean {
  return level === (results.some((one) => one.level === 'output') ? 'output' : 'outcome')
}
