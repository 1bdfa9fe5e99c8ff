import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { storageFaultOf } from '../../../db/file/storage-fault.ts'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import { addedPerson } from '../../support/people.ts'

let folder: string
let file: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-file-'))
  file = join(folder, '3p.db')
  db = open(file, join(root, 'db/migrations'))
  addedPerson(db, {}, 1)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

const rename = (name: string) => db.tx(() => db.$client.prepare('update person set name = ?').run(name))
const nameNow = () => db.$client.prepare('select name from person').pluck().get()
function fault(): unknown {
  try {
    rename('lost')
    return null
  } catch (error) {
    expect((error as Error).message).toContain('while the program runs')
    return storageFaultOf(error)
  }
}

describe('a database that no longer lies where it was opened', () => {
  it.each<[string, () => void]>([
    ['was moved', () => renameSync(file, `${file}.old`)],
    ['was deleted', () => rmSync(file)],
    [
      'was replaced, as by a backup put over it',
      () => {
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
    ['lost what was saved last', () => rmSync(`${file}-wal`)],
  ])(
    'is not written to once it %s: nothing is acknowledged that is in no file; what it holds is read on',
    (_, away) => {
      rename('kept')
      away()
      expect(fault()).toBe('unwritable')
      expect(nameNow()).toBe('kept')
    },
  )

  it('is written to again when it is back', () => {
    renameSync(file, `${file}.old`)
    expect(fault()).toBe('unwritable')
    renameSync(`${file}.old`, file)
    rename('back')
    expect(nameNow()).toBe('back')
  })
})
