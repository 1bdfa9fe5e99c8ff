import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../db/backup/back-up.ts'
import { restore } from '../../db/backup/restore.ts'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { readProject } from '../../src/framework/read.ts'
import { saveProject } from '../../src/framework/save.ts'
import { loadWritten } from '../../src/framework/written/project-load.ts'
import { textsOf } from '../../src/framework/written/written.ts'
import { wordsFor } from '../../src/language/words.ts'
import { MIGRATIONS } from '../../src/open-database.ts'
import { loadTrailNames } from '../../src/trail/load.ts'
import { detailFor, eventInWords } from '../../src/trail/page.ts'
import { readTrail } from '../../src/trail/store.ts'
import { emptyDb } from '../support/database.ts'
import { dbOf, PROJECTS } from './projects.ts'

describe.each(PROJECTS)('the file of the $name project', (project) => {
  let db: Db
  const folder = mkdtempSync(join(tmpdir(), 'project-'))
  beforeAll(() => {
    db = dbOf(project)
  })
  afterAll(() => {
    db.$client.close()
    rmSync(folder, { recursive: true })
  })

  it('is written as lists, from which the same project is loaded and written again', () => {
    const texts = textsOf(loadWritten(db)!)
    const read = readProject(texts)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    const again = emptyDb()
    expect(saveProject(again, null, read.data, 0)).toBe('saved')
    expect(textsOf(loadWritten(again)!)).toEqual(texts)
    again.$client.close()
  })

  it('is backed up and restored with every row, and its figures', async () => {
    const file = join(folder, 'project.db')
    writeFileSync(file, db.$client.serialize())
    const backup = await backUp(file, join(folder, 'backups'), project.now, () => undefined)
    const elsewhere = join(folder, 'elsewhere.db')
    expect((await restore(backup.file, elsewhere, MIGRATIONS)).checked).toBe(true)
    const restored = open(elsewhere, MIGRATIONS)
    const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
    const rows = (one: Db) =>
      tables.map((table) => `${table} ${one.$client.prepare(`select count(*) from ${table}`).pluck().get()}`)
    expect(rows(restored)).toEqual(rows(db))
    expect(auditTally(restored)).toEqual([])
    restored.$client.close()
  })

  it('tells in its trail nothing by the names that the program has for it', () => {
    const rows = readTrail(db, {}, 2000)
    const names = loadTrailNames(db, rows)
    const words = wordsFor('vi')
    const raw = rows.flatMap((row) => [
      eventInWords(row, names, words),
      ...detailFor(row, true, names, words).split(' · '),
    ])
    expect(raw.length).toBeGreaterThan(5)
    expect(
      raw.filter((said) => /\b[a-z]+[A-Z]\w*:|\b(submission|person|release|indicator) \d|version/.test(said)),
    ).toEqual([])
  })
})
