import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { KeptThread } from '../../src/threads/kept-thread.ts'
import { PATIENCE } from '../support/run/patience.ts'

const ECHO =
  "const { parentPort } = require('node:worker_threads'); parentPort.on('message', (it) => parentPort.postMessage(it))"
const open = (program = ECHO) => new KeptThread<string, string>(new Worker(program, { eval: true }))
const ask = (thread: KeptThread<string, string>, what: string) =>
  new Promise<string>((hear, fail) => thread.give(what, { hear, fail }))

afterEach(() => {
  vi.useRealTimers()
})

test('it does one task after the other', async () => {
  const thread = open()
  expect(await ask(thread, 'one')).toBe('one')
  thread.wait()
  expect(await ask(thread, 'two')).toBe('two')
  expect(thread.isOver).toBe(false)
  await thread.end()
})

test('it ends by itself when it has waited for long, and not while it works', async () => {
  const thread = open()
  expect(await ask(thread, 'one')).toBe('one')
  vi.useFakeTimers()
  thread.wait()
  thread.give('two', { hear: () => {}, fail: () => {} })
  vi.advanceTimersByTime(60_000)
  expect(thread.isOver).toBe(false)
  thread.wait()
  vi.advanceTimersByTime(9_000)
  expect(thread.isOver).toBe(false)
  vi.advanceTimersByTime(2_000)
  expect(thread.isOver).toBe(true)
})

test('whoever waits for it is told that it ended, or what was wrong', async () => {
  const ended = open()
  const waits = ask(ended, 'one')
  await ended.end()
  await expect(waits).rejects.toThrow('the thread ended without an answer')
  const broken = open("require('node:worker_threads').parentPort.on('message', () => { throw new Error('cannot') })")
  await expect(ask(broken, 'one')).rejects.toThrow('cannot')
  await vi.waitFor(() => expect(broken.isOver).toBe(true), PATIENCE)
})
