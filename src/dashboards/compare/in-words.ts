import type { Words } from '../../language/words.ts'
import type { SideDifference } from './difference.ts'

/** A row of a comparison, as far as it is told. */
export type ToldRow = {
  period: string
  values: readonly { text: string; isNumber: boolean }[]
  difference: SideDifference
  /** All of the periods as one. */
  isWhole: boolean
}

/**
 * "Q3 2021 – Nghệ An: 30; Hà Tĩnh: 17; difference: +13." Of all periods as one where these can be subtracted, else of the last period
 * that can; where none can, with why not.
 */
export function comparisonText(
  rows: readonly ToldRow[],
  [first, second]: readonly [string, string],
  { t }: Words,
): string {
  const known = rows.filter(({ values }) => values.every(({ isNumber }) => isNumber))
  const [whole] = known.filter(({ isWhole }) => isWhole)
  const compared = known.filter(({ difference }) => 'text' in difference)
  const row = (whole && 'text' in whole.difference ? whole : compared.at(-1)) ?? whole ?? known.at(-1)
  if (!row) return t('charts:compare.nothing')
  const [one, other] = row.values as [ToldRow['values'][number], ToldRow['values'][number]]
  const values = { period: row.period, first, second, one: one.text, other: other.text }
  if ('why' in row.difference) {
    const { sentence } = row.difference
    return sentence === ''
      ? t('charts:compare.told', values)
      : t('charts:compare.told-why', { ...values, why: sentence })
  }
  return t('charts:compare.told-by', { ...values, by: row.difference.text })
}
