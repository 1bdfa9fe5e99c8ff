import type { Db } from '../../../db/connection.ts'

type Key = { indicator: number; cell: number }

/**
 * What a save leaves in the file, written straight into its tables by statements that are prepared: the submission's next
 * version, what each value was, the values, and the line in the trail; every key, check and trigger holds. It looks nothing
 * up, compares nothing and refuses nobody.
 */
export function bareSave(db: Db, id: number, rows: number): () => void {
  const keys = keysOf(db, id, rows)
  const prepare = (text: string) => db.$client.prepare(text)
  const version = prepare('select version from submission where id = ?').pluck()
  const setVersion = prepare('update submission set version = ?, changed_at = changed_at + 1 where id = ?')
  const addVersion = prepare('insert into submission_version values (?, ?, ?, null, null)')
  const revise = prepare(`insert into entry_revision
    select submission_id, ?, indicator_id, cell_id, state, value, base, reason from entry
    where submission_id = ? and indicator_id = ? and cell_id = ?`)
  const put = prepare('update entry set value = ? where submission_id = ? and indicator_id = ? and cell_id = ?')
  const record = prepare(`insert into trail (at, by_id, verb, subject_kind, subject_id, detail)
    values (?, null, 'submission.saved', 'submission', ?, ?)`)
  const detail = prepare(`select detail from trail where verb = 'submission.saved' order by id desc limit 1`)
    .pluck()
    .get()
  let nth = 0
  return () => {
    nth += 1
    db.tx(() => {
      const next = (version.get(id) as number) + 1
      setVersion.run(next, id)
      addVersion.run(id, next, nth)
      for (const { indicator, cell } of keys) revise.run(next, id, indicator, cell)
      for (const { indicator, cell } of keys) put.run(nth + 0.5, id, indicator, cell)
      record.run(nth, String(id), detail)
    })
  }
}

/** The values and nothing else, in a table of their own that is held to nothing. */
export function valuesAlone(db: Db, id: number, rows: number): () => void {
  db.$client.exec(`create table if not exists bare as select * from entry limit 0;
    create unique index if not exists bare_key on bare (submission_id, indicator_id, cell_id)`)
  const keys = keysOf(db, id, rows)
  const put =
    db.$client.prepare(`insert into bare (submission_id, indicator_id, cell_id, state, value) values (?, ?, ?, 'reported', ?)
    on conflict do update set value = excluded.value`)
  let nth = 0
  return () => {
    nth += 1
    db.tx(() => {
      for (const { indicator, cell } of keys) put.run(id, indicator, cell, nth)
    })
  }
}

function keysOf(db: Db, id: number, rows: number): Key[] {
  const text = `select indicator_id as indicator, cell_id as cell from entry where submission_id = ? and value is not null limit ?`
  return db.$client.prepare(text).all(id, rows) as Key[]
}
