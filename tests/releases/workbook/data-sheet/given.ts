import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import type { Indicator } from '../../../../src/indicators/indicator.ts'
import type { ReleaseContent, ReleaseTable } from '../../../../src/releases/content/content.ts'
import type { DataKey } from '../../../../src/releases/workbook/data-sheet/columns.ts'
import type { DataRow } from '../../../../src/releases/workbook/data-sheet/rows.ts'
import type { Operand } from '../../../../src/releases/workbook/data-sheet/worked-out.ts'
import type { Progress } from '../../../../src/targets/progress.ts'
import { q } from '../../../support/small-project.ts'

/** Figures written by hand, as rows of *Data* hold them. */

type Where = Partial<Pick<PublishableCell, 'covers' | 'period'>> & Partial<PublishableCell['ref']>

export function figureCell(
  figure: Figure | 'confidential',
  { covers = null, period = { from: q('2021-Q1'), to: q('2021-Q4') }, ...ref }: Where = {},
  { target = null, progress = null }: { target?: number | null; progress?: Progress | null } = {},
): PublishableCell {
  const shown: PublishableCell['shown'] =
    figure === 'confidential' ? { kind: 'confidential' } : { kind: 'figure', figure, target, progress }
  return { id: 'x', ref: { indicator: 'V3', group: 'project', span: '2021', cell: '', ...ref }, shown, period, covers }
}

type About = { table?: object; breakdown?: ReleaseTable['breakdown']; content?: Partial<ReleaseContent> }

export function dataRow(cell: PublishableCell, indicator: Indicator, { table, breakdown, content }: About = {}) {
  const heading = (text: string) => ({ key: text, label: { vi: `${text} (vi)`, en: text } })
  return {
    ...{ cell, row: heading('row'), column: heading('column'), against: {}, before: null },
    one: { section: 'series', breakdown: breakdown ?? null, table: { indicator, rowsAre: 'places', ...table } },
    content: { baselines: new Map(), ...content },
  } as unknown as DataRow
}

/** Numbers of a row, each in a cell that is called as its column. */
export function numbersOf(given: Partial<Record<DataKey, number>>): (key: DataKey) => Operand | null {
  return (key) => (given[key] === undefined ? null : { at: key, number: given[key] })
}
