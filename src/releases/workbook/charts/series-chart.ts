import { unitText } from '../../../indicators/in-words.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import type { CellRange, NativeChart } from '../../../spreadsheet/native-charts/chart.ts'
import { isFlow } from '../../../targets/target.ts'
import type { ReleaseTable } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { countsReached, scaledCell } from '../cells.ts'
import type { DataKey } from '../data-sheet/columns.ts'
import type { DataTable } from '../data-sheet/table.ts'
import { plainValue } from '../plan.ts'
import { CHART_COLOURS } from './colours.ts'

/** A chart that has no place on a sheet yet. */
export type UnplacedChart = Omit<NativeChart, 'over'>

/**
 * The project over time, with what was planned for each period: drawn from the rows of *Data*, where what is missing or hidden is
 * empty and so a gap. Null where there is nothing to compare, or where the rows do not stand together.
 */
export function seriesChart({ table }: ReleaseTable, data: DataTable, bilingual: Bilingual): UnplacedChart | null {
  const { indicator } = table
  const cells = table.cells[0] ?? []
  const rows = cells.map((cell) => data.nthOf(cell))
  if (rows.length < 2 || rows.some((row, nth) => row !== rows[0]! + nth)) return null
  const numbers = (key: DataKey): CellRange<number> => ({
    at: rangeAt(data, key, rows),
    values: cells.map((cell) => data.numberOf(cell, key)?.number ?? null),
  })
  const [achieved, planned] = [numbers('value'), numbers('target')]
  if (achieved.values.every((one) => one === null)) return null
  const hasPlan = planned.values.some((one) => one !== null)
  const whole = `${nameOf(indicator, bilingual)}${stagesOf(table, bilingual.of)}`
  return {
    kind: kindOf(indicator),
    title: titleOf(table, bilingual),
    alt: inOneLine(bilingual.t(`releases:workbook.chart.${hasPlan ? 'series-planned' : 'series'}`, { title: whole })),
    axes: {
      category: inOneLine(bilingual.t('releases:workbook.column.period')),
      value: inOneLine(
        bilingual.say((words) => (isCounted(table) ? words.t('charts:reached') : unitText(indicator, words))),
      ),
    },
    format: axisFormat(indicator, [...achieved.values, ...planned.values]),
    categories: { at: rangeAt(data, 'period', rows), values: rows.map((row) => textIn(data, 'period', row)) },
    series: [
      {
        name: inOneLine(bilingual.t('releases:workbook.chart.achieved')),
        colour: CHART_COLOURS.figure,
        values: achieved,
      },
      ...(hasPlan
        ? [
            {
              name: inOneLine(bilingual.t('releases:workbook.chart.planned')),
              colour: CHART_COLOURS.target,
              look: 'path' as const,
              values: planned,
            },
          ]
        : []),
    ],
  }
}

/** A milestone of several reporters is no stage but how many have reached it. */
function isCounted({ cells }: ReleaseTable['table']): boolean {
  return cells.flat().some(countsReached)
}

/** Longer titles have so many lines that they leave a chart no room to be drawn in. */
const LONGEST_TITLE = 100

/**
 * What a chart is of, with what the numbers of its stages mean. Where that is too long its indicator is told by its code, by which the
 * table beside it has its name, and stages in the first language alone.
 */
function titleOf(table: ReleaseTable['table'], bilingual: Bilingual): string {
  const { indicator } = table
  const name = nameOf(indicator, bilingual)
  const titles = [bilingual.of, bilingual.short].flatMap((say) => {
    const stages = stagesOf(table, say)
    return stages === '' ? [name] : [`${name}${stages}`, `${indicator.code}${stages}`]
  })
  return titles.find((one) => one.length <= LONGEST_TITLE) ?? titles.at(-1)!
}

function nameOf(indicator: Indicator, bilingual: Bilingual): string {
  return `${indicator.code} ${inOneLine(bilingual.of(indicator.name))}`
}

/** An axis has numbers alone: what they mean is told with the title. */
function stagesOf(table: ReleaseTable['table'], say: Bilingual['of']): string {
  const { stages } = table.indicator
  if (traitsOf(table.indicator).shown !== 'stage' || isCounted(table)) return ''
  return ` (${stages.map((stage, nth) => `${nth} ${inOneLine(say(stage))}`).join(' · ')})`
}

/** Of shares whole per cents, unless all are small. */
function axisFormat(indicator: Indicator, values: readonly (number | null)[]): string {
  const { format } = scaledCell(0, indicator)
  const isSmall = values.every((one) => one === null || Math.abs(one) < 0.1)
  return format.endsWith('%') && !isSmall ? '0%' : format
}

/** Amounts of periods are bars, levels a line, stages steps. */
function kindOf(indicator: Indicator): NativeChart['kind'] {
  if (traitsOf(indicator).shown === 'stage') return 'step'
  return isFlow(indicator) ? 'bar' : 'line'
}

function rangeAt(data: DataTable, key: DataKey, rows: readonly number[]): string {
  return `data!${data.rangeOf(key, rows[0]!, rows.at(-1)!)}`
}

function textIn(data: DataTable, key: DataKey, row: number): string {
  const at = data.columns.findIndex((column) => column.key === key)
  return String(plainValue(data.cells[row]?.[at] ?? null) ?? '')
}
