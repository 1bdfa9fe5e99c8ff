import type { Quarter } from '../calendar/quarter.ts'
import { quartersIn, type Span } from '../calendar/span.ts'
import { type Breakdown, type Categories, cellKey, type Scheme, schemesIn } from '../indicators/breakdown.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'

/** Values that can't be split the way a question asks, because they were typed under another breakdown. */
export const UNSPLIT = '?'

/** How a question keeps categories apart. */
export type Split = { by: readonly string[]; only: Readonly<Record<string, string>> }

/** Whether a question keeps nothing apart and leaves nothing out. */
export function isUndivided(split: Split): boolean {
  return split.by.length === 0 && Object.keys(split.only).length === 0
}

/**
 * The schemes whose cells answer a question in a quarter: the primary one if it can, else an extra one; none = the values of
 * that quarter can't be split this way.
 */
export function answering(indicator: Pick<DefinedIndicator, 'schemes'>, quarter: Quarter, split: Split): Scheme[] {
  const needed = [...split.by, ...Object.keys(split.only)]
  const able = schemesIn(indicator, quarter).filter((scheme) =>
    needed.every((breakdown) => scheme.breakdowns.includes(breakdown)),
  )
  const primary = able.filter((scheme) => scheme.kind === 'primary')
  return primary.length > 0 ? primary : able.slice(0, 1)
}

/** Whether a cell counts in the undivided total of a quarter: all do but those of extra breakdowns, which say it again. */
export function inTotal(
  indicator: Pick<DefinedIndicator, 'schemes'>,
  quarter: Quarter,
  categories: Categories,
): boolean {
  return !schemesIn(indicator, quarter).some((scheme) => scheme.kind !== 'primary' && isOf(scheme, categories))
}

/**
 * The figures of a question that a cell is part of in a quarter: '' for the total (of what `only` keeps), the names of the
 * categories kept apart, or UNSPLIT.
 */
export function keysOf(
  indicator: Pick<DefinedIndicator, 'schemes'>,
  quarter: Quarter,
  split: Split,
  categories: Categories,
): string[] {
  const whole = inTotal(indicator, quarter, categories)
  const schemes = answering(indicator, quarter, split)
  const answers = schemes.some((scheme) => isOf(scheme, categories))
  const kept = answers && Object.entries(split.only).every(([breakdown, chosen]) => categories[breakdown] === chosen)
  const filtered = Object.keys(split.only).length > 0
  const keys: string[] = []
  if (filtered ? kept : whole) keys.push('')
  if (split.by.length > 0 && kept) keys.push(keyBy(split, categories))
  const elsewhere = schemes.some((scheme) => scheme.kind !== 'primary')
  if (split.by.length > 0 && !filtered && whole && !answers && !elsewhere) keys.push(UNSPLIT)
  return keys
}

/** The categories a question keeps apart, crossed, in the order of their lists. */
export function categoryKeys(breakdowns: readonly Breakdown[], { by, only }: Split): string[] {
  if (by.length === 0) return []
  const crossed = by.reduce<Record<string, string>[]>(
    (combinations, code) => {
      const codes = breakdowns.find((one) => one.code === code)!.categories.map((category) => category.code)
      const kept = codes.filter((category) => (only[code] ?? category) === category)
      return combinations.flatMap((one) => kept.map((category) => ({ ...one, [code]: category })))
    },
    [{}],
  )
  return crossed.map(cellKey)
}

/** Whether values of an indicator may ever have been typed under a combination of categories; undivided ones always. */
export function isTyped(indicator: Pick<DefinedIndicator, 'schemes'>, categories: Categories): boolean {
  return Object.keys(categories).length === 0 || indicator.schemes.some((scheme) => isOf(scheme, categories))
}

/** Whether within some quarters the categories asked for are there in some and not, or not in the same sense, in others. */
export function changesWithin(
  indicator: Pick<DefinedIndicator, 'schemes'>,
  quarters: readonly Quarter[],
  split: Split,
): boolean {
  if (isUndivided(split)) return false
  const senses = quarters.map((quarter) => {
    const [scheme] = answering(indicator, quarter, split)
    return scheme && scheme.kind === 'multiple'
  })
  return new Set(senses).size > 1
}

/** Whether the categories kept apart may hold the same person, so that they have no total. */
export function isOverlapping(
  indicator: Pick<DefinedIndicator, 'schemes'>,
  quarters: readonly Quarter[],
  split: Split,
): boolean {
  return split.by.length > 0 && quarters.some((quarter) => answering(indicator, quarter, split)[0]?.kind === 'multiple')
}

/** Nobody is asked for categories in quarters under a breakdown without them, nor for undivided values in the others. */
export function isAskedBy(
  indicator: Pick<DefinedIndicator, 'schemes'>,
  pieces: readonly Span[],
  split: Split,
  cell: string,
): boolean {
  return pieces
    .flatMap(quartersIn)
    .some((quarter) => answering(indicator, quarter, split).length > 0 === (cell !== UNSPLIT))
}

function isOf(scheme: Scheme, categories: Categories): boolean {
  const breakdowns = Object.keys(categories)
  return (
    breakdowns.length === scheme.breakdowns.length &&
    breakdowns.every((breakdown) => scheme.breakdowns.includes(breakdown))
  )
}

function keyBy(split: Split, categories: Categories): string {
  return cellKey(Object.fromEntries(split.by.map((breakdown) => [breakdown, categories[breakdown]!])))
}
