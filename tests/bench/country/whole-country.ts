import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from '../../../src/config/root.ts'
import { build, startArguments } from '../../support/program/build.ts'
import { freePort } from '../../support/program/port.ts'
import { Client } from '../client.ts'
import { type Line, megabytes, ms } from '../measure.ts'
import { reportForm } from '../report-form.ts'

/** What a manager opens in a project of 34 provinces, 3,321 communes and what they were. */
const PAGES = [
  '/',
  '/overview',
  '/overview?map=today',
  '/components/prevention',
  '/components/protection',
  '/indicators/P1',
  '/indicators/V2',
  '/provinces/nghe-an',
  '/provinces/hai-phong-2025',
  '/submissions',
  '/submissions?page=100',
  '/submissions?place=nghe-an',
  '/periods',
  '/handovers',
  '/trail',
]

const REPORT = reportForm('Two years', '2024-Q3', '2026-Q2')

/** `npm run demo -- national` and the program over it: how long, how large, how much memory. */
export async function benchWholeCountry(): Promise<Line[]> {
  build()
  const folder = mkdtempSync(join(tmpdir(), '3p-country-'))
  const port = await freePort()
  const file = join(folder, '3p.db')
  const env = { PATH: process.env.PATH ?? '', DATABASE: file, LOG_LEVEL: 'error', PORT: port }
  try {
    const loading = await ended(spawn(process.execPath, ['dist/cli.js', 'demo', 'national'], { cwd: root, env }))
    const loaded = { what: 'npm run demo -- national', result: `${ms(loading.time)}, ${megabytes(loading.memory)}` }
    const begun = performance.now()
    const program = spawn(process.execPath, startArguments(), { cwd: root, env, stdio: 'ignore' })
    const ending = ended(program)
    try {
      const lines = await measured(`http://127.0.0.1:${port}`, begun)
      const memory = { what: 'Memory of the program after all of this, at most', result: megabytes(memoryOf(program)) }
      return [loaded, { what: 'The file', result: megabytes(statSync(file).size) }, ...lines, memory]
    } finally {
      program.kill('SIGTERM')
      await ending
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measured(address: string, begun: number): Promise<Line[]> {
  const manager = new Client(address)
  await manager.signIn()
  const lines: Line[] = [{ what: 'Start to signed in', result: ms(performance.now() - begun) }]
  for (const page of PAGES) {
    const [first, text] = await timed(() => manager.get(page))
    const [again] = await timed(() => manager.get(page))
    const size = `${Math.round(text.length / 1000)} kB, ${Math.round(brotliCompressSync(text).length / 1000)} kB as sent`
    const bar = { bar: '< 1 s, ≤ 25 kB as sent', met: first < 1000 && brotliCompressSync(text).length <= 25_000 }
    lines.push({ what: page, result: `${ms(first)}, again ${ms(again)}, ${size}`, ...bar })
  }
  await manager.get('/releases/new')
  const [protecting, where] = await timed(async () => {
    const draft = await manager.post('/releases', REPORT)
    await manager.until(draft, 'Những số liệu bị ẩn|What is hidden')
    return draft
  })
  const [issuing] = await timed(() => manager.issue(where))
  return [
    ...lines,
    { what: 'A report of two years, all provinces and indicators: protected', result: ms(protecting) },
    { what: 'The same: issued', result: ms(issuing) },
  ]
}

async function timed<T>(work: () => Promise<T>): Promise<[time: number, answer: T]> {
  const begun = performance.now()
  const answer = await work()
  return [performance.now() - begun, answer]
}

/** Waits for a program to end. @returns ms it took, and the most memory it had, in bytes, as far as it was seen */
async function ended(child: ChildProcess): Promise<{ time: number; memory: number }> {
  const begun = performance.now()
  let memory = 0
  const look = setInterval(() => {
    memory = Math.max(memory, memoryOf(child))
  }, 200)
  await new Promise((done) => child.on('close', done))
  clearInterval(look)
  return { time: performance.now() - begun, memory }
}

/** The most memory a running process has had, in bytes; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
