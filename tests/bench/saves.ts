import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { personByEmail } from '../../src/access/person-store.ts'
import { root } from '../../src/config/root.ts'
import { entriesOf } from '../../src/submissions/entries-store.ts'
import type { Entry } from '../../src/submissions/entry.ts'
import { saveEntries } from '../../src/submissions/save.ts'
import { submissionById } from '../../src/submissions/store.ts'
import { DEMO_NOW, demoDb } from '../support/demo.ts'
import { atMost, type Line, medians, ms } from './measure.ts'

/** Saves of a provincial partner's form, on a file and synced, against the bare transaction that writes the same values. */
export function benchSaves(): Line[] {
  const folder = mkdtempSync(join(tmpdir(), '3p-saves-'))
  try {
    const file = join(folder, '3p.db')
    writeFileSync(file, demoDb().$client.serialize())
    const db = open(file, join(root, 'db/migrations'))
    const lines = [
      benchSave(db, 'of a whole form', (_, nth) => nth >= 0),
      benchSave(db, 'of one value', (_, nth) => nth === 0),
    ]
    db.$client.close()
    return lines
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param changes which of the form's numbers change from save to save */
function benchSave(db: Db, what: string, changes: (entry: Entry, nth: number) => boolean): Line {
  const by = personByEmail(db, 'dolisa.nghe-an@example.org')!.person
  const id = returnedTo(db, 'dolisa-nghe-an')
  const before = entriesOf(db, id)
  const changed = before.filter((entry) => entry.value !== null).filter(changes)
  const indicators = [...new Set(before.map((entry) => entry.indicator))]
  let version = submissionById(db, id)!.version
  let nth = 0
  const save = () => {
    nth += 1
    const entries = before.map((entry) =>
      changed.includes(entry) ? { ...entry, value: entry.value! + (nth % 2) } : entry,
    )
    const outcome = saveEntries(db, { by, now: DEMO_NOW + nth, version }, id, { indicators, entries, keptOnWord: [] })
    if (!('done' in outcome) || outcome.changed !== changed.length)
      throw new Error(`not saved: ${JSON.stringify(outcome)}`)
    version += 1
  }
  save()
  const [saving, bare] = medians(save, bareTransaction(db, id, changed.length), 61)
  return atMost(
    `Save ${what} (${changed.length} of ${before.length} values) / bare transaction`,
    saving / bare,
    2,
    `${ms(saving)} / ${ms(bare)}`,
  )
}

/** Nothing but the rows: no version, no trail, no word about what was there before. */
function bareTransaction(db: Db, id: number, rows: number): () => void {
  db.$client.exec(`create table if not exists bare as select * from entry limit 0;
    create unique index if not exists bare_key on bare (submission_id, indicator_id, cell_id)`)
  const keys = db.$client
    .prepare(
      'select indicator_id as indicator, cell_id as cell from entry where submission_id = ? and value is not null limit ?',
    )
    .all(id, rows) as { indicator: number; cell: number }[]
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

function returnedTo(db: Db, partner: string): number {
  const text = `select s.id from submission s join partner p on p.id = s.partner_id where p.slug = ? and s.state = 'returned'`
  return db.$client.prepare(text).pluck().get(partner) as number
}
