import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { NoRoomForCopy, onCopy, sourceOf } from '../../../db/snapshot.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { awaitedIn } from '../../../src/releases/content/awaited-load.ts'
import { draftRelease } from '../../../src/releases/drafts/draft-release.ts'
import { approveAwaited } from '../../../src/releases/protection/waiting/approve-awaited.ts'
import { previewOf } from '../../../src/releases/store.ts'
import { inThread } from '../../../src/threads/thread.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { MANAGER, make, ordered, persona } from '../making.ts'
import { SMALL } from '../pilot.ts'

const Q4 = quarterOf(2021, 4)
const SPAN = { from: Q4, to: Q4 }

it('is tried with what has been entered, on a copy of which nothing stays', () => {
  const db = demoDb()
  const awaited = awaitedIn(db, SPAN, DEMO_NOW)
  const facts = (of: typeof db) => of.$client.prepare('select count(*) as n from fact').get()
  const before = facts(db)
  const tried = onCopy(sourceOf(db), (copy) => {
    const entered = approveAwaited(copy, awaited, DEMO_NOW)
    return { entered, facts: facts(copy), left: awaitedIn(copy, SPAN, DEMO_NOW).length }
  })
  const { handedIn, begun, empty } = tried.entered
  expect([handedIn, begun].every((count) => count > 0)).toBe(true)
  expect(handedIn + begun + empty).toBe(awaited.length)
  expect(tried.left).toBe(empty)
  expect([facts(db), awaitedIn(db, SPAN, DEMO_NOW)]).toEqual([before, awaited])
  expect(tried.facts).not.toEqual(before)
})

it('copies a database in a file as it is with its log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a.sqlite')
  writeFileSync(file, demoDb().$client.serialize())
  const open = new Database(file)
  open.pragma('journal_mode = WAL')
  open.pragma('wal_autocheckpoint = 0')
  open.exec("update person set name = 'In the log' where id = 1")
  const name = onCopy(file, (copy) => {
    copy.$client.exec("update person set language = 'en' where id = 1")
    return copy.$client.prepare('select name from person where id = 1').pluck().get()
  })
  open.close()
  expect(name).toBe('In the log')
})

it('has everything of the database, and takes no more memory than a cache however large it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'a.sqlite')
  writeFileSync(file, demoDb().$client.serialize())
  const content = (client: Database.Database) => {
    const objects = client
      .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite%' order by type, name")
      .all() as { type: string; name: string }[]
    const tables = objects.filter(({ type }) => type === 'table')
    return [objects, tables.map(({ name }) => client.prepare(`select count(*) from "${name}"`).pluck().get())]
  }
  const original = new Database(file, { readonly: true })
  onCopy(file, ({ $client }) => {
    expect(content($client)).toEqual(content(original))
    expect($client.name).toBe('')
    expect($client.pragma('cache_size', { simple: true })).toBe(-65_536)
    expect($client.pragma('foreign_key_check')).toEqual([])
  })
  original.close()
})

it('says that there is no room where the disk is full, and leaves other faults as they are', () => {
  const source = sourceOf(demoDb())
  const fill = () =>
    onCopy(source, ({ $client }) => {
      $client.pragma('max_page_count = 1')
      $client.exec('create table more (text)')
      $client.exec("insert into more select printf('%09000d', value) from json_each('[1,2,3]')")
    })
  expect(fill).toThrow(NoRoomForCopy)
  const fail = () =>
    onCopy(source, () => {
      throw new Error('another')
    })
  expect(fail).toThrow('another')
})

it('loses what the report really loses once it has all come', async () => {
  const db = demoDb()
  const order = { ...SMALL, ...SPAN, asAt: DEMO_NOW }
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, order), DEMO_NOW)
  const answer = await inThread('releases/protection/protect', {
    source: sourceOf(db),
    releaseId: id,
    now: DEMO_NOW,
    milliseconds: 60_000,
    trial: 'waiting',
  }).done
  approveAwaited(db, awaitedIn(db, SPAN, DEMO_NOW), DEMO_NOW)
  const { figures, hidden } = previewOf(db, (await make(db, order)).id)!
  expect(answer).toMatchObject({ waiting: { loss: { figures, hidden: hidden.length } } })
  expect(hidden.length).toBeGreaterThan(0)
})

it('is not known where nothing has been entered', async () => {
  const db = demoDb()
  db.$client.exec("update entry set state = 'not reported', value = null, base = null")
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, { ...SMALL, ...SPAN }), DEMO_NOW)
  const order = { source: sourceOf(db), releaseId: id, now: DEMO_NOW, milliseconds: 60_000, trial: 'waiting' as const }
  const { waiting } = (await inThread('releases/protection/protect', order).done) as { waiting: object }
  expect(waiting).toMatchObject({ handedIn: 0, begun: 0, loss: null })
})
