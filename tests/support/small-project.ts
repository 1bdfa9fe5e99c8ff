import type { Role } from '../../src/vocabulary/access.ts'
import type { Frequency, Measure, OverPlaces, OverTime, SchemeKind, YearStart } from '../../src/vocabulary/indicator.ts'
import { ProjectAndPlaces, q } from './world/project-and-places.ts'

export { q }

export type Definition = {
  rules?: [Measure, OverPlaces, OverTime]
  targetStage?: number
  frequency?: Frequency
  yearStart?: YearStart
  rounds?: string[]
  schemes?: Scheme[]
  /** What it is called in both languages, and what it counts. */
  name?: string
  unit?: string
  scale?: 1 | 100 | 100_000
  stages?: string[]
  /** What one denominator, or one n, is. */
  baseUnit?: string
  /** 2 victims and cases, 1 small groups, 0 nobody: its small counts are hidden from donors. */
  sensitivity?: 0 | 1 | 2
}
export type Scheme = { kind: SchemeKind; breakdowns: string[]; from?: string; to?: string }
/** Since when something is known, and until when. */
type Known = { since?: number; until?: number | null }

/** The framework of a small invented project in memory, put together by hand: places, partners, indicators, who is asked. */
export class SmallProject extends ProjectAndPlaces {
  breakdown(code: string, categories: string[]): this {
    const id = this.run(
      `insert into breakdown (code, name_vi, name_en, position) values (?, ?, ?, ?)`,
      ...[code, code, code, this.ids.size],
    )
    for (const [i, category] of categories.entries())
      this.run(
        `insert into category_definition (category_id, from_quarter, known_from, name_vi, name_en, position)
         values (?, 7960, 0, ?, ?, ?)`,
        ...[this.run('insert into category (breakdown_id, code) values (?, ?)', id, category), category, category, i],
      )
    return this.know(`breakdown ${code}`, id)
  }

  partner(slug: string): number {
    if (!this.has(`partner ${slug}`))
      this.know(`partner ${slug}`, this.run('insert into partner (slug, position) values (?, 1)', slug))
    return this.id(`partner ${slug}`)
  }

  /** What a partner is called from a day on. */
  named(slug: string, name: string, from = '1990-01-01'): this {
    this.run("insert or ignore into partner_kind (code, name_vi, name_en, position) values ('ngo', '', '', 1)")
    this.run(
      `insert into partner_name (partner_id, valid_from, kind, name_vi, name_en) values (?, ?, 'ngo', ?, ?)`,
      ...[this.partner(slug), from, name, name],
    )
    return this
  }

  person(name: string, role: Role = 'manager'): this {
    const id = this.run(
      `insert into person (email, name, role, language, password_hash, created_at) values (?, ?, ?, 'vi', '', 0)`,
      ...[`${name.toLowerCase()}@example.org`, name, role],
    )
    return this.know(`person ${name}`, id)
  }

  indicator(code: string, given: Definition = {}, since = 0): this {
    const id = this.run('insert into indicator (code, result_id, position) values (?, 1, ?)', code, this.ids.size)
    this.know(`indicator ${code}`, id).define(code, given, since)
    for (const round of given.rounds ?? [])
      this.run(
        'insert into survey_round (definition_id, quarter) select id, ? from indicator_definition where indicator_id = ?',
        ...[q(round), id],
      )
    for (const scheme of given.schemes ?? []) this.scheme(code, scheme)
    for (const [nth, name] of (given.stages ?? []).entries())
      this.run(
        `insert into stage (definition_id, nth, name_vi, name_en) select id, ?, ?, ? from indicator_definition where indicator_id = ?`,
        ...[nth, name, name, id],
      )
    return this
  }

  /** A component called by its code. */
  hasComponent(code: string): this {
    this.run(
      `insert or ignore into component (code, name_vi, name_en, colour, position)
       values (?, ?, ?, 'blue', (select count(*) from component))`,
      ...[code, code, code],
    )
    return this
  }

  /** A result of a component, and the indicators under it. */
  component(name: string, codes: string[]): this {
    this.hasComponent(name)
    const id = this.run(
      `insert into result (code, level, component, statement_vi, statement_en, position) values (?, 'output', ?, '', '', 1)`,
      ...[name, name],
    )
    for (const code of codes) this.run('update indicator set result_id = ? where code = ?', id, code)
    return this
  }

