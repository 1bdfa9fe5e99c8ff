import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { inThread, OverLimits } from '../../src/threads/thread.ts'

const within = (file: Uint8Array, limits: { memory: number; time: number }) =>
  inThread('spreadsheet/reading', file, undefined, limits).done

it('a task that takes too long, or too much memory, is ended and says so, and the next one is done', async () => {
  // Too much to be read within a millisecond, even by a thread that waits for it.
  const long = zipSync({
    'xl/workbook.xml': strToU8('<a>'),
    'xl/_rels/workbook.xml.rels': strToU8('<b/>'.repeat(50_000)),
  })
  await expect(within(long, { memory: 256, time: 1 })).rejects.toEqual(new OverLimits('time'))
  await expect(within(long, { memory: 1, time: 60_000 })).rejects.toEqual(new OverLimits('memory'))
  expect(await within(new Uint8Array(), { memory: 256, time: 60_000 })).toEqual({ refused: 'not-xlsx' })
})
