import type { Answer } from '../../src/figures/answer.ts'
import { ask } from '../../src/figures/ask.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Question } from '../../src/figures/question.ts'
import { type Categories, categoriesOf } from '../../src/indicators/breakdown.ts'
import { cellIdOf } from '../../src/indicators/cell-store.ts'
import { q, SmallProject } from './small-project.ts'

export { q }
export const NOW = Date.UTC(2026, 0, 1)

type Amount = number | [value: number, base: number]
type CellAmount = { of: Categories; amount: Amount }
/** What a reporter gives for an indicator: a number, numbers by cell (`sex=female` or its categories), or not applicable. */
export type Given = Amount | Record<string, Amount> | CellAmount[] | 'n/a'
type Reporter = [place: string, quarter: string, partner?: string]

/** The world of most tests: a small project, what was reported in it, and the questions put to it. */
export class World extends SmallProject {
  /** An approved value, in force from one instant to another. */
  fact(
    [code, ...reporter]: [code: string, ...Reporter],
    given: Given,
    { from = 0, to = null as number | null } = {},
  ): this {
    const { place, quarter, partner } = this.reporter(reporter)
    for (const { cell, value, base } of this.rowsOf(given))
      this.run(
        `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, approved_to, state, value, base)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[this.id(`indicator ${code}`), quarter, place, partner, cell, from, to],
        ...(value === null ? ['not applicable', null, null] : ['reported', value, base]),
      )
    return this
  }

  /** A submission with its values per indicator, in place of what it held before; blank = 'not reported'. @returns its id */
  submission(reporter: Reporter, values: Record<string, Given | 'blank'>, state = 'submitted', at = 0): number {
    const { place, quarter, partner } = this.reporter(reporter)
    this.run(
      `insert into submission (partner_id, place_id, quarter, state, version, changed_at) values (?, ?, ?, ?, 1, ?)
       on conflict (partner_id, place_id, quarter) do update set state = excluded.state, changed_at = excluded.changed_at`,
      ...[partner, place, quarter, state, at],
    )
    const id = this.db.$client
      .prepare('select id from submission where partner_id = ? and place_id = ? and quarter = ?')
      .pluck()
      .get(partner, place, quarter) as number
    this.run('delete from entry where submission_id = ?', id)
    for (const [code, given] of Object.entries(values)) this.entries(id, code, given)
    return id
  }

  /** Writes down that somebody submitted, approved … a submission. */
  happened(submission: number, kind: 'submitted' | 'approved', by: string, at: number): this {
    this.run(
      'insert into submission_fact (submission_id, kind, at, by_id) values (?, ?, ?, ?)',
      ...[submission, kind, at, this.id(`person ${by}`)],
    )
    return this
  }

  ask(question: Partial<Question>): Answer {
    return ask(this.db, { indicators: '*', groups: [ALL], spans: [span('2020-Q1', '2020-Q4')], ...question }, NOW)
  }

  /** The figure of one indicator, one group of places ('*' = the project) and one span. */
  figure(code: string, places: string[] | '*', from: string, to = from, more: Partial<Question> = {}): Figure {
    return this.ask({
      indicators: [code],
      groups: [{ key: '*', places }],
      spans: [{ ...span(from, to), key: 's' }],
      ...more,
    }).figure(code, '*', 's')
  }

  private entries(submission: number, code: string, given: Given | 'blank'): void {
    const state = given === 'n/a' ? 'not applicable' : given === 'blank' ? 'not reported' : 'reported'
    for (const { cell, value, base } of this.rowsOf(given === 'blank' ? 'n/a' : given))
      this.run(
        'insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason) values (?, ?, ?, ?, ?, ?, ?)',
        ...[submission, this.id(`indicator ${code}`), cell, state, value, base, state === 'reported' ? null : 'why'],
      )
  }

  private reporter([place, quarter, partner = `${place}'s`]: Reporter) {
    return { place: this.id(`place ${place}`), quarter: q(quarter), partner: this.partner(partner) }
  }

  private rowsOf(given: Given): { cell: number; value: number | null; base: number | null }[] {
    if (given === 'n/a') return [{ cell: cellIdOf(this.db, {}), value: null, base: null }]
    return cellsOf(given).map(({ of, amount }) => {
      const [value, base] = typeof amount === 'number' ? [amount, null] : amount
      return { cell: cellIdOf(this.db, of), value, base }
    })
  }
}

function cellsOf(given: Exclude<Given, 'n/a'>): CellAmount[] {
  if (typeof given === 'number' || isPair(given)) return [{ of: {}, amount: given }]
  if (Array.isArray(given)) return given
  return Object.entries(given).map(([key, amount]) => ({ of: categoriesOf(key), amount }))
}

function isPair(given: Exclude<Given, 'n/a'>): given is [number, number] {
  return Array.isArray(given) && typeof given[0] === 'number'
}

export const ALL = { key: '*', places: '*' } as const

export function span(from: string, to = from) {
  return { key: from === to ? from : `${from}..${to}`, from: q(from), to: q(to) }
}
