import type { Indicator } from '../../indicators/indicator.ts'
import { COUNTED_PARTS, type CountedPart } from '../../indicators/measure.ts'
import type { FigureTable, TableCell } from '../../targets/figure-table.ts'
import type { ReleaseAudience } from '../../vocabulary/release.ts'
import { countedParts, partId } from '../counted-parts.ts'
import type { LedgerFigure, LedgerRelease } from './ledger.ts'

/**
 * A figure that can't be shown as it is now may be held at the number that earlier releases showed of it. Who is shown a release
 * has that number already; and which figures are held follows from which are suppressed and which were shown before, so that
 * `[h]` tells nothing that `[c]` does not. That is why small figures are held like those that protect others, and why it plays no
 * part how much a figure has changed: both would be told.
 */
export type EarlierNumber = {
  /** The release that showed it first, before later ones held it, and as at which instant. */
  releaseId: number
  asAt: number
  /** On the scale stored. */
  value: number
  /** What it counts: the atoms by name, and how many they came to. */
  parts: ReadonlyMap<CountedPart, { sum: readonly string[]; shown: number }>
}

/** By id of the cell. */
export type EarlierNumbers = ReadonlyMap<string, EarlierNumber>

export type HoldableCell = { cell: TableCell; number: EarlierNumber }

/** By `holdKey`: a figure that stands in two tables may be held against different targets in them. */
export type HoldableCells = ReadonlyMap<string, HoldableCell>

export function holdKey(tableId: string, cellId: string): string {
  return `${tableId} ${cellId}`
}

/** The ledger's name for what a figure says, beside the counts it is made of. */
export function valueId(cellId: string): string {
  return `${cellId}|value`
}

/**
 * What was last shown of each figure that counts people, to those who see a release, by the newest release that did not hold it itself. A zero is not
 * held: it would say that there is nobody.
 * @param ledger oldest first
 */
export function lastShown(
  ledger: readonly (LedgerRelease & { asAt: number })[],
  audience: ReleaseAudience,
): EarlierNumbers {
  const numbers = new Map<string, EarlierNumber>()
  const seen = ledger.filter((release) => audience === 'donor' || release.audience === 'public')
  for (const { releaseId, asAt, atoms, figures } of seen) {
    const byId = new Map(figures.map((figure) => [figure.figureId, figure]))
    for (const { figureId, shown, withheld } of figures) {
      const cellId = figureId.endsWith(valueId('')) ? figureId.slice(0, -valueId('').length) : null
      if (cellId === null || shown === null || withheld !== null) continue
      numbers.set(cellId, { releaseId, asAt, value: shown, parts: partsOf(cellId, byId, atoms) })
    }
  }
  return new Map([...numbers].filter(([, { value, parts }]) => value !== 0 && parts.size > 0))
}

function partsOf(
  cellId: string,
  figures: ReadonlyMap<string, LedgerFigure>,
  atoms: readonly string[],
): EarlierNumber['parts'] {
  const parts = COUNTED_PARTS.flatMap((part) => {
    const found = figures.get(partId(cellId, part))
    if (!found || found.shown === null) return []
    return [[part, { sum: found.atoms.map((nth) => atoms[nth]!), shown: found.shown }] as const]
  })
  return new Map(parts)
}

/** Whether a figure says what an earlier release said of it: the same value, of the same counts. */
export function saysTheSame(
  cell: Pick<TableCell, 'figure'>,
  indicator: Pick<Indicator, 'measure' | 'sensitivity'>,
  { value, parts }: EarlierNumber,
): boolean {
  const counts = countedParts(cell, indicator)
  return (
    cell.figure.value === value &&
    counts.length === parts.size &&
    counts.every(([part, count]) => parts.get(part)?.shown === count)
  )
}

/**
 * The figures that bear the sign of being held: those that have to go and were shown before and, with one such figure of an
 * indicator, all of its figures that say what was said before. Which of them have changed, and so to whom a correction of a few
 * belongs, is not to be read off the signs.
 * @param hides whether a figure has to go
 * @returns keys of cells (`holdKey`)
 */
export function heldCells(
  tables: readonly FigureTable[],
  holdable: HoldableCells,
  hides: (cell: TableCell, indicator: Indicator) => boolean,
): Set<string> {
  const [held, alike] = [new Set<string>(), new Map<string, string>()]
  const indicators = new Set<string>()
  for (const { id, indicator, cells } of tables)
    for (const cell of cells.flat()) {
      const key = holdKey(id, cell.id)
      const found = holdable.get(key)
      if (!found) continue
      if (hides(cell, indicator)) {
        held.add(key)
        indicators.add(indicator.code)
      } else if (saysTheSame(cell, indicator, found.number)) alike.set(key, indicator.code)
    }
  return new Set([...held, ...[...alike].filter(([, code]) => indicators.has(code)).map(([key]) => key)])
}
