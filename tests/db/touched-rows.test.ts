import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'
import { imageOf } from '../support/database.ts'
import { World } from '../support/world.ts'

const QUARTERS = ['2019-Q1', '2019-Q2'] as const

function world(): { db: Db; ids: [number, number] } {
  const made = new World().place('HP').indicator('flow').assign('flow', 'HP')
  const ids = QUARTERS.map((quarter) => made.submission(['HP', quarter], { flow: 1 }, 'submitted'))
  return { db: made.db, ids: ids as [number, number] }
}

const save = (db: Db, id: number) => db.prepared('update submission set version = version + 1 where id = ?').run(id)

describe('what was touched since', () => {
  let db: Db
  let ids: [number, number]
  beforeEach(() => {
    ;({ db, ids } = world())
  })
  afterEach(() => {
    db.$client.close()
  })
  const looked = () => db.touched('submission')!

  it('is nothing while nothing is written, or only something else', () => {
    const { mark } = looked()
    db.prepared("update person set name = 'another'").run()
    expect(looked()).toMatchObject({ mark })
    expect(looked().since(mark)).toEqual([])
  })

  it('is each row once, however often it is written', () => {
    const { mark } = looked()
    for (const id of [ids[0], ids[1], ids[0]]) save(db, id)
    expect(looked().since(mark)!.sort()).toEqual([...ids].sort())
    const later = looked().mark
    expect(later).not.toBe(mark)
    save(db, ids[1])
    expect(looked().since(later)).toEqual([ids[1]])
  })

  it('is what many were written by one statement, and what is gone', () => {
    const { mark } = looked()
    db.prepared('update submission set version = version + 1').run()
    expect(looked().since(mark)).toHaveLength(2)
    const later = looked().mark
    db.prepared('delete from entry where submission_id = ?').run(ids[0])
    db.prepared('delete from submission where id = ?').run(ids[0])
    expect(looked().since(later)).toEqual([ids[0]])
  })

  it('is not what was taken back, and cannot be asked before it is known', () => {
    const { mark } = looked()
    expect(() =>
      db.tx(() => {
        save(db, ids[0])
        expect(db.touched('submission')).toBeNull()
        throw new Error('taken back')
      }),
    ).toThrow('taken back')
    expect(looked().mark).toBe(mark)
    save(db, ids[1])
    expect(looked().since(mark)).toEqual([ids[1]])
  })

  it('may be anything after another process has written', () => {
    const folder = mkdtempSync(join(tmpdir(), '3p-touched-'))
    try {
      const file = join(folder, '3p.db')
      writeFileSync(file, imageOf(db))
      const [here, there] = [open(file, join(root, 'db/migrations')), open(file, join(root, 'db/migrations'))]
      const { mark } = here.touched('submission')!
      save(there, ids[0])
      const after = here.touched('submission')!
      expect(after.mark).not.toBe(mark)
      expect(after.since(mark)).toBeNull()
      for (const one of [here, there]) one.$client.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
