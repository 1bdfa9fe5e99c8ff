import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configure } from '../../db/open.ts'
import { TABLES, type TableName, type TableRules, tableNames } from '../../db/tables.ts'
import { columnNames, primaryKeyOf, uniquesOf } from '../../db/triggers/columns.ts'
import { addLaterRows } from './later-rows.ts'
import { migratedRelease } from './released.ts'

/**
 * What stands for ever is refused every statement that would change it: tried for every such table and every column of it, on
 * the rows of a released database, by a connection as the program opens it and by one that asks for nothing to be watched.
 */
const PROTECTED = tableNames('append-only', 'version', 'issued')
const REFUSED =
  /is append-only: what stands is never|is frozen: the release has been issued|at the same time|a commune lies in another place/

/** Rows to try: what has never been filled in, what has been; of a release, an issued one. */
const ROWS: Partial<Record<TableName, string[]>> = {
  ...Object.fromEntries(tableNames('issued').map((table) => [table, [`${releaseIdOf(table)} = 1`]])),
  release_approval: ['release_id = 2'],
  ...Object.fromEntries(
    PROTECTED.filter((table) => fillOf(table).length > 0).map((table) => {
      const [first] = fillOf(table)
      return [table, [`${first} is null`, `${first} is not null`]]
    }),
  ),
}
/** Nothing in the released database has ever ended these. */
const NEVER_ENDED: TableName[] = [
  'project_quarters',
  'phase',
  'place_definition',
  'succession',
  'assignment',
  'handover',
  'indicator_definition',
  'category_definition',
  'scheme',
  'baseline',
]
/** When it was written, nobody could say who took over from whom. */
const A_HANDOVER = `insert into handover
  select a.indicator_id, a.place_id, a.partner_id, a.from_quarter, o.place_id, o.partner_id, o.from_quarter, 0, null
  from assignment a join assignment o on o.indicator_id = a.indicator_id and o.from_quarter <= a.from_quarter
    and (o.place_id, o.partner_id) <> (a.place_id, a.partner_id) limit 1`

type Row = Record<string, string | number | null>

let bytes: Buffer
beforeAll(() => {
  const released = new Database(migratedRelease())
  addLaterRows(released)
  bytes = released.serialize()
  released.close()
})

describe.each([
  ['a connection of the program', configure],
  [
    'a connection that asks for nothing',
    (client: Database.Database) => ['foreign_keys', 'recursive_triggers'].map((name) => client.pragma(`${name} = OFF`)),
  ],
])('%s', (_, asItIs) => {
  let db: Database.Database
  beforeAll(() => {
    db = new Database(bytes)
    asItIs(db)
    db.exec(A_HANDOVER)
  })
  afterAll(() => db.close())

  const all = (table: TableName) =>
    db
      .prepare(`select * from ${table} order by ${primaryKeyOf(table).join(', ')}`)
      .raw()
      .all()

  it.each(PROTECTED)('changes nothing of what stands in %s', (table) => {
    const before = JSON.stringify(all(table))
    const rows = (ROWS[table] ?? ['true']).flatMap((where) =>
      db.prepare(`select * from ${table} where ${where} limit 1`).all(),
    )
    expect(rows).toHaveLength(NEVER_ENDED.includes(table) ? 1 : (ROWS[table]?.length ?? 1))
    for (const row of rows as Row[])
      for (const { sql, bound } of [...attacksOn(table, row), ...bySecondKey(db, table, row)])
        expect(() => db.prepare(sql).run(bound), `${sql} ${JSON.stringify(bound)}`.slice(0, 300)).toThrow(REFUSED)
    expect(JSON.stringify(all(table))).toBe(before)
  })
})

const NOW = 1_800_000_000_000
const ANOTHER_KNOWN = `known_to = ${NOW} where known_to is null`
const END = `valid_to = ${NOW} where valid_to is null`

