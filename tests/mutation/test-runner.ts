import { readFileSync, writeFileSync } from 'node:fs'
import { BroadcastChannel } from 'node:worker_threads'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { createVitest, type Vitest } from 'vitest/node'
import {
  type Answer,
  CHANNEL,
  type Coverage,
  HOOKS,
  type Order,
  type TestOutcome,
  testId,
  type Wanted,
} from './messages.ts'

const TIMES = 'test-times.json'

/**
 * Puts mutants to tests that stay in memory (`resident-tests.ts`). Stryker's own runner for vitest starts a thread and reads all
 * files anew for each mutant; with this one a mutant costs what its tests cost.
 *
 * A mutant may leave something behind (a kept result) that makes a later test fail. So a test that failed is run once more
 * without the mutant: if it fails again, what failed is tried anew in a fresh process.
 */
class ResidentTestRunner implements TestRunner {
  private vitest: Vitest | undefined
  private readonly channel = new BroadcastChannel(CHANNEL)
  /** How long the tests of each file took, in ms; in the copy of the project that is changed, since processes are started anew. */
  private took: Record<string, number> | undefined
  private isHarmed = false
  private tried = 0
  /** Of so many mutants one is tried. */
  private readonly nth = Number(process.env.MUTATION_NTH ?? 1)

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init(): Promise<void> {
    process.env.NODE_ENV = 'test'
    process.env.VITEST = '1'
    process.env.CI = '1'
    const vitest = await createVitest('test', {
      config: 'tests/mutation/vitest.config.ts',
      watch: false,
      maxWorkers: 1,
      onConsoleLog: () => false,
      reporters: [],
    })
    this.vitest = vitest
    const ready = this.answer()
    const [first] = await vitest.globTestSpecifications()
    if (!first) throw new Error('no test file')
    // Ends only with the process: the thread stays.
    void vitest.runTestSpecifications([first])
    await ready
  }

  async dryRun(): Promise<DryRunResult> {
    const files = (await this.vitest!.globTestSpecifications()).map(({ moduleId }) => moduleId)
    const answer = await this.ask({ kind: 'first', files })
    if (answer.kind !== 'ran') return { status: DryRunStatus.Error, errorMessage: JSON.stringify(answer) }
    const took: Record<string, number> = {}
    for (const { file, ms } of answer.outcomes) took[file] = (took[file] ?? 0) + ms
    writeFileSync(TIMES, JSON.stringify(took))
    const hooks = files.map((file) => ({ file, name: HOOKS, state: 'pass', ms: 0, message: '' }) as const)
    const tests = [...answer.outcomes, ...hooks].map(resultOf)
    return { status: DryRunStatus.Complete, tests, mutantCoverage: withoutReading(answer.coverage) }
  }

  async mutantRun({ testFilter = [], hitLimit, activeMutant }: MutantRunOptions): Promise<MutantRunResult> {
    if (Number(activeMutant.id) % this.nth !== 0)
      return { status: MutantRunStatus.Error, errorMessage: 'It is not among those that are tried.' }
    if (this.isHarmed) throw new Error('An earlier mutant left something behind.')
    const answer = await this.ask({
      kind: 'mutant',
      id: activeMutant.id,
      hitLimit,
      wanted: this.quickFirst(wantedOf(testFilter)),
    })
    if (answer.kind !== 'tried') throw new Error(JSON.stringify(answer))
    this.isHarmed = !answer.isUnharmed
    this.tried += 1
    if (this.isHarmed && this.tried > 1) throw new Error('It or an earlier mutant left something behind.')
    const beyond = determineHitLimitReached(answer.hits, hitLimit)
    return toMutantRunResult(beyond ?? { status: DryRunStatus.Complete, tests: answer.outcomes.map(resultOf) })
  }

  async dispose(): Promise<void> {
    this.channel.close()
  }

  /** Most mutants are noticed by a test that costs nothing. */
  private quickFirst(wanted: readonly Wanted[]): Wanted[] {
    this.took ??= JSON.parse(readFileSync(TIMES, 'utf8')) as Record<string, number>
    const msOf = ({ file }: Wanted) => this.took![file] ?? 0
    return [...wanted].sort((a, b) => msOf(a) - msOf(b))
  }

  private ask(order: Order): Promise<Answer> {
    const answer = this.answer()
    this.channel.postMessage(order)
    return answer
  }

  private answer(): Promise<Answer> {
    return new Promise((resolve) => {
      this.channel.onmessage = (event) => resolve((event as { data: Answer }).data)
    })
  }
}

/**
 * What ran while files were read counts only where no test runs it: a mutant is in force during tests alone, and Stryker starts a
 * process anew for each of the others.
 */
function withoutReading({ static: read, perTest }: Coverage): Coverage {
  const tried = new Set(Object.values(perTest).flatMap(Object.keys))
  return { static: Object.fromEntries(Object.entries(read).filter(([id]) => !tried.has(id))), perTest }
}

/** Where a file's preparations were hit, all its tests are run. */
function wantedOf(ids: readonly string[]): Wanted[] {
  const byFile = new Map<string, string[]>()
  for (const id of ids) {
    const file = id.slice(0, id.indexOf('#'))
    const names = byFile.get(file) ?? []
    names.push(id.slice(file.length + 1))
    byFile.set(file, names)
  }
  return [...byFile].map(([file, names]) => (names.includes(HOOKS) ? { file } : { file, names }))
}

function resultOf({ file, name, state, ms, message }: TestOutcome): TestResult {
  const test = { id: testId(file, name), name, fileName: file, timeSpentMs: ms }
  if (state === 'fail') return { ...test, status: TestStatus.Failed, failureMessage: message }
  return { ...test, status: state === 'pass' ? TestStatus.Success : TestStatus.Skipped }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'resident', ResidentTestRunner)]
