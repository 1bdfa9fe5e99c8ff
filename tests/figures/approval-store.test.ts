import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { open } from '../../db/open.ts'
import { root } from '../../src/config/root.ts'
import { latestApprovedQuarter } from '../../src/figures/approval-store.ts'
import { emptyDb } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'charts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const WRITE = `insert into period (quarter, due_on) values (8080 + ?, '2020-04-15')`

it('the version changes with a write of this connection and of another, and with nothing else', () => {
  const file = join(folder, 'a.db')
  const one = open(file, join(root, 'db/migrations'))
  const other = open(file, join(root, 'db/migrations'))
  const first = one.dataVersion()
  one.$client.prepare('select * from setting').all()
  expect(one.dataVersion()).toBe(first)
  one.$client.prepare(WRITE).run(1)
  const second = one.dataVersion()
  expect(second).not.toBe(first)
  other.$client.prepare(WRITE).run(2)
  const third = one.dataVersion()
  expect(third).not.toBe(second)
  expect(one.dataVersion()).toBe(third)
  one.$client.close()
  other.$client.close()
})

it('there is no latest quarter where nothing has been approved', () => {
  expect(latestApprovedQuarter(emptyDb(), Date.now())).toBeNull()
})
