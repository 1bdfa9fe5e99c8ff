import type { MarkedBlock, RowPlan } from '../plan.ts'

/**
 * The tables of a sheet that has several: from each row of headings on, as far as rows without a look of their own follow it.
 * @param names one for each row of headings, in their order, by which formulas and other programs find it
 */
export function blocksIn(rows: readonly RowPlan[], names: readonly string[]): MarkedBlock[] {
  const headings = rows.flatMap(({ style }, at) => (style === 'heading' ? [at] : []))
  return headings.map((at, nth) => {
    const after = rows.findIndex(({ style }, other) => other > at && style !== undefined)
    return { name: names[nth]!, headingRow: at + 1, lastRow: after === -1 ? rows.length : after }
  })
}
