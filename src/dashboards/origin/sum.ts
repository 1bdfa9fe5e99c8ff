import { valueText } from '../../charts/figure-words.ts'
import type { Figure } from '../../figures/figure.ts'
import type { Contribution } from '../../figures/provenance/contributions.ts'
import { MILLION } from '../../figures/sums.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { number } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'

/** What of an entry goes into a sum: what was typed, or a mean times its n. */
export type Part = 'value' | 'base' | 'product'
export type Column = { part: Part; label: string; summed: boolean }
export type ValueModel = { text: string; exact: number | null }

/** The columns an entry of an indicator is printed in; a mean, a median or a stage is not summed as it stands. */
export function columnsOf({ measure }: Indicator, { t }: Words): Column[] {
  const column = (part: Part, label: string, summed: boolean): Column => ({ part, label, summed })
  switch (measure) {
    case 'count':
      return [column('value', t('charts:origin.value'), true)]
    case 'ratio':
      return [column('value', t('charts:origin.numerator'), true), column('base', t('charts:origin.denominator'), true)]
    case 'mean':
      return [
        column('value', t('charts:origin.mean'), false),
        column('base', t('charts:origin.n'), true),
        column('product', t('charts:origin.product'), true),
      ]
    case 'median':
      return [column('value', t('charts:origin.median'), false), column('base', t('charts:origin.n'), false)]
    case 'milestone':
      return [column('value', t('charts:origin.stage'), false)]
  }
}

export function valuesIn(entry: Contribution, indicator: Indicator, columns: Column[], words: Words): ValueModel[] {
  return columns.map(({ part }) => {
    const exact = partIn(entry, part)
    if (exact === null) return { text: '[z]', exact }
    const stage = indicator.measure === 'milestone' ? indicator.stages[exact] : undefined
    return { text: stage ? words.of(stage) : number(exact, words.language, 6), exact }
  })
}

function partIn({ value, base }: Pick<Contribution, 'value' | 'base'>, part: Part): number | null {
  if (part === 'value') return value
  if (part === 'base') return base
  return value === null || base === null ? null : Math.round(value * base * MILLION) / MILLION
}

/** The sum under each column that is summed, in whole millionths so that it is exact. */
export function totalsOf(
  { measure }: Indicator,
  entries: readonly Contribution[],
  columns: Column[],
  words: Words,
): ValueModel[] | null {
  if (measure === 'median' || measure === 'milestone') return null
  return columns.map(({ part, summed }) => {
    const exact = summed ? sumOf(entries, part) : null
    return { text: exact === null ? '' : number(exact, words.language, 6), exact }
  })
}

function sumOf(entries: readonly Contribution[], part: Part): number {
  return entries.reduce((sum, entry) => sum + Math.round((partIn(entry, part) ?? 0) * MILLION), 0) / MILLION
}

/** The last step in figures: "442 ÷ 823 = 53.7%". Null where there is nothing to add. */
export function sumLine(
  figure: Figure,
  indicator: Indicator,
  entries: readonly Contribution[],
  words: Words,
): string | null {
  if (figure.state !== 'reported' || figure.value === null) return null
  const said = (part: Part) => number(sumOf(entries, part), words.language, 6)
  const value = valueText(figure.value, indicator, words)
  switch (indicator.measure) {
    case 'count':
      return words.t('charts:origin.sum-count', { sum: said('value') })
    case 'ratio':
      return words.t('charts:origin.sum-ratio', { numerator: said('value'), denominator: said('base'), value })
    case 'mean':
      return words.t('charts:origin.sum-mean', { product: said('product'), n: said('base'), value })
    case 'median':
    case 'milestone':
      return null
  }
}
