import type { Db } from '../../../db/connection.ts'
import { parseQuarter, type Quarter } from '../../../src/calendar/quarter.ts'
import type { Text } from '../../../src/language/text.ts'
import { emptyDb } from '../database.ts'

export const q = (code: string): Quarter => parseQuarter(code)!

/** When and where a small invented project in memory is at work, put together by hand. */
export class ProjectAndPlaces {
  protected readonly ids = new Map<string, number>()

  /** @param first the project's first quarter; null: there is no project, so that no question is before it */
  constructor(
    first: string | null = '2019-Q1',
    readonly db: Db = emptyDb(),
  ) {
    if (first !== null) {
      this.run(`insert into project (id, code, name_vi, name_en, illustrative) values (1, 'P', '', '', 1)`)
      this.lasts(first, '2030-Q4')
    }
    this.run(
      `insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1)`,
    )
  }

  /** Runs a statement. @returns the id of the row it made */
  run(text: string, ...bound: unknown[]): number {
    return Number(this.db.$client.prepare(text).run(...bound).lastInsertRowid)
  }

  /** As in a file from before overlapping assignments were refused: a migration leaves what is there. */
  allowOverlaps(): this {
    this.db.$client.exec('drop trigger assignment_no_overlap_insert')
    return this
  }

  /** The id of what was made: 'place HP', 'indicator A', 'partner police', 'breakdown sex', 'person Mai'. */
  id(name: string): number {
    return this.ids.get(name)!
  }

  has(name: string): boolean {
    return this.ids.has(name)
  }

  /** From its first quarter to its last, as known since an instant. */
  lasts(first: string, last: string, since = 0): this {
    this.run('update project_quarters set known_to = ? where known_to is null', since)
    this.run('insert into project_quarters values (?, ?, ?, null)', q(first), q(last), since)
    return this
  }

  /** A phase as known since an instant; it is no longer what it was known to be. */
  phase(code: string, from: string, to: string, since = 0): this {
    this.run('update phase set known_to = ? where code = ? and known_to is null', since, code)
    this.run(
      'insert into phase values (?, ?, ?, ?, ?, ?, null)',
      ...[code, `Giai đoạn ${code}`, `Phase ${code}`, q(from), q(to), since],
    )
    return this
  }

  /** @param given `endKnown`: since when it is known that it ends */
  place(slug: string, given: { parent?: string; from?: string; to?: string; endKnown?: number } = {}): this {
    const level = given.parent ? 'commune' : 'province'
    const id = this.run('insert into place (slug, code, level, position) values (?, ?, ?, 1)', slug, slug, level)
    this.know(`place ${slug}`, id)
    const { to, endKnown = 0, ...first } = given
    if (to === undefined) return this.known(slug, first)
    return endKnown === 0 ? this.known(slug, given) : this.known(slug, first).known(slug, { to }, endKnown)
  }

  /** What is known of a place since an instant; what is not said stays as it was. */
  known(slug: string, given: { parent?: string; from?: string; to?: string | null; name?: Text }, since = 0): this {
    const id = this.id(`place ${slug}`)
    const before = this.db.$client
      .prepare(
        'select parent_id, name_vi, name_en, valid_from, valid_to from place_definition where place_id = ? and known_to is null',
      )
      .get(id) as
      | { parent_id: number | null; name_vi: string; name_en: string; valid_from: string; valid_to: string | null }
      | undefined
    this.run('update place_definition set known_to = ? where place_id = ? and known_to is null', since, id)
    const { vi, en } = given.name ?? { vi: before?.name_vi ?? slug, en: before?.name_en ?? slug }
    this.run(
      'insert into place_definition values (?, ?, ?, ?, ?, ?, ?, null)',
      ...[id, given.parent ? this.id(`place ${given.parent}`) : (before?.parent_id ?? null), vi, en],
      ...[given.from ?? before?.valid_from ?? '1990-01-01'],
      ...[given.to === undefined ? (before?.valid_to ?? null) : given.to, since],
    )
    return this
  }

  succession(from: string, to: string, on: string, since = 0): this {
    this.run(
      'insert into succession (from_id, to_id, on_date, known_from) values (?, ?, ?, ?)',
      ...[this.id(`place ${from}`), this.id(`place ${to}`), on, since],
    )
    return this
  }

  protected know(name: string, id: number): this {
    this.ids.set(name, id)
    return this
  }
}
