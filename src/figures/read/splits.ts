import type { Quarter } from '../../calendar/quarter.ts'
import type { Categories } from '../../indicators/breakdown.ts'
import { schemesIn } from '../../indicators/breakdown.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { isTyped, isUndivided, keysOf, type Split } from '../split.ts'

/** Under a split, which figure (by number; ALL for what came at all) a cell belongs to. Cell 0 = not applicable. */
export type Keyed = { split: number; cell: number; key: number }

/** Whatever came, told apart from what came for the question's own cells. */
export const ALL = -1

/** Which cell belongs to which figures, per indicator and quarter; equal ones share a number. */
export class Splits {
  readonly rows: Keyed[] = []
  readonly divided: boolean
  private readonly known = new Map<string, number>()
  private readonly numbers: Map<string, number>

  constructor(
    private readonly cells: readonly { id: number; categories: Categories }[],
    private readonly split: Split,
    keys: readonly string[],
  ) {
    this.divided = !isUndivided(split)
    this.numbers = new Map(keys.map((key, i) => [key, i]))
  }

  /** -1: every cell counts, undivided. */
  of(indicator: DefinedIndicator, quarter: Quarter): number {
    if (!this.divided && indicator.schemes.every((scheme) => scheme.kind === 'primary')) return -1
    const name = schemesIn(indicator, quarter)
      .map((scheme) => scheme.id)
      .join()
    const known = this.known.get(name)
    if (known !== undefined) return known
    const number = this.known.size
    this.known.set(name, number)
    this.add(number, indicator, quarter)
    return number
  }

  /** Numbers of the figures a cell belongs to in a quarter; 0 = the undivided one. */
  keysOf(indicator: DefinedIndicator, quarter: Quarter, cell: number): number[] {
    const { categories } = this.cells.find(({ id }) => id === cell)!
    return keysOf(indicator, quarter, this.split, categories).map((key) => this.numbers.get(key)!)
  }

  private add(split: number, indicator: DefinedIndicator, quarter: Quarter): void {
    this.rows.push({ split, cell: 0, key: this.divided ? ALL : 0 })
    for (const cell of this.divided
      ? this.cells.filter(({ categories }) => isTyped(indicator, categories))
      : this.cells) {
      if (this.divided) this.rows.push({ split, cell: cell.id, key: ALL })
      for (const key of keysOf(indicator, quarter, this.split, cell.categories)) {
        this.rows.push({ split, cell: cell.id, key: this.numbers.get(key)! })
      }
    }
  }
}
