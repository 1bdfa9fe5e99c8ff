import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connectionOn } from '../../db/connection.ts'
import { driverOf, keepStatements } from '../../db/kept-statements.ts'

const thing = sqliteTable('thing', { id: integer().primaryKey(), name: text() })

let client: Database.Database
let texts: string[]
beforeEach(() => {
  client = new Database(':memory:')
  client.exec("create table thing (id integer primary key, name text); insert into thing values (1, 'one'), (2, 'two')")
  texts = []
  const prepare = client.prepare.bind(client)
  client.prepare = ((text: string) => {
    texts.push(text)
    return prepare(text)
  }) as typeof client.prepare
})
afterEach(() => client.close())
const driver = () => driverOf(client, keepStatements(client))

it('a text is prepared once, however often the builder asks and whatever it is given', () => {
  const db = drizzle(driver())
  const named = (name: string) => db.select().from(thing).where(sql`${thing.name} = ${name}`).all()
  expect([named('two'), named('one'), named('three')]).toEqual([[{ id: 2, name: 'two' }], [{ id: 1, name: 'one' }], []])
  db.insert(thing).values({ id: 3, name: 'three' }).run()
  db.insert(thing).values({ id: 4, name: 'four' }).run()
  expect(named('three')).toEqual([{ id: 3, name: 'three' }])
  expect(texts).toHaveLength(2)
})

it('one text gives rows as objects and as arrays, whichever was asked for first', () => {
  const kept = driver()
  const statement = (text: string) => kept.prepare(text)
  const [objects, arrays] = [
    [{ id: 1 }, { id: 2 }],
    [[1], [2]],
  ]
  expect([statement('select id from thing').all(), statement('select id from thing').raw().all()]).toEqual([
    objects,
    arrays,
  ])
  expect(statement('select id from thing').all()).toEqual(objects)
  expect(statement('select id from thing order by id').raw().all()).toEqual(arrays)
  expect(statement('select id from thing order by id').get()).toEqual({ id: 1 })
  expect(statement('select id from thing order by id').raw().get()).toEqual([1])
})

it('reads what a table has become, and a text that is wrong is refused each time', () => {
  const kept = driver()
  const all = () => kept.prepare('select * from thing where id = 1').all()
  expect(all()).toEqual([{ id: 1, name: 'one' }])
  client.exec("alter table thing add column kind text default 'new'")
  expect(all()).toEqual([{ id: 1, name: 'one', kind: 'new' }])
  for (let nth = 0; nth < 2; nth++) expect(() => kept.prepare('select missing from thing')).toThrow('no such column')
})

it('what is not the builder’s has statements of its own: a mode that it sets is not the builder’s', () => {
  const db = connectionOn(client)
  expect(db.select().from(thing).all()).toHaveLength(2)
  const text = texts.at(-1)!
  expect(db.$client.prepare(text).pluck().all()).toEqual([1, 2])
  expect(db.select().from(thing).all()).toEqual([
    { id: 1, name: 'one' },
    { id: 2, name: 'two' },
  ])
})