describe('what may still be done', () => {
  it.each([
    ['an approved value ends', [`update fact set approved_to = ${NOW} where approved_to is null`]],
    [
      'a quarter is opened again',
      [`update closing set reopened_at = ${NOW}, reopened_by = 2, reason = 'Sửa số liệu' where reopened_at is null`],
    ],
    [
      'and closed once more',
      [
        `update closing set reopened_at = ${NOW}, reopened_by = 2, reason = 'x' where reopened_at is null`,
        `insert into closing (quarter, closed_at) select max(quarter), ${NOW + 1} from closing`,
      ],
    ],
    ['a definition gives way', [`update indicator_definition set ${ANOTHER_KNOWN}`]],
    ['a category is defined anew', [`update category_definition set ${ANOTHER_KNOWN}`]],
    ['an assignment gives way', [`update assignment set ${ANOTHER_KNOWN}`]],
    ['a succession gives way', [`update succession set ${ANOTHER_KNOWN}`]],
    ['a hand-over gives way', [A_HANDOVER, `update handover set ${ANOTHER_KNOWN}`]],
    [
      'a place ends, and does not after all',
      [
        `update place_definition set ${ANOTHER_KNOWN}`,
        `insert into place_definition select place_id, parent_id, name_vi, name_en, valid_from, '2026-01-01', ${NOW}, ${NOW + 1} from place_definition where valid_to is null`,
        `insert into place_definition select place_id, parent_id, name_vi, name_en, valid_from, null, ${NOW + 1}, null from place_definition where known_from = ${NOW}`,
      ],
    ],
    ['a phase gives way', [`update phase set ${ANOTHER_KNOWN}`]],
    ['the project has other quarters', [`update project_quarters set ${ANOTHER_KNOWN}`]],
    ['a breakdown gives way', [`update scheme set ${ANOTHER_KNOWN}`]],
    ['a target gives way', [`update target set ${END}`]],
    ['a baseline gives way', [`update baseline set ${END}`]],
    [
      'a setting gives way to another',
      [`update setting set ${END}`, `insert into setting (name, valid_from, value) values ('rag', ${NOW}, '{}')`],
    ],
    [
      'something is done',
      [
        `insert into trail (at, verb, subject_kind, subject_id, detail) values (${NOW}, 'period.closed', 'period', '2020-Q4', '{}')`,
      ],
    ],
    [
      'something is said',
      [`insert into comment (submission_id, at, by_id, text, confirmed) values (1, ${NOW}, 2, 'Đã rõ.', 0)`],
    ],
    [
      'a submission is opened again',
      [`insert into submission_fact (submission_id, kind, at, reason) values (1, 'reopened', ${NOW}, 'Sửa')`],
    ],
    [
      'a report that waits is protected anew',
      [
        "update release set state = 'protecting', plan = null, preview = null where id = 3",
        'delete from release_approval where release_id = 3',
      ],
    ],
    [
      'a report that waits is for somebody else',
      ['delete from release_recipient where release_id = 3', 'insert into release_recipient values (3, 6)'],
    ],
    [
      'a report that waits is explained, and then not',
      [
        `insert into release_explanation values (3, 3, 0, 0, ${NOW}, 2)`,
        'update release_explanation set confirmed = 1 where release_id = 3',
        'delete from release_explanation where release_id = 3',
      ],
    ],
    [
      'a figure of a report that waits is explained otherwise, and then not',
      [
        `insert into release_deviation values (3, 3, 'Mưa', null, 0, ${NOW}, 2)`,
        "update release_deviation set text_en = 'Rain' where release_id = 3",
        'delete from release_deviation where release_id = 3',
      ],
    ],
    [
      'what others wrote goes into a report that waits, and then not',
      [
        `insert into release_evidence values (3, 1, 0, ${NOW}, 2)`,
        'update release_evidence set confirmed = 1 where release_id = 3',
        'delete from release_evidence where release_id = 3',
        `insert into release_reason values (3, 1, 0, ${NOW}, 2)`,
        'update release_reason set confirmed = 1 where release_id = 3',
        'delete from release_reason where release_id = 3',
      ],
    ],
    [
      'a report that waits names the day of the next one, and another, and none',
      [
        `insert into release_next_report values (3, '2022-04-15', ${NOW}, 2)`,
        "update release_next_report set day = '2022-04-16' where release_id = 3",
        'delete from release_next_report where release_id = 3',
      ],
    ],
    [
      'a report that waits is discarded',
      ['delete from release_recipient where release_id = 3', 'delete from release where id = 3'],
    ],
    [
      'a report is agreed to, written into the ledger and issued',
      [
        `insert into release_approval values (3, 3, ${NOW})`,
        "insert into release_atom values (3, 0, 'atom')",
        "insert into release_figure values (3, 'figure', 1, '[0]', 7, null, null)",
        `update release set state = 'issued', issued_at = ${NOW} where id = 3`,
      ],
    ],
  ])('%s', (_, statements) => {
    const db = new Database(bytes)
    configure(db)
    for (const sql of statements)
      if (!sql.startsWith('delete from release_approval')) expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0)
    db.close()
  })
})

