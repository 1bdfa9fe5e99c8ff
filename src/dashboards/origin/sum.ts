import type { Figure } from '../../figures/figure.ts'
import { gapInWords, typedText, valueText } from '../../figures/in-words.ts'
import type { Contribution } from '../../figures/provenance/contributions.ts'
import { MILLION, pairsOf, sumsOf } from '../../figures/sums.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { isSummed, isWeighted, type MeasureTraits, type SummedPart, traitsOf } from '../../indicators/measure.ts'
import type { Words } from '../../language/words.ts'

export type PartColumn = { part: SummedPart; label: string; summed: boolean }
export type ValueModel = { text: string; exact: number | null }

/** The columns an entry of an indicator is printed in; a mean, a median or a stage is not summed as it stands. */
export function partColumns(indicator: Pick<Indicator, 'measure'>, { t }: Words): PartColumn[] {
  const { value, base, summed } = traitsOf(indicator)
  const column = (part: SummedPart, name: (MeasureTraits['value' | 'base'] & string) | 'product'): PartColumn => ({
    part,
    label: t(`charts:origin.${name}`),
    summed: summed.includes(part),
  })
  return [
    column('value', value),
    ...(base === null ? [] : [column('base', base)]),
    ...(isWeighted(indicator.measure) ? [column('product', 'product')] : []),
  ]
}

export function valuesIn(entry: Contribution, indicator: Indicator, columns: PartColumn[], words: Words): ValueModel[] {
  const { shown } = traitsOf(indicator)
  return columns.map(({ part }) => {
    const exact = partOf(entry, part)
    if (exact === null) return gapInWords('not applicable', words)
    const text = shown === 'stage' ? valueText(exact, indicator, words) : typedText(exact, words.language)
    return { text, exact }
  })
}

/** A number of an entry as it goes into the figure: by the sums that figures are made of. */
function partOf({ value, base }: Contribution, part: SummedPart): number | null {
  if (value === null || (base === null && part !== 'value')) return null
  return sumsOf([{ value, base }])[part] / MILLION
}

/** The sum under each column that is summed; null where nothing is. */
export function totalsOf(
  { measure }: Pick<Indicator, 'measure'>,
  entries: readonly Contribution[],
  columns: PartColumn[],
  { language }: Words,
): ValueModel[] | null {
  if (!isSummed(measure)) return null
  const sums = sumsOf(pairsOf(entries))
  return columns.map(({ part, summed }) => {
    const exact = summed ? sums[part] / MILLION : null
    return { text: exact === null ? '' : typedText(exact, language), exact }
  })
}

/** The last step in figures: "442 ÷ 823 = 53.7%". Null where there is nothing to add. */
export function sumLine(
  figure: Figure,
  indicator: Indicator,
  entries: readonly Contribution[],
  words: Words,
): string | null {
  if (figure.state !== 'reported' || figure.value === null || !isSummed(indicator.measure)) return null
  const sums = sumsOf(pairsOf(entries))
  const text = (part: SummedPart) => typedText(sums[part] / MILLION, words.language)
  if (traitsOf(indicator).base === null) return words.t('charts:origin.sum-amount', { sum: text('value') })
  return words.t('charts:origin.sum-quotient', {
    dividend: text(isWeighted(indicator.measure) ? 'product' : 'value'),
    divisor: text('base'),
    value: valueText(figure.value, indicator, words),
  })
}
