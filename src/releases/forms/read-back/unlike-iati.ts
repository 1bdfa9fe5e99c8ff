import { datesOf } from '../../../calendar/span.ts'
import { PROJECT } from '../../../figures/question.ts'
import { numberStyleOf } from '../../../indicators/measure.ts'
import { projectSpan } from '../../../project/project.ts'
import { spanOfCell } from '../../../targets/figure-table.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { DataKey } from '../../workbook/data-sheet/columns.ts'
import { breakdownCode, type DataRow } from '../../workbook/data-sheet/rows.ts'
import type { DataTable } from '../../workbook/data-sheet/table.ts'
import type { CellDifference } from '../../workbook/file-check.ts'
import { plainValue } from '../../workbook/plan.ts'
import { type IatiFigure, iatiFiguresIn } from './iati-figures.ts'
import { isNear } from './unlike-csv.ts'

/** Numbers that may be said of one thing, on the scale stored: two plans may be told of one period. */
type ExpectedNumbers = Map<string, number[]>

/**
 * Numbers of a finished IATI file that are not those of the figures, of their targets on *Data* and of baselines; those that are missing;
 * those of what is hidden, of which nothing may be told. `at` says what they are of.
 * @throws NotAWorkbook where it is not well-formed
 */
export function unlikeIati(xml: string, data: DataTable, content: ReleaseContent): CellDifference[] {
  const expected = expectedIn(data, content)
  const scales = new Map(content.indicators.map((one) => [one.code, numberStyleOf(one)]))
  const told = new Set<string>()
  const wrong = iatiFiguresIn(xml).flatMap((figure): CellDifference[] => {
    const at = placeOf(figure)
    const isAgain = told.has(at)
    told.add(at)
    const mayBe = expected.get(at) ?? []
    const style = scales.get(figure.indicator) ?? { scale: 1, isPercent: false }
    const number = Number(figure.value)
    // How many of how many have reached a stage is no percentage, whatever its indicator is.
    const stored = !style.isPercent ? number / style.scale : figure.measure === PERCENTAGE ? number / 100 : number
    const isRight = figure.value !== '' && !isAgain && mayBe.some((one) => isNear(one, stored))
    return isRight ? [] : [{ at: `iati ${at}`, expected: mayBe[0] ?? null, found: figure.value }]
  })
  const missing = [...expected].filter(([at]) => !told.has(at))
  return [...wrong, ...missing.map(([at, [one]]) => ({ at: `iati ${at}`, expected: one ?? null, found: null }))]
}

/** Of the standard's list IndicatorMeasure. */
const PERCENTAGE = '2'

function expectedIn(data: DataTable, content: ReleaseContent): ExpectedNumbers {
  const expected: ExpectedNumbers = new Map()
  const note = (at: string, number: number | null) => {
    if (number !== null) expected.set(at, [...(expected.get(at) ?? []), number])
  }
  const whole = datesOf(projectSpan(content.project))
  const columns = new Map(data.columns.map(({ key }, nth) => [key, nth]))
  for (const [nth, row] of data.rows.entries()) {
    const { shown } = row.cell
    if (shown.kind === 'confidential') continue
    const { isPercent, scale } = numberStyleOf(row.one.table.indicator)
    // Targets are asked of *Data*, whose numbers are in the unit; a share is stored as it stands there.
    const onSheet = (key: DataKey) => {
      const value = plainValue(data.cells[nth]?.[columns.get(key) ?? -1] ?? null)
      return typeof value === 'number' ? value / (isPercent ? 1 : scale) : null
    }
    const { figure } = shown
    if (figure.state === 'reported') note(whereIs('actual', row), figure.value)
    note(whereIs('target', row), onSheet('target'))
    note(whereIs('target', row), onSheet('planned'))
    note(whereIs('target', row, whole), onSheet('lop'))
  }
  for (const [code, { at, value }] of content.baselines) {
    const { last } = datesOf({ from: at, to: at })
    if (content.indicators.some((one) => one.code === code))
      note(['baseline', code, last, last, '', ''].join(' '), value)
  }
  return expected
}

type Days = { first: string; last: string }

function whereIs(
  kind: IatiFigure['kind'],
  row: DataRow,
  { first, last }: Days = datesOf(spanOfCell(row.cell)),
): string {
  const { indicator, group, cell } = row.cell.ref
  const isPartner = row.content.areas.some(({ slug, isPartner }) => slug === group && isPartner)
  const dimensions = [
    ...(isPartner ? [`partner=${group}`] : []),
    ...(cell === '' ? [] : [`${breakdownCode(row.one)}=${cell.slice(cell.indexOf('=') + 1)}`]),
  ]
  const location = group === PROJECT || isPartner ? '' : group
  return [kind, indicator, first, last, location, dimensions.join(' ')].join(' ')
}

function placeOf({ kind, indicator, first, last, location, dimensions }: IatiFigure): string {
  return [kind, indicator, first, last, location, dimensions].join(' ')
}