type Attack = { sql: string; bound: Row }

function attacksOn(table: TableName, row: Row): Attack[] {
  const columns = columnNames(table)
  const key = primaryKeyOf(table)
  const here = key.map((column) => `${column} = @${column}`).join(' and ')
  const values = `(${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`
  const issued = TABLES[table].class === 'issued'
  const fillable = row[fillOf(table)[0] ?? ''] === null ? fillOf(table) : []
  return [
    { sql: `delete from ${table} where ${here}`, bound: row },
    { sql: `delete from ${table}`, bound: {} },
    { sql: `replace into ${table} ${values}`, bound: row },
    // SQLite would choose the release.
    ...(issued && table !== 'release'
      ? ['insert', 'insert or replace'].map((insert) => ({
          sql: `${insert} into ${table} ${values}`,
          bound: { ...row, release_id: null },
        }))
      : []),
    ...rowidOf(table).map((name) => ({
      sql: `update ${table} set ${name} = ${name} + 1000 where ${here}`,
      bound: row,
    })),
    ...columns.flatMap((column): Attack[] => {
      const other = otherThan(row[column]!)
      const set = { ...row, other }
      const replaced = { ...row, [column]: other }
      return [
        // Filling in the first of what may be filled in is not an attack, filling in the others without it is.
        ...(fillable[0] === column
          ? []
          : ['update', 'update or replace', 'update or ignore'].map((update) => ({
              sql: `${update} ${table} set ${column} = @other where ${here}`,
              bound: set,
            }))),
        // With another key it is another row, which may be added; but not to what has been issued.
        ...(key.includes(column) && (!issued || column === releaseIdOf(table))
          ? []
          : ['insert or replace', 'replace', 'insert or ignore'].map((insert) => ({
              sql: `${insert} into ${table} ${values}`,
              bound: replaced,
            }))),
        {
          sql: `insert into ${table} ${values} on conflict (${key.join(', ')}) do update set ${column} = excluded.${column}`,
          bound: key.includes(column) ? row : replaced,
        },
      ]
    }),
  ]
}

/** A row with a primary key of its own that would take another one's place by what else no two rows may share. */
function bySecondKey(db: Database.Database, table: TableName, row: Row): Attack[] {
  const columns = columnNames(table)
  const key = primaryKeyOf(table)
  const here = key.map((column) => `${column} = @${column}`).join(' and ')
  const shared = uniquesOf(table)
    .slice(1)
    .filter((unique) => unique.columns.every((column) => row[column] !== null))
    .filter(({ where = 'true' }) => db.prepare(`select 1 from ${table} where ${here} and ${where}`).get(row))
  const values = `(${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`
  return shared.map((unique) => {
    const free = key.filter((column) => !unique.columns.includes(column))
    const bound = { ...row, ...Object.fromEntries(free.map((column) => [column, 1_000_000])) }
    return { sql: `insert or replace into ${table} ${values}`, bound }
  })
}

function fillOf(table: TableName): readonly string[] {
  return (TABLES[table] as TableRules).fill ?? []
}

function releaseIdOf(table: TableName): string {
  return table === 'release' ? 'id' : 'release_id'
}

/** Names of the hidden key, by which a row can be changed or replaced too. */
function rowidOf(table: TableName): string[] {
  return (TABLES[table] as TableRules).clustered ? [] : ['rowid', '_rowid_', 'oid']
}

function otherThan(value: string | number | null): string | number {
  if (value === null) return 1_700_000_000_000
  return typeof value === 'number' ? value + 1 : `${value}x`
}
