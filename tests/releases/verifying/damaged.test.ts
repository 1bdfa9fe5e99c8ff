import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import { damagedReports } from '../../../src/releases/verifying/damaged-load.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { tamper } from './tamper.ts'

it('a workbook that was found whole is read again once another program has written', async () => {
  const made = await pilotWith('issued', SMALL)
  const folder = mkdtempSync(join(tmpdir(), '3p-damaged-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, '3p.db')
  made.db.$client.exec(`vacuum into '${file}'`)
  const [ours, theirs] = [open(file, join(root, 'db/migrations')), open(file, join(root, 'db/migrations'))]
  onTestFinished(() => [ours, theirs].forEach((db) => void db.$client.close()))
  const { id } = made.release
  const found = async () => [...(await damagedReports(ours, [id]))]
  const reading = vi.spyOn(ours, 'select')
  const reads = async () => {
    reading.mockClear()
    return [await found(), reading.mock.calls.length > 0]
  }

  expect(await reads()).toEqual([[], true])
  expect(await reads()).toEqual([[], false])
  ours.$client.exec('update submission set changed_at = changed_at + 1')
  expect(await reads()).toEqual([[], false])
  tamper(theirs, 'release_file', "update release_file set bytes = x'00'")
  expect(await reads()).toEqual([[id], true])
  expect(await reads()).toEqual([[id], true])
})
