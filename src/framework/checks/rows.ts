import type { ListName } from '../list-name.ts'
import type { ListProblem, ProblemCode } from '../problem.ts'

/** Gathers what is wrong with one list; `row` is counted from 0 here, as lists are. */
export class Findings {
  readonly problems: ListProblem[] = []

  constructor(private readonly list: ListName) {}

  add(row: number | null, name: string | null, field: string, code: ProblemCode, given: string | null = null): void {
    const at = row === null ? null : row + 1
    this.problems.push({ list: this.list, row: at, name, field, code, given, among: [] })
  }

  /** Each row's name is its own. @returns the names */
  once(names: readonly string[], field: string): Set<string> {
    const seen = new Set<string>()
    for (const [row, name] of names.entries()) {
      if (seen.has(name)) this.add(row, name, field, 'twice', name)
      seen.add(name)
    }
    return seen
  }
}

/** Something that holds from a moment to another; `to` null = for ever, otherwise the first moment after. */
export type DatedRow<Moment extends string | number> = { of: string; from: Moment; to: Moment | null }

/** Rows that hold at the same time as an earlier one of the same kind, by their places in the list. */
export function overlappingRows<Moment extends string | number>(rows: readonly DatedRow<Moment>[]): number[] {
  const byKind = new Map<string, DatedRow<Moment>[]>()
  return rows.flatMap((row, at) => {
    const before = byKind.get(row.of) ?? []
    byKind.set(row.of, [...before, row])
    const meets = before.some(
      (other) => (row.to === null || other.from < row.to) && (other.to === null || row.from < other.to),
    )
    return meets ? [at] : []
  })
}

/** Whether following `next` from somewhere leads back to it. */
export function leadsBack(start: string, next: (name: string) => readonly string[]): boolean {
  const seen = new Set<string>()
  const open = [...next(start)]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === start) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...next(at))
  }
  return false
}