  define(
    code: string,
    { rules = ['count', 'sum', 'sum'], targetStage, frequency = 'quarterly', yearStart = 1, ...named }: Definition,
    since: number,
  ): this {
    const { name = '', unit = '', baseUnit = null, scale = 1, sensitivity = 0 } = named
    const id = this.id(`indicator ${code}`)
    this.run('update indicator_definition set known_to = ? where indicator_id = ? and known_to is null', since, id)
    this.run(
      `insert into indicator_definition (indicator_id, from_quarter, known_from, name_vi, name_en, definition_vi, definition_en,
         counting_unit_vi, counting_unit_en, base_unit_vi, base_unit_en, measure, over_places, over_time, disjoint_reporters, direction, sensitivity,
         frequency, year_start, scale, decimals, target_stage, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
       values (?, 7960, ?, ?, ?, '', '', ?, ?, ?, ?, ?, ?, ?, 0, 'higher', ?, ?, ?, ?, 0, ?, '', '', '', '', '', '')`,
      ...[
        id,
        since,
        name,
        name,
        unit,
        unit,
        baseUnit,
        baseUnit,
        ...rules,
        sensitivity,
        frequency,
        yearStart,
        scale,
        targetStage ?? null,
      ],
    )
    return this
  }

  scheme(code: string, scheme: Scheme): this {
    const id = this.run(
      'insert into scheme (indicator_id, kind, from_quarter, to_quarter, known_from, position) values (?, ?, ?, ?, 0, 1)',
      ...[this.id(`indicator ${code}`), scheme.kind, q(scheme.from ?? '2019-Q1'), scheme.to ? q(scheme.to) : null],
    )
    for (const [i, breakdown] of scheme.breakdowns.entries())
      this.run(
        'insert into scheme_breakdown (scheme_id, position, breakdown_id) values (?, ?, ?)',
        ...[id, i, this.id(`breakdown ${breakdown}`)],
      )
    return this
  }

  assign(code: string, place: string, partner = `${place}'s`, from = '2019-Q1', to?: string, since = 0): this {
    this.run(
      'insert into assignment (indicator_id, place_id, partner_id, from_quarter, to_quarter, known_from) values (?, ?, ?, ?, ?, ?)',
      ...[this.id(`indicator ${code}`), this.id(`place ${place}`), this.partner(partner), q(from), to ? q(to) : null],
      since,
    )
    return this
  }

  /** Every assignment ends in a quarter, as known since an instant. */
  assignedUntil(quarter: string, since: number): this {
    this.run('update assignment set known_to = ? where known_to is null', since)
    this.run(
      `insert into assignment select indicator_id, place_id, partner_id, from_quarter, ?, known_to, null from assignment
       where known_to = ?`,
      ...[q(quarter), since],
    )
    return this
  }

  /** A duty passes from the assignment of one reporter to that of another, each named by the quarter in which it begins. */
  handover(
    code: string,
    over: { partner: string; place: string; from: string },
    to: { partner: string; place: string; from: string },
    since = 0,
  ): this {
    const named = ({ partner, place, from }: typeof over) => [this.id(`place ${place}`), this.partner(partner), q(from)]
    this.run(
      'insert into handover values (?, ?, ?, ?, ?, ?, ?, ?, null)',
      this.id(`indicator ${code}`),
      ...named(to),
      ...named(over),
      since,
    )
    return this
  }

  /** A year's target, of a place or ('*') of the project. */
  target(code: string, place: string, year: number, value: number, { since = 0, until = null }: Known = {}): this {
    this.run(
      `insert into target (indicator_id, place_id, kind, from_quarter, to_quarter, value, valid_from, valid_to)
       values (?, ?, 'year', ?, ?, ?, ?, ?)`,
      ...[this.id(`indicator ${code}`), place === '*' ? null : this.id(`place ${place}`)],
      ...[q(`${year}-Q1`), q(`${year}-Q4`), value, since, until],
    )
    return this
  }

  /** Where the project started. */
  baseline(
    code: string,
    quarter: string,
    [value, base]: [value: number, base: number | null],
    source: { vi: string; en: string },
    { since = 0, until = null }: Known = {},
  ): this {
    this.run(
      `insert into baseline (indicator_id, quarter, value, base, source_vi, source_en, valid_from, valid_to)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[this.id(`indicator ${code}`), q(quarter), value, base, source.vi, source.en, since, until],
    )
    return this
  }
}
