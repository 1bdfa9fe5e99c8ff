import type { Db } from '../../db/connection.ts'
import { quartersIn } from '../../src/calendar/span.ts'
import { BadCase, type CaseCell, type FigureCase } from './case.ts'
import { CaseCells, type Run } from './case-cells.ts'

/** Long before any question. */
const ALWAYS = Date.UTC(1, 0, 1)

type Value = FigureCase['values'][number]
type Reporter = { place: number; partner: number; quarter: number }

/** Puts a case into a database with plain inserts: indicator 1, called X. */
export function load(db: Db, given: FigureCase): void {
  const run: Run = (text, ...bound) => Number(db.$client.prepare(text).run(...bound).lastInsertRowid)
  const names = new Names(given, run)
  loadIndicator(run, given.indicator)
  loadPlaces(run, given, names)
  for (const { partner, place, quarter } of given.due)
    run(
      'insert or ignore into assignment (indicator_id, place_id, partner_id, from_quarter, to_quarter) values (1, ?, ?, ?, ?)',
      ...[names.place(place), names.partner(partner), quarter, quarter],
    )
  const cells = new CaseCells(run)
  const seen = new Set<string>()
  for (const value of given.values) {
    const { quarter } = value
    const reporter = { place: names.place(value.place), partner: names.partner(value.partner), quarter }
    const rows = rowsOf(given, value, cells)
    for (const row of rows) {
      const name = [value.partner, value.place, quarter, value.basis, value.approvedFrom ?? ALWAYS, row.cell].join('/')
      if (seen.has(name))
        throw new BadCase(`two values of ${value.partner} in ${value.place} for the same quarter at once`)
      seen.add(name)
    }
    if (value.basis === 'submitted') loadEntries(db, run, reporter, value, rows)
    else if (value.state !== 'not reported') loadFacts(run, reporter, value, rows)
  }
  cells.keep(given.ask.cell ?? {}, quartersIn(given.ask))
}

class Names {
  private readonly partners = new Map<string, number>()
  private readonly places: Map<string, number>

  constructor(
    given: FigureCase,
    private readonly run: Run,
  ) {
    this.places = new Map(given.places.map(({ code }, i) => [code, i + 1]))
  }

  place(code: string): number {
    const id = this.places.get(code)
    if (id === undefined) throw new BadCase(`the place "${code}" is not among its places`)
    return id
  }

  partner(slug: string): number {
    const known = this.partners.get(slug)
    if (known !== undefined) return known
    const id = this.run('insert into partner (slug, position) values (?, 1)', slug)
    this.partners.set(slug, id)
    return id
  }
}

function loadIndicator(run: Run, { measure, overPlaces, overTime, targetStage }: FigureCase['indicator']): void {
  run(`insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1)`)
  run(`insert into indicator (id, code, result_id, position) values (1, 'X', 1, 1)`)
  run(
    `insert into indicator_definition (indicator_id, valid_from, name_vi, name_en, definition_vi, definition_en,
       counting_unit_vi, counting_unit_en, measure, over_places, over_time, disjoint_reporters, direction, sensitivity,
       frequency, scale, decimals, target_stage, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
     values (1, ?, '', '', '', '', '', '', ?, ?, ?, 0, 'higher', 0, 'quarterly', 1, 0, ?, '', '', '', '', '', '')`,
    ...[ALWAYS, measure, measure === 'median' ? 'none' : overPlaces, overTime],
    measure === 'milestone' ? (targetStage ?? 1) : null,
  )
}

function loadPlaces(run: Run, given: FigureCase, names: Names): void {
  for (const { code, parent } of given.places)
    run(
      `insert into place (id, slug, code, level, parent_id, name_vi, name_en, valid_from, position)
       values (?, ?, ?, ?, ?, ?, ?, '1990-01-01', 1)`,
      ...[
        names.place(code),
        code,
        code,
        parent ? 'commune' : 'province',
        parent ? names.place(parent) : null,
        code,
        code,
      ],
    )
  for (const { from, to, on } of given.successions)
    run('insert into succession (from_id, to_id, on_date) values (?, ?, ?)', names.place(from), names.place(to), on)
}

type Row = { cell: number; value: number | null; base: number | null }

function rowsOf({ indicator }: FigureCase, value: Value, cells: CaseCells): Row[] {
  if (value.state !== 'reported') return [{ cell: 1, value: null, base: null }]
  return value.cells.map((one) => ({
    cell: cells.id(one.of ?? {}, value.quarter),
    ...numbersOf(indicator.measure, one),
  }))
}

function loadEntries(db: Db, run: Run, { place, partner, quarter }: Reporter, { state }: Value, rows: Row[]): void {
  run(
    `insert or ignore into submission (partner_id, place_id, quarter, state, version, changed_at)
     values (?, ?, ?, 'submitted', 1, ?)`,
    ...[partner, place, quarter, ALWAYS],
  )
  const id = db.$client
    .prepare('select id from submission where partner_id = ? and place_id = ? and quarter = ?')
    .pluck()
    .get(partner, place, quarter)
  for (const { cell, value, base } of rows)
    run(
      'insert into entry (submission_id, indicator_id, cell_id, state, value, base, reason) values (?, 1, ?, ?, ?, ?, ?)',
      ...[id, cell, state, value, base, state === 'not applicable' ? 'n/a' : null],
    )
}

function loadFacts(run: Run, { place, partner, quarter }: Reporter, value: Value, rows: Row[]): void {
  const from = value.approvedFrom ?? ALWAYS
  const to = value.approvedTo ?? null
  if (to !== null && to <= from) throw new BadCase('a value is approved until before it is approved')
  for (const row of rows)
    run(
      `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, approved_to, state, value, base)
       values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[quarter, place, partner, row.cell, from, to, value.state, row.value, row.base],
    )
}

type Numbers = { value: number; base: number | null }

function numbersOf(measure: FigureCase['indicator']['measure'], c: CaseCell): Numbers {
  switch (measure) {
    case 'count':
      return { value: needed(c.amount, 'amount'), base: null }
    case 'ratio':
      return { value: needed(c.numerator, 'numerator'), base: needed(c.denominator, 'denominator') }
    case 'mean':
      return { value: needed(c.mean, 'mean'), base: needed(c.n, 'n') }
    case 'median':
      return { value: needed(c.median, 'median'), base: needed(c.n, 'n') }
    case 'milestone':
      return { value: needed(c.stage, 'stage'), base: null }
  }
}

function needed(number: number | undefined, name: string): number {
  if (number === undefined) throw new BadCase(`a reported cell has no "${name}"`)
  return number
}
