import { dayAt } from '../../../calendar/day.ts'
import { datesOf } from '../../../calendar/span.ts'
import { earlierNumberIn, gapIn, type PublishableCell } from '../../../disclosure/publishable.ts'
import { markWord, valueText, whyText } from '../../../figures/in-words.ts'
import { MARKS } from '../../../figures/marks.ts'
import { PROJECT } from '../../../figures/question.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { traitsOf } from '../../../indicators/measure.ts'
import { NOTHING } from '../../../language/text.ts'
import { serialOfDay } from '../../../spreadsheet/serial-day.ts'
import { spanOfCell } from '../../../targets/figure-table.ts'
import type { Bilingual } from '../bilingual.ts'
import { markCell, scaledCell } from '../cells.ts'
import type { Cell, FormattedCell } from '../plan.ts'
import type { DataRow } from './rows.ts'

/** In a column of numbers stands a number or nothing: why there is none stands in the column of signs. */
export function numberOnly(cell: Cell): FormattedCell | null {
  return typeof cell === 'object' && cell !== null && 'number' in cell ? cell : null
}

/** The sign in the place of a number, or of one that is held. */
export function signOfCell(cell: PublishableCell): Cell {
  const gap = gapIn(cell.shown)
  if (gap) return markCell(gap)
  return earlierNumberIn(cell) ? MARKS.held.sign : NOTHING
}

/** What a stage is called, or how many of how many have reached it. */
export function stageOf({ cell: { shown }, one: { table } }: DataRow, bilingual: Bilingual): string {
  if (traitsOf(table.indicator).shown !== 'stage' || shown.kind === 'confidential') return NOTHING
  const { value, of } = shown.figure
  if (value === null) return NOTHING
  return of === undefined ? bilingual.say((words) => valueText(value, table.indicator, words)) : `${value} / ${of}`
}

/** Of the whole project; those of places are not part of a report. */
export function baselineOf({ cell: { ref }, one: { table }, content }: DataRow): Cell {
  if (ref.group !== PROJECT || ref.cell !== '') return null
  const value = content.baselines.get(table.indicator.code)?.value ?? null
  return value === null ? null : scaledCell(value, table.indicator)
}

/** What was planned, as a number also where sheets name a stage. */
export function plannedOf({ shown }: PublishableCell, indicator: Indicator): FormattedCell | null {
  return shown.kind === 'confidential' || shown.target === null ? null : scaledCell(shown.target, indicator)
}

/** The target of the life of the project, or of a phase. */
export function lifeTargetOf({ shown }: PublishableCell, indicator: Indicator): FormattedCell | null {
  const life = shown.kind === 'confidential' ? undefined : shown.progress?.life
  return life ? scaledCell(life.target, indicator) : null
}

/** A day as spreadsheets count it, written as the languages do: as ISO 8601 does where there are two. */
function dateIn(isoDay: string, { languages }: Bilingual): FormattedCell {
  const format = languages.length > 1 ? 'yyyy\\-mm\\-dd' : { vi: 'dd/mm/yyyy', en: 'd mmm yyyy' }[languages[0]!]
  return { number: serialOfDay(isoDay), format }
}

export function dateCell(cell: PublishableCell, which: 'first' | 'last', bilingual: Bilingual): Cell {
  return dateIn(datesOf(spanOfCell(cell))[which], bilingual)
}

/** The day that a figure is of: what is held bears an earlier one. */
export function asAtOf({ cell, one }: DataRow, bilingual: Bilingual): Cell {
  return dateIn(dayAt(earlierNumberIn(cell)?.asAt ?? one.table.asAt), bilingual)
}

export function coverageOf({ shown }: PublishableCell, nth: 0 | 1): Cell {
  return shown.kind === 'confidential' ? null : shown.figure.coverage[nth]
}

export function flagCodes({ shown }: PublishableCell): string {
  if (shown.kind === 'confidential') return MARKS.confidential.sign
  return shown.figure.flags.join(', ') || NOTHING
}

export function flagWords({ shown }: PublishableCell, bilingual: Bilingual): string {
  if (shown.kind === 'confidential') return MARKS.confidential.sign
  const { flags, why } = shown.figure
  const said = [
    ...(why === 'definitions' ? [bilingual.say((words) => whyText(why, words))] : []),
    ...flags.map((flag) => bilingual.say((words) => markWord(flag, words))),
  ]
  return said.join(', ') || NOTHING
}
