import type { PublishableCell } from '../../../../disclosure/publishable.ts'
import { unitText } from '../../../../indicators/in-words.ts'
import { traitsOf } from '../../../../indicators/measure.ts'
import type { ReleaseTable } from '../../../content/content.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import type { LiveCells } from '../../data-sheet/live.ts'
import type { Cell } from '../../plan.ts'
import { type DetailColumn, periodKey } from './periods.ts'

type ToldIndicator = ReleaseTable['table']['indicator']

export type Context = { bilingual: Bilingual; live: LiveCells }

/** What a value of an indicator rests on: nothing, n, or numerator and denominator. */
export type BaseName = 'numerator' | 'denominator' | 'n'
/** Of these the one that stands first, whatever it is, and that by which it is divided. */
export type BaseSide = 'upper' | 'lower'

const SIDES = {
  denominator: [
    ['numerator', 'upper'],
    ['denominator', 'lower'],
  ],
  n: [['n', 'upper']],
} as const satisfies Record<string, readonly (readonly [BaseName, BaseSide])[]>

export function basesOf(indicator: ToldIndicator): readonly (readonly [BaseName, BaseSide])[] {
  const { base } = traitsOf(indicator)
  return base === null ? [] : SIDES[base]
}

/** A value with what it rests on, as cells. */
export type ValueCells = { value: Cell } & Partial<Record<BaseSide, Cell>>

/** A place or category of an indicator: what stands before its figures, these by the keys of their columns, and what stands after them. */
export type DetailRow = {
  indicator: ToldIndicator
  lead: readonly Cell[]
  values: ReadonlyMap<string, ValueCells>
  after: ReadonlyMap<string, Cell>
}

/** An indicator on a sheet of details: its title, its rows, and what has to be known of them. */
export type DetailPart = {
  indicator: ToldIndicator
  /** Null: it goes on from the part before. */
  title: string | null
  /** What holds of all that stands under the title. */
  about: string[]
  rows: DetailRow[]
  /** What holds of these rows alone. */
  notes: string[]
}

/** What a sheet of details holds: the headings before and after those of values, and its indicators. */
export type DetailTable = {
  /** After that of the code. */
  lead: string[]
  periods: DetailColumn[]
  after: { key: string; heading: string }[]
  parts: DetailPart[]
}

export function detailRow(
  { lead, figures }: { lead: readonly Cell[]; figures: readonly PublishableCell[] },
  indicator: ToldIndicator,
  context: Context,
): DetailRow {
  const values = figures.map((cell) => [periodKey(cell.period), valueCells(cell, indicator, context)] as const)
  return { indicator, lead, values: new Map(values), after: new Map() }
}

export function valueCells(cell: PublishableCell, indicator: ToldIndicator, { bilingual, live }: Context): ValueCells {
  const base = live.base(cell, indicator)
  return {
    value: live.value(cell, indicator, bilingual),
    ...Object.fromEntries(basesOf(indicator).map(([, side]) => [side, base[side]])),
  }
}

/** "Name (unit)": over the rows of an indicator, beside its code. */
export function detailTitle(indicator: ToldIndicator, bilingual: Bilingual): string {
  const unit = bilingual.say((words) => unitText(indicator, words))
  return inOneLine(`${bilingual.of(indicator.name)} (${unit})`)
}
