import type { Db } from '../../db/connection.ts'
import { parseQuarter, type Quarter } from '../../src/calendar/quarter.ts'
import type { Answer } from '../../src/figures/answer.ts'
import { ask } from '../../src/figures/ask.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { Question } from '../../src/figures/question.ts'
import { categoriesOf } from '../../src/indicators/breakdown.ts'
import { cellIdOf } from '../../src/indicators/store.ts'
import type { Frequency, Measure, OverPlaces, OverTime, SchemeKind } from '../../src/vocabulary/indicator.ts'
import { emptyDb } from '../support/database.ts'

export const NOW = Date.UTC(2026, 0, 1)
export const q = (code: string): Quarter => parseQuarter(code)!

type Definition = {
  rules?: [Measure, OverPlaces, OverTime]
  targetStage?: number
  frequency?: Frequency
  rounds?: string[]
  schemes?: { kind: SchemeKind; breakdowns: string[]; from?: string; to?: string }[]
}
type Number2 = number | [value: number, base: number]

/** A small project in memory, put together by hand. */
export class World {
  readonly db: Db = emptyDb()
  private readonly ids = new Map<string, number>()

  constructor(first = '2019-Q1') {
    this.run(
      `insert into project (id, code, name_vi, name_en, donor_vi, donor_en, first_quarter, last_quarter, illustrative)
       values (1, 'P', '', '', '', '', ?, ?, 1)`,
      ...[q(first), q('2030-Q4')],
    )
    this.run(
      `insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1)`,
    )
  }

  run(text: string, ...bound: unknown[]): number {
    return Number(this.db.$client.prepare(text).run(...bound).lastInsertRowid)
  }

  id(name: string): number {
    return this.ids.get(name)!
  }

  breakdown(code: string, categories: string[]): this {
    const id = this.run(
      `insert into breakdown (code, name_vi, name_en, position) values (?, '', '', ?)`,
      code,
      this.ids.size,
    )
    for (const [i, category] of categories.entries())
      this.run(
        `insert into category (breakdown_id, code, name_vi, name_en, position) values (?, ?, '', '', ?)`,
        ...[id, category, i],
      )
    return this.know(`breakdown ${code}`, id)
  }

  place(slug: string, given: { parent?: string; from?: string; to?: string } = {}): this {
    const id = this.run(
      `insert into place (slug, code, level, parent_id, name_vi, name_en, valid_from, valid_to, position)
       values (?, ?, ?, ?, '', '', ?, ?, 1)`,
      ...[slug, slug, given.parent ? 'commune' : 'province', given.parent ? this.id(`place ${given.parent}`) : null],
      ...[given.from ?? '1990-01-01', given.to ?? null],
    )
    return this.know(`place ${slug}`, id)
  }

  succession(from: string, to: string, on: string): this {
    this.run(
      'insert into succession (from_id, to_id, on_date) values (?, ?, ?)',
      this.id(`place ${from}`),
      this.id(`place ${to}`),
      on,
    )
    return this
  }

  indicator(code: string, given: Definition = {}): this {
    const id = this.run('insert into indicator (code, result_id, position) values (?, 1, ?)', code, this.ids.size)
    this.know(`indicator ${code}`, id).define(code, given, 0)
    for (const round of given.rounds ?? [])
      this.run('insert into survey_round (indicator_id, quarter) values (?, ?)', id, q(round))
    for (const scheme of given.schemes ?? []) this.scheme(code, scheme)
    return this
  }

  define(
    code: string,
    { rules = ['count', 'sum', 'sum'], targetStage, frequency = 'quarterly' }: Definition,
    from: number,
  ): this {
    const id = this.id(`indicator ${code}`)
    this.run('update indicator_definition set valid_to = ? where indicator_id = ? and valid_to is null', from, id)
    this.run(
      `insert into indicator_definition (indicator_id, valid_from, name_vi, name_en, definition_vi, definition_en,
         counting_unit_vi, counting_unit_en, measure, over_places, over_time, disjoint_reporters, direction, sensitivity,
         frequency, scale, decimals, target_stage, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
       values (?, ?, '', '', '', '', '', '', ?, ?, ?, 0, 'higher', 0, ?, 1, 0, ?, '', '', '', '', '', '')`,
      ...[id, from, ...rules, frequency, targetStage ?? null],
    )
    return this
  }

