import type { PublishableCell, PublishableTable } from '../disclosure/publishable.ts'
import type { Component, Indicator } from '../indicators/indicator.ts'
import { baseCells, valueCell } from './cells.ts'
import type { ReleaseContent, ReleaseTable } from './content.ts'
import type { Cell, RowPlan, SheetPlan } from './plan.ts'
import { periodLine } from './sheet-tracking.ts'
import type { Voice } from './voice.ts'

/** Every table of a component's indicators, one under the other: quarters of the project, provinces, breakdowns. */
export function componentSheet(
  content: ReleaseContent,
  component: Component | null,
  voice: Voice,
  names: { key: string; name: string },
): SheetPlan | null {
  const tables = content.tables.filter(
    ({ section, table }) => section !== 'tracking' && table.indicator.component === component,
  )
  if (tables.length === 0) return null
  const width = 1 + Math.max(...tables.map(({ table }) => table.columns.length))
  const rows: RowPlan[] = [
    { cells: [voice.t(`common:component.${component ?? 'cross-cutting'}`)], style: 'title' },
    { cells: [periodLine(content, voice)], style: 'subtitle' },
  ]
  for (const { code } of content.indicators) {
    const own = tables.filter(({ table }) => table.indicator.code === code)
    if (own.length > 0) rows.push(...indicatorRows(own, voice, width))
  }
  return {
    key: names.key,
    name: names.name,
    columns: [{ width: 40 }, ...Array.from({ length: width - 1 }, () => ({ width: 13 })), { width: 44 }],
    rows,
    freeze: { rows: 2, columns: 1 },
    print: { landscape: true, repeatRows: 0 },
  }
}

function indicatorRows(tables: readonly ReleaseTable[], voice: Voice, width: number): RowPlan[] {
  const { indicator, source, asAt } = tables[0]!.table
  const title = `${indicator.code}  ${voice.of(indicator.name)} (${unitOf(indicator, voice)})`
  return [
    { cells: [] },
    { cells: [oneLine(title)], style: 'group' },
    {
      cells: [
        ...filler(width + 1),
        voice.t('releases:workbook.source', { source: voice.of(source), asAt: voice.instant(asAt) }),
      ],
    },
    ...tables.flatMap((one) => tableRows(one, voice, width)),
  ]
}

function tableRows({ table, breakdown }: ReleaseTable, voice: Voice, width: number): RowPlan[] {
  const columns = table.columns.map((column) => [voice.of(column.label), column.dates ? voice.short(column.dates) : ''])
  const corner = breakdown ? voice.of(breakdown) : voice.t('releases:workbook.column.place')
  const heading: Cell[] = [corner, ...columns.map((parts) => parts.filter((part) => part !== '').join('\n'))]
  const notes = table.rows.map((_, at) => noteOn(table, table.cells[at] ?? [], voice))
  const rows = table.rows.flatMap((row, at): RowPlan[] => {
    const cells = table.cells[at] ?? []
    const label = voice.of(row.label)
    return [
      {
        cells: [
          label,
          ...padded(
            cells.map((cell) => valueCell(cell, table.indicator)),
            width,
          ),
          at > 0 && notes[at] !== '–' && notes[at] === notes[at - 1]
            ? voice.t('releases:workbook.as-above')
            : notes[at]!,
        ],
      },
      ...baseRows(table.indicator, cells, label, voice),
    ]
  })
  const overlaps: RowPlan[] = table.overlapping
    ? [{ cells: [oneLine(voice.t('releases:workbook.overlapping'))], style: 'subtitle' }]
    : []
  return [
    { cells: [] },
    {
      cells: [...heading, ...filler(width - table.columns.length), voice.t('releases:workbook.column.notes')],
      style: 'heading',
    },
    ...rows,
    ...overlaps,
  ]
}

/** What a ratio, mean or median rests on, under its value. */
function baseRows(indicator: Indicator, cells: readonly PublishableCell[], label: string, voice: Voice): RowPlan[] {
  const { measure, countingUnit, baseUnit } = indicator
  if (measure === 'count' || measure === 'milestone') return []
  const bases = cells.map((cell) => baseCells(cell, indicator))
  const of = (key: 'numerator' | 'denominator' | 'n', unit: string) =>
    `${oneLine(label)}: ${oneLine(voice.t(`releases:workbook.${key}`, { unit: oneLine(unit) }))}`
  const base = voice.of(baseUnit ?? countingUnit)
  const upper = measure === 'ratio' ? of('numerator', base) : of('n', base)
  const rows: RowPlan[] = [{ cells: [upper, ...bases.map((one) => one.upper)] }]
  if (measure === 'ratio') rows.push({ cells: [of('denominator', base), ...bases.map((one) => one.lower)] })
  return rows
}

/** What is partial, carried or broken, in words, with the periods in which it is. */
function noteOn({ columns }: PublishableTable, cells: readonly PublishableCell[], voice: Voice): string {
  const notes = (['partial', 'carried', 'break'] as const).flatMap((flag) => {
    const found = cells.flatMap(({ shown }, at) => {
      if (shown.kind === 'confidential' || !shown.figure.flags.includes(flag)) return []
      const period = voice.short(columns[at]!.label)
      return [flag === 'partial' ? `${period} ${shown.figure.coverage.join('/')}` : period]
    })
    return found.length === 0 ? [] : [`${oneLine(voice.t(`releases:workbook.${flag}-note`))}: ${found.join(', ')}`]
  })
  return notes.length === 0 ? '–' : notes.join('\n')
}

function unitOf({ measure, countingUnit, baseUnit, scale }: Indicator, voice: Voice): string {
  const unit = oneLine(voice.of(countingUnit))
  if (measure !== 'ratio' || !baseUnit) return unit
  return scale === 100 ? `%, ${unit}` : `${unit} / ${scale} ${oneLine(voice.of(baseUnit))}`
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}

function padded(cells: Cell[], width: number): Cell[] {
  return [...cells, ...filler(width - cells.length)]
}

/** Places beside a table that is narrower than the sheet's widest. */
function filler(count: number): null[] {
  return Array.from({ length: Math.max(0, count - 1) }, () => null)
}
