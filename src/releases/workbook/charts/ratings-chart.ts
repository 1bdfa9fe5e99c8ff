import { columnLetters } from '../../../spreadsheet/address.ts'
import type { CellRange } from '../../../spreadsheet/native-charts/chart.ts'
import { ragText } from '../../../targets/in-words.ts'
import { RAG } from '../../../vocabulary/rag.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { plainValue, type RowPlan } from '../plan.ts'
import { TONE_COLOURS } from '../theme.ts'
import type { UnplacedChart } from './series-chart.ts'

/** Columns of the table of components before those of ratings: their names, and how many indicators there are. */
const BEFORE = 2

/**
 * How many indicators of each component are on plan, from the cells of the table beside it.
 * @param rows of the table, without its headings
 * @param first which row of the sheet the first of them is, from 0
 */
export function ratingsChart(rows: readonly RowPlan[], first: number, bilingual: Bilingual): UnplacedChart {
  const range = (column: number) => {
    const letters = columnLetters(column)
    return `summary!$${letters}$${first + 1}:$${letters}$${first + rows.length}`
  }
  const inColumn = <T>(column: number, read: (value: string | number | null) => T | null): CellRange<T> => ({
    at: range(column),
    values: rows.map(({ cells }) => read(plainValue(cells[column] ?? null))),
  })
  return {
    kind: 'stacked',
    title: inOneLine(bilingual.t('releases:workbook.chart.ratings')),
    alt: inOneLine(bilingual.t('releases:workbook.chart.ratings-alt')),
    axes: {
      category: inOneLine(bilingual.t('releases:workbook.summary.component')),
      value: inOneLine(bilingual.t('releases:workbook.summary.indicators')),
    },
    format: '0',
    categories: inColumn(0, (value) => String(value ?? '')),
    series: RAG.map((rag, nth) => ({
      name: inOneLine(bilingual.say((words) => ragText(rag, words))),
      colour: TONE_COLOURS[rag],
      values: inColumn(BEFORE + nth, (value) => (typeof value === 'number' ? value : null)),
    })),
  }
}
