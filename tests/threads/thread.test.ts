import { expect, test } from 'vitest'
import type { WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { inThread, performTask } from '../../src/threads/thread.ts'

const plan: WorkbookPlan = { title: '', author: '', language: 'vi', createdAt: 0, sheets: [] }
const write = () => inThread('releases/workbook/workbook', plan)
/** Stopped before its thread was there, or while it loaded what it does. */
const ended = /^stopped$|the thread ended without an answer/

test('a task that is stopped before it has begun does not begin, and the next one does', async () => {
  const [before, stopped, after] = [write(), write(), write()]
  stopped.stop()
  await expect(stopped.done).rejects.toThrow('stopped')
  expect((await before.done).length).toBeGreaterThan(0)
  expect((await after.done).length).toBeGreaterThan(0)
})

test('a task that is stopped soon after it was begun ends without an answer, and the next one is done', async () => {
  const [running, next] = [write(), write()]
  // It has been begun by then, and no thread can have answered.
  await new Promise<void>((resolve) => process.nextTick(resolve))
  running.stop()
  await expect(running.done).rejects.toThrow(ended)
  expect((await next.done).length).toBeGreaterThan(0)
})

test('tasks of one name are done by one thread, until one is stopped: what was in the middle of something is not asked again', async () => {
  let started = 0
  const count = () => {
    started++
  }
  process.on('worker', count)
  await write().done
  const before = started
  await Promise.all([write().done, write().done])
  expect(started).toBe(before)
  const running = write()
  await new Promise<void>((resolve) => process.nextTick(resolve))
  running.stop()
  await expect(running.done).rejects.toThrow(ended)
  await write().done
  process.off('worker', count)
  expect(started).toBe(before + 1)
})

test('what does a task cannot be run on the thread that serves', () => {
  expect(() => performTask('releases/workbook/workbook', async () => new Uint8Array())).toThrow('and nothing else')
})
