import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { root } from '../../src/config/root.ts'
import { kindOf, ROOMS, roomOf } from '../house/kinds.ts'
import { filesIn } from '../house/sources.ts'
import { CORE, DECIDING, type Part, partsOf } from './rooms.ts'

/**
 * `npm run mutation -- figures targets` changes the pure files of these rooms (all rooms when none is named) one little thing
 * at a time and prints, file by file, how many changes a test notices. The core is held to 95 %, every other room to 85 %.
 * `releases/content` changes the files of that folder alone; with MUTATION_NEAR=1 they are put to the tests of that folder alone, which
 * is quicker and finds as many or fewer; with MUTATION_NEAR=releases/workbook to those of that one (or of a file). With MUTATION_NTH=5
 * one of five is tried, where there is no time for all. With MUTATION_INCREMENTAL=1 only what was changed since the last run is tried
 * again: for work on tests, not to be quoted.
 */
const asked = process.argv.slice(2)
const rooms = ROOMS.filter((room) => asked.length === 0 || asked.some((one) => one.split('/')[0] === room))
const unknown = asked.filter((one) => !(ROOMS as readonly string[]).includes(one.split('/')[0]!))
if (unknown.length > 0) throw new Error(`no such room: ${unknown.join(', ')}`)

const { MUTATION_NEAR: given = '' } = process.env
const near = given === '1' ? asked : given.split(' ').filter(Boolean)

const missed: string[] = []
for (const room of rooms) {
  const isAsked = (file: string) => asked.length === 0 || asked.some((one) => `${file}/`.startsWith(`src/${one}/`))
  const files = filesIn('src', '.ts').filter(
    (file) => roomOf(file) === room && (kindOf(file) === 'pure' || DECIDING.includes(file)) && isAsked(file),
  )
  const parts = partsOf(room, files, near)
  if (parts.length === 0 && files.length > 0) missed.push(`${room} has no quick test`)
  if (parts.length === 0) continue
  let [noticed, all] = [0, 0]
  for (const [nth, part] of parts.entries()) {
    const counts = await mutate(nth === 0 ? room : `${room}-${nth + 1}`, part)
    noticed += counts.noticed
    all += counts.all
  }
  const share = all === 0 ? 100 : (100 * noticed) / all
  const bar = CORE.has(room) ? 95 : 85
  if (share < bar) missed.push(`${room} ${share.toFixed(1)} %`)
  console.log(`${room}: ${noticed} of ${all} noticed, ${share.toFixed(1)} % (≥ ${bar})\n`)
}
console.log(missed.length === 0 ? 'Every room is noticed enough.' : `Too little: ${missed.join('; ')}.`)
process.exit(missed.length === 0 ? 0 : 1)

async function mutate(name: string, { files: mutated, tests }: Part) {
  mkdirSync(join(root, 'reports'), { recursive: true })
  process.env.MUTATION_TESTS = JSON.stringify(tests)
  const results = await new Stryker({
    testRunner: 'resident',
    plugins: [join(root, 'tests/mutation/test-runner.ts')],
    testRunnerNodeArgs: ['--import', 'tsx'],
    mutate: mutated,
    // Of the root alone: `fixtures/reports` is needed.
    ignorePatterns: ['/data', '/dist', '/coverage', '/reports'],
    coverageAnalysis: 'perTest',
    // What runs once when a file is loaded belongs to no test: whether it was noticed can't be told test by test.
    ignoreStatic: true,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: `reports/mutation-${name}.json` },
    concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
    incremental: process.env.MUTATION_INCREMENTAL === '1',
    incrementalFile: `reports/mutation-${name}-incremental.json`,
    timeoutMS: 20_000,
    // A room's tests, once; on a machine that others work on too.
    dryRunTimeoutMinutes: 20,
    thresholds: { high: 95, low: 85, break: null },
    tsconfigFile: 'no-classic-api-in-typescript-7.json',
    tempDirName: '.stryker-tmp',
    logLevel: 'error',
    allowConsoleColors: false,
  } as ConstructorParameters<typeof Stryker>[0]).runMutationTest()
  const counted = results.filter(
    ({ id, status }) =>
      Number(id) % Number(process.env.MUTATION_NTH ?? 1) === 0 &&
      !['Ignored', 'CompileError', 'RuntimeError'].includes(status),
  )
  const isNoticed = ({ status }: (typeof results)[number]) => status === 'Killed' || status === 'Timeout'
  for (const file of mutated) {
    const own = counted.filter(({ fileName }) => fileName.endsWith(file))
    if (own.length === 0) continue
    const killed = own.filter(isNoticed).length
    const lines = own.filter((one) => !isNoticed(one)).map(({ location }) => location.start.line)
    const where = lines.length === 0 ? '' : `  lines ${[...new Set(lines)].join(', ')}`
    console.log(
      `  ${String(Math.floor((100 * killed) / own.length)).padStart(3)} %  ${killed}/${own.length}  ${file}${where}`,
    )
  }
  return { noticed: counted.filter(isNoticed).length, all: counted.length }
}
