import type { Quarter } from '../../src/calendar/quarter.ts'
import { cellKey } from '../../src/indicators/breakdown.ts'

/** Runs a statement with its values; gives the id of the row it made. */
export type Run = (text: string, ...bound: unknown[]) => number

/** Makes breakdowns, categories and cells as values name them, and the primary scheme of each quarter. */
export class CaseCells {
  private readonly known = new Map<string, number>([['', 1]])
  private readonly categories = new Map<string, { breakdown: number; id: number }>()
  private readonly breakdowns = new Map<string, number>()
  private readonly schemes = new Set<string>()
  private readonly spoken = new Set<Quarter>()

  constructor(private readonly run: Run) {}

  id(of: Record<string, string>, quarter: Quarter): number {
    const key = cellKey(of)
    const parts = Object.entries(of).map(([breakdown, category]) => this.category(breakdown, category))
    this.scheme(Object.keys(of), quarter)
    const known = this.known.get(key)
    if (known !== undefined) return known
    const id = this.run('insert into cell (key) values (?)', key)
    for (const part of parts)
      this.run(
        'insert into cell_category (cell_id, breakdown_id, category_id) values (?, ?, ?)',
        id,
        part.breakdown,
        part.id,
      )
    this.known.set(key, id)
    return id
  }

  private category(code: string, category: string): { breakdown: number; id: number } {
    const breakdown = this.breakdowns.get(code) ?? this.breakdown(code)
    const known = this.categories.get(`${code}=${category}`)
    if (known) return known
    const id = this.run(
      `insert into category (breakdown_id, code, name_vi, name_en, position) values (?, ?, '', '', 1)`,
      breakdown,
      category,
    )
    this.categories.set(`${code}=${category}`, { breakdown, id })
    return { breakdown, id }
  }

  private breakdown(code: string): number {
    const id = this.run(`insert into breakdown (code, name_vi, name_en, position) values (?, '', '', 1)`, code)
    this.breakdowns.set(code, id)
    return id
  }

  /** What a question keeps is a breakdown of the quarters that say nothing else. */
  keep(of: Record<string, string>, quarters: readonly Quarter[]): void {
    for (const [breakdown, category] of Object.entries(of)) this.category(breakdown, category)
    for (const quarter of quarters) if (!this.spoken.has(quarter)) this.scheme(Object.keys(of), quarter)
  }

  private scheme(codes: string[], quarter: Quarter): void {
    const name = `${quarter}/${[...codes].sort()}`
    this.spoken.add(quarter)
    if (codes.length === 0 || this.schemes.has(name)) return
    this.schemes.add(name)
    const id = this.run(
      `insert into scheme (indicator_id, kind, valid_from, valid_to, position) values (1, 'primary', ?, ?, 1)`,
      quarter,
      quarter,
    )
    for (const [i, code] of codes.entries())
      this.run(
        'insert into scheme_breakdown (scheme_id, position, breakdown_id) values (?, ?, ?)',
        id,
        i,
        this.breakdowns.get(code),
      )
  }
}
