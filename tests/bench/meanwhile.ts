import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/config/root.ts'
import { build, startArguments } from '../support/program/build.ts'
import { freePort } from '../support/program/port.ts'
import { Client } from './client.ts'
import { atMost, type Line, ms, pause } from './measure.ts'
import { reportForm } from './report-form.ts'

/** What people look at while somebody else makes a report. */
const PAGES = ['/overview', '/indicators/V3', '/provinces/ha-tinh', '/submissions', '/']
const READERS = 2
/** Milliseconds between a reader's pages: nobody reads faster. */
const PAUSE = 25

/** Other pages of a real program, over the line, while a report of three years is protected and while it is issued. */
export async function benchMeanwhile(): Promise<Line[]> {
  build()
  const folder = mkdtempSync(join(tmpdir(), '3p-meanwhile-'))
  const port = await freePort()
  const env = { PATH: process.env.PATH ?? '', DATABASE: join(folder, '3p.db'), LOG_LEVEL: 'error', PORT: port }
  const program = spawn(process.execPath, startArguments(), { cwd: root, env, stdio: 'ignore' })
  const ended = new Promise((done) => program.on('close', done))
  try {
    return await measured(`http://127.0.0.1:${port}`)
  } finally {
    program.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
}

async function measured(address: string): Promise<Line[]> {
  const manager = new Client(address)
  await manager.signIn()
  // At its first start the demo issues a report by itself: what is measured begins after it.
  await manager.until('/releases/1', 'class="fingerprint"')
  const readers = Array.from({ length: READERS }, () => new Client(address))
  for (const reader of readers) await reader.signIn()
  await read(readers, pause(3000))
  const idle = await read(readers, pause(5000))
  const beside = await busyProcess(() => read(readers, pause(5000)))
  const where = await manager.post('/releases', THREE_YEARS)
  const protecting = await read(readers, manager.until(where, 'What is hidden'))
  const busy = await read(readers, manager.until(where, 'loses least|What you can do'))
  const issuing = await read(readers, manager.issue(where))
  const after = await read(readers, pause(5000))
  const usual = p95([...idle, ...after])
  const line = (what: string, times: readonly number[]) =>
    atMost(
      `Other pages' p95 while ${what} ÷ idle`,
      p95(times) / usual,
      2,
      `${ms(p95(times))} of ${times.length} pages ÷ ${ms(usual)}; slowest ${ms(Math.max(...times))}`,
    )
  const { what, result } = line('another process keeps a core busy', beside)
  return [
    line('a three-year report is protected', [...protecting, ...busy]),
    line('a three-year report is issued', issuing),
    { what, result },
  ]
}

/** What the machine alone makes of it: a process that shares nothing with the program counts on one of its cores. */
async function busyProcess<T>(meanwhile: () => Promise<T>): Promise<T> {
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
  try {
    return await meanwhile()
  } finally {
    busy.kill('SIGKILL')
  }
}

const THREE_YEARS = reportForm('Three years', '2019-Q1', '2021-Q4')

/** Times of pages read until something has happened, ms. */
async function read(readers: readonly Client[], until: Promise<unknown>): Promise<number[]> {
  let over = false
  void until.finally(() => {
    over = true
  })
  const times: number[] = []
  const reading = async (reader: Client) => {
    for (let nth = 0; !over; nth++) {
      const begun = performance.now()
      await reader.get(PAGES[nth % PAGES.length]!)
      times.push(performance.now() - begun)
      await pause(PAUSE)
    }
  }
  await Promise.all(readers.map(reading))
  await until
  return times
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}