  scheme(code: string, scheme: NonNullable<Definition['schemes']>[number]): this {
    const id = this.run(
      'insert into scheme (indicator_id, kind, valid_from, valid_to, position) values (?, ?, ?, ?, 1)',
      ...[this.id(`indicator ${code}`), scheme.kind, q(scheme.from ?? '2019-Q1'), scheme.to ? q(scheme.to) : null],
    )
    for (const [i, breakdown] of scheme.breakdowns.entries())
      this.run(
        'insert into scheme_breakdown (scheme_id, position, breakdown_id) values (?, ?, ?)',
        ...[id, i, this.id(`breakdown ${breakdown}`)],
      )
    return this
  }

  assign(code: string, place: string, partner = `${place}'s`, from = '2019-Q1', to?: string): this {
    this.run(
      'insert into assignment (indicator_id, place_id, partner_id, from_quarter, to_quarter) values (?, ?, ?, ?, ?)',
      ...[this.id(`indicator ${code}`), this.id(`place ${place}`), this.partner(partner), q(from), to ? q(to) : null],
    )
    return this
  }

  partner(slug: string): number {
    if (!this.ids.has(`partner ${slug}`))
      this.know(`partner ${slug}`, this.run('insert into partner (slug, position) values (?, 1)', slug))
    return this.id(`partner ${slug}`)
  }

  /** An approved value: a number, numbers per cell name, or 'n/a'. */
  fact(
    [code, place, quarter, partner = `${place}'s`]: [code: string, place: string, quarter: string, partner?: string],
    given: Number2 | Record<string, Number2> | 'n/a',
    { from = 0, to = null as number | null } = {},
  ): this {
    for (const [key, number] of rowsOf(given)) {
      const [value, base] = typeof number === 'number' ? [number, null] : number
      this.run(
        `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, approved_to, state, value, base)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[this.id(`indicator ${code}`), q(quarter), this.id(`place ${place}`), this.partner(partner)],
        ...[cellIdOf(this.db, categoriesOf(key)), from, to],
        ...(Number.isNaN(value) ? ['not applicable', null, null] : ['reported', value, base]),
      )
    }
    return this
  }

  /** A submission with its values per indicator; blank = 'not reported'. @returns its id */
  submission(
    [place, quarter, partner = `${place}'s`]: [place: string, quarter: string, partner?: string],
    values: Record<string, Number2 | Record<string, Number2> | 'n/a' | 'blank'>,
    state = 'submitted',
    at = 0,
  ): number {
    this.run(
      `insert into submission (partner_id, place_id, quarter, state, version, changed_at) values (?, ?, ?, ?, 1, ?)
       on conflict (partner_id, place_id, quarter) do update set state = excluded.state, changed_at = excluded.changed_at`,
      ...[this.partner(partner), this.id(`place ${place}`), q(quarter), state, at],
    )
    const id = this.db.$client
      .prepare('select id from submission where partner_id = ? and place_id = ? and quarter = ?')
      .pluck()
      .get(this.partner(partner), this.id(`place ${place}`), q(quarter)) as number
    this.run('delete from entry where submission_id = ?', id)
    for (const [code, given] of Object.entries(values)) this.entries(id, code, given)
    return id
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

  private entries(submission: number, code: string, given: Number2 | Record<string, Number2> | 'n/a' | 'blank'): void {
    const state = given === 'n/a' ? 'not applicable' : given === 'blank' ? 'not reported' : 'reported'
    for (const [key, number] of rowsOf(given === 'blank' ? 'n/a' : given)) {
      const [value, base] = typeof number === 'number' ? [number, null] : number
      this.run(
        'insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason) values (?, ?, ?, ?, ?, ?, ?)',
        ...[submission, this.id(`indicator ${code}`), cellIdOf(this.db, categoriesOf(key)), state],
        ...(state === 'reported' ? [value, base, null] : [null, null, 'why']),
      )
    }
  }

  private know(name: string, id: number): this {
    this.ids.set(name, id)
    return this
  }
}

export const ALL = { key: '*', places: '*' } as const

export function span(from: string, to = from) {
  return { key: from === to ? from : `${from}..${to}`, from: q(from), to: q(to) }
}

function rowsOf(given: Number2 | Record<string, Number2> | 'n/a'): [string, Number2][] {
  if (given === 'n/a') return [['', Number.NaN]]
  return typeof given === 'number' || Array.isArray(given) ? [['', given]] : Object.entries(given)
}
