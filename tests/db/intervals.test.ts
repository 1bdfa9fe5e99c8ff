import type Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { CHAINS, INTERVALS } from '../../db/tables.ts'
import { emptyDb } from '../support/database.ts'

const ROWS = `
  insert into result (id, code, level, statement_vi, statement_en, position) values (1, 'R', 'output', '', '', 1), (2, 'S', 'output', '', '', 1);
  insert into indicator (id, code, result_id, position) values (1, 'X', 1, 1), (2, 'Y', 1, 2);
  insert into breakdown (id, code, name_vi, name_en, position) values (1, 'b', '', '', 1);
  insert into category (id, breakdown_id, code) values (1, 1, 'c');
  insert into place (id, slug, code, level, position) values
    (1, 'p', '1', 'province', 1), (2, 'q', '2', 'province', 1), (9, 'r', '9', 'province', 1);
  insert into place_definition values (1, null, '', '', '2004-01-01', null, 0, null), (2, null, '', '', '2004-01-01', null, 0, null);
  insert into partner_kind (code, name_vi, name_en, position) values ('ngo', '', '', 1), ('police', '', '', 2);
  insert into partner (id, slug, position) values (1, 'r', 1);`

/** Per table: how a row from one moment to another is written, and three moments of it in order. */
const WRITTEN: Record<string, { write: (from: string, to: string) => string; moments: [string, string, string] }> = {
  category_definition: {
    write: (from, to) =>
      `insert into category_definition (category_id, known_from, from_quarter, to_quarter, name_vi, name_en, position)
      values (1, 0, ${from}, ${to}, '', '', 1)`,
    moments: ['8080', '8083', '8084'],
  },
  indicator_definition: {
    write: (
      from,
      to,
    ) => `insert into indicator_definition (indicator_id, known_from, from_quarter, to_quarter, name_vi, name_en, definition_vi,
      definition_en, counting_unit_vi, counting_unit_en, measure, over_places, over_time, disjoint_reporters, direction,
      sensitivity, frequency, scale, decimals, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
      values (1, 0, ${from}, ${to}, '', '', '', '', '', '', 'count', 'sum', 'sum', 0, 'higher', 0, 'quarterly', 1, 0, '', '', '', '', '', '')`,
    moments: ['8080', '8083', '8084'],
  },
  base_relation: {
    write: (from, to) =>
      `insert into base_relation (indicator_id, counted_id, known_from, known_to) values (1, 2, ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  validation_rule: {
    write: (from, to) =>
      `insert into validation_rule values (1, 'value', 2, 'place', 'quarter', '', '', ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  target: {
    write: (from, to) => `insert into target (indicator_id, kind, from_quarter, to_quarter, value, valid_from, valid_to)
      values (1, 'year', 8080, 8083, 7, ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  baseline: {
    write: (
      from,
      to,
    ) => `insert into baseline (indicator_id, quarter, value, source_vi, source_en, valid_from, valid_to)
      values (1, 8080, 7, '', '', ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  phase: {
    write: (from, to) => `insert into phase (code, name_vi, name_en, first_quarter, last_quarter, known_from)
      values (hex(randomblob(4)), '', '', ${from}, coalesce(${to}, 8403), 0)`,
    moments: ['8080', '8083', '8084'],
  },
  project_quarters: {
    write: (from, to) => `insert into project_quarters values (8080, 8083, ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  setting: {
    write: (from, to) => `insert into setting (name, valid_from, valid_to, value) values ('rag', ${from}, ${to}, '{}')`,
    moments: ['10', '20', '30'],
  },
  place_definition: {
    write: (from, to) => `insert into place_definition values (9, null, '', '', '2004-07-08', null, ${from}, ${to})`,
    moments: ['10', '20', '30'],
  },
  partner_name: {
    write: (from, to) => `insert into partner_name (partner_id, valid_from, valid_to, kind, name_vi, name_en)
      values (1, ${from}, ${to}, 'police', '', '')`,
    moments: ["'2004-07-08'", "'2025-03-01'", "'2026-01-01'"],
  },
  assignment: {
    write: (
      from,
      to,
    ) => `insert into assignment (indicator_id, known_from, place_id, partner_id, from_quarter, to_quarter)
      values (1, 0, 1, 1, ${from}, ${to})`,
    moments: ['8080', '8083', '8084'],
  },
  scheme: {
    write: (from, to) =>
      `insert into scheme (indicator_id, kind, known_from, from_quarter, to_quarter, position) values (1, 'primary', 0, ${from}, ${to}, 1)`,
    moments: ['8080', '8083', '8084'],
  },
  fact: {
    write: (
      from,
      to,
    ) => `insert into fact (indicator_id, quarter, place_id, partner_id, cell_id, approved_from, approved_to, state, value)
      values (1, 8080, 1, 1, 1, ${from}, ${to}, 'reported', 5)`,
    moments: ['10', '20', '30'],
  },
}

let db: Database.Database
beforeEach(() => {
  db = emptyDb().$client
  db.exec(ROWS)
})

describe('rows that hold from one moment to another', () => {
  it('are all tried here', () => {
    expect(Object.keys(WRITTEN).sort()).toEqual(Object.keys(INTERVALS).sort())
  })

  describe.each(Object.entries(WRITTEN))('of %s', (table, { write, moments: [first, then, last] }) => {
    const after = INTERVALS[table as keyof typeof INTERVALS]!.included ? last : then
    const refused = (sql: string) => expect(() => db.exec(sql), sql).toThrow(/at the same time|never replaced/)

    it('follow each other', () => {
      db.exec(write(first, then))
      db.exec(write(after, 'null'))
      expect(
        db
          .prepare(
            `select count(*) from ${table} where ${INTERVALS[table as keyof typeof INTERVALS]!.from} in (${first}, ${after})`,
          )
          .pluck()
          .get(),
      ).toBeGreaterThanOrEqual(2)
    })

    it('never hold at the same time', () => {
      db.exec(write(first, 'null'))
      refused(write(then, last))
      refused(write(then, 'null'))
      db = emptyDb().$client
      db.exec(ROWS)
      db.exec(write(then, last))
      refused(write(first, 'null'))
      refused(write(first, last))
    })
  })

  it('codes of places are used again, never by two at once', () => {
    const place = (id: number) =>
      `insert into place (id, slug, code, level, position) values (${id}, 'x${id}', '31', 'province', 1);`
    const known = (id: number, from: string, to: string, since = 0) =>
      `insert into place_definition values (${id}, null, '', '', ${from}, ${to}, ${since}, null)`
    const [first, then, last] = ["'2004-07-08'", "'2025-07-01'", "'2026-01-01'"] as const
    const refused = (sql: string) => expect(() => db.exec(sql), sql).toThrow(/at the same time/)
    db.exec([11, 12, 13].map(place).join(''))
    db.exec(known(11, first, then))
    db.exec(known(12, then, 'null'))
    refused(known(13, then, last))
    refused(known(13, last, 'null'))
    refused(known(13, first, 'null'))
    refused(known(13, "'2004-01-01'", "'2004-07-09'"))
    db.exec(known(13, "'2004-01-01'", first))
    // The end of the first is taken back: as known then, another has its code.
    db.exec('update place_definition set known_to = 50 where place_id = 11')
    refused(known(11, first, 'null', 50))
    db.exec('update place_definition set known_to = 50 where place_id = 12')
    db.exec(known(11, first, 'null', 50))
  })

  it('may say of a quarter what was said otherwise of it before it was known', () => {
    for (const table of ['indicator_definition', 'category_definition', 'scheme', 'assignment']) {
      db.exec(WRITTEN[table]!.write('8080', 'null'))
      db.exec(`update ${table} set known_to = 50`)
      const later = WRITTEN[table]!.write('8082', 'null')
      expect(() => db.exec(later)).toThrow(/at the same time/)
      const known = later.replace(/values \(1, ('primary', )?0,/, 'values (1, $150,')
      expect(db.prepare(known).run().changes).toBe(1)
      expect(() => db.exec(known.replace('8082', '8090'))).toThrow(/at the same time/)
    }
  })

  it('are not made to by being moved either', () => {
    const [first, second] = ["'2004-07-08'", "'2025-03-01'"]
    db.exec(WRITTEN.partner_name!.write(first, second))
    db.exec(WRITTEN.partner_name!.write(second, 'null'))
    const moved = (set: string, from: string) => () =>
      db.exec(`update partner_name set ${set} where valid_from = ${from}`)
    expect(moved("valid_to = '2025-03-02'", first)).toThrow(/at the same time/)
    expect(moved('valid_to = null', first)).toThrow(/at the same time/)
    expect(moved("valid_from = '2025-02-28'", second)).toThrow(/at the same time/)
    expect(
      db.prepare(`update partner_name set valid_to = '2026-01-01' where valid_from = ${second}`).run().changes,
    ).toBe(1)
    db.exec(WRITTEN.assignment!.write('8080', '8083'))
    expect(() => db.exec('update assignment set to_quarter = 8084')).toThrow(/never rewritten/)
  })

  it('stand beside each other where they are meant to: an extra breakdown, another place, the project', () => {
    db.exec(WRITTEN.scheme!.write('8080', 'null'))
    db.exec(
      "insert into scheme (indicator_id, kind, known_from, from_quarter, position) values (1, 'multiple', 0, 8080, 2)",
    )
    db.exec(WRITTEN.target!.write('10', 'null'))
    db.exec(
      "insert into target (indicator_id, place_id, kind, from_quarter, to_quarter, value, valid_from) values (1, 1, 'year', 8080, 8083, 7, 10)",
    )
    expect(db.prepare('select count(*) from target').pluck().get()).toBe(2)
  })

  it('close a quarter once at a time', () => {
    db.exec('insert into closing (quarter, closed_at) values (8080, 1)')
    expect(() => db.exec('insert into closing (quarter, closed_at) values (8080, 2)')).toThrow(/never replaced|UNIQUE/)
    db.exec("update closing set reopened_at = 3, reason = 'x'")
    db.exec('insert into closing (quarter, closed_at) values (8080, 4)')
  })
})

describe('what stands under or after something', () => {
  const refused = (sql: string) =>
    expect(() => db.exec(sql), sql).toThrow(/leads back|constraint|a commune lies in another place|of the level above/)

  it('is not above or before it: results, places, successions', () => {
    expect(CHAINS.map(({ table }) => table)).toEqual(['result', 'place_definition', 'succession', 'handover'])
    db.exec('update result set parent_id = 1 where id = 2')
    refused('update result set parent_id = 2 where id = 1')
    refused('update result set parent_id = 1 where id = 1')
    refused(
      "insert into result (id, code, level, parent_id, statement_vi, statement_en, position) values (7, 'T', 'output', 7, '', '', 1)",
    )
    db.exec(
      "insert into place (id, slug, code, level, position) values (3, 'c', '3', 'commune', 1), (4, 'd', '4', 'commune', 1)",
    )
    refused("insert into place_definition values (3, 4, '', '', '2004-01-01', null, 0, null)")
    db.exec("insert into place_definition values (3, 2, '', '', '2004-01-01', null, 0, null)")
    refused("insert into place_definition values (4, 3, '', '', '2004-01-01', null, 0, null)")
    refused("insert into place_definition values (4, 4, '', '', '2004-01-01', null, 0, null)")
    refused("insert into place_definition values (4, null, '', '', '2004-01-01', null, 0, null)")
    refused("insert into place_definition values (9, 2, '', '', '2004-01-01', null, 0, null)")
    db.exec("insert into place_definition values (4, 2, '', '', '2004-01-01', null, 0, null)")
    expect(() => db.exec("update place set level = 'province' where id = 4")).toThrow(/written once/)
    db.exec("insert into succession values (1, 2, '2025-07-01', 0, null), (2, 3, '2025-07-01', 0, null)")
    refused("insert into succession values (2, 1, '2025-07-01', 0, null)")
    refused("insert into succession values (3, 1, '2025-07-01', 0, null)")
    expect(() => db.exec('update succession set to_id = 1 where from_id = 2')).toThrow(/never rewritten/)
    db.exec('update succession set known_to = 50 where from_id = 1')
    db.exec("insert into succession values (3, 1, '2025-07-01', 50, null)")
  })

  it('goes by the depth of its level, whatever the level is called', () => {
    db.exec("insert into place_level values ('village', 3, '', '', '', '')")
    db.exec("insert into place (id, slug, code, level, position) values (6, 'v', '6', 'village', 1)")
    refused("insert into place_definition values (6, null, '', '', '2004-01-01', null, 0, null)")
    refused("insert into place_definition values (6, 2, '', '', '2004-01-01', null, 0, null)")
    db.exec("insert into place (id, slug, code, level, position) values (3, 'c', '3', 'commune', 1)")
    db.exec("insert into place_definition values (3, 2, '', '', '2004-01-01', null, 0, null)")
    db.exec("insert into place_definition values (6, 3, '', '', '2004-01-01', null, 0, null)")
  })

  it('is there', () => {
    db.exec("insert into place (id, slug, code, level, position) values (5, 'd', '4', 'commune', 1)")
    refused("insert into place_definition values (5, 4242, '', '', '2004-01-01', null, 0, null)")
    refused(
      "insert into result (code, level, parent_id, statement_vi, statement_en, position) values ('U', 'output', 9999, '', '', 1)",
    )
    refused(
      "insert into target (indicator_id, place_id, kind, from_quarter, to_quarter, value, valid_from) values (1, 9999, 'year', 8080, 8083, 7, 10)",
    )
    refused(
      "insert into baseline (indicator_id, place_id, quarter, value, source_vi, source_en, valid_from) values (1, 9999, 8080, 7, '', '', 10)",
    )
  })
})
