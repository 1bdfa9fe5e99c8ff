import { BroadcastChannel } from 'node:worker_threads'
import { type File, type Suite, startTests, type Task, type Test } from '@vitest/runner'
import { getTestName } from '@vitest/runner/utils'
import { TestRunner, vi } from 'vitest'
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

/** What the changed files read to know which change is in force, and where they count what ran. */
type Switch = {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number
  hitLimit?: number | undefined
  mutantCoverage?: Coverage
}

const shared = globalThis as unknown as { __stryker__?: Switch; __vitest_worker__: WorkerState }
shared.__stryker__ ??= {}
const mutants: Switch = shared.__stryker__

type Module = object
type WorkerState = {
  filepath: string
  evaluatedModules: { getModuleById(id: string): Module | undefined; invalidateModule(module: Module): void }
}

/**
 * Stays in its thread and runs test files as often as it is asked to: the files under test are read once instead of once for
 * each mutant. A test file itself is read anew each time, so its own state is new.
 */
export default class ResidentRunner extends TestRunner {
  /** What a file's tests took at most, in milliseconds. */
  private readonly took = new Map<string, number>()

  async onBeforeCollect(): Promise<void> {
    const channel = new BroadcastChannel(CHANNEL)
    const say = (answer: Answer) => channel.postMessage(answer)
    await new Promise<void>(() => {
      channel.onmessage = (event) => {
        const order = (event as { data: Order | Answer }).data
        if (order.kind !== 'first' && order.kind !== 'mutant') return
        this.obey(order).then(say, (error) => say({ kind: 'failed', message: String(error) }))
      }
      say({ kind: 'ready' })
    })
  }

  private async obey(order: Order): Promise<Answer> {
    if (order.kind === 'first') {
      const outcomes = await this.run(order.files.map((file) => ({ file })))
      return { kind: 'ran', outcomes, coverage: mutants.mutantCoverage ?? { static: {}, perTest: {} } }
    }
    mutants.hitCount = 0
    mutants.hitLimit = order.hitLimit
    const outcomes = await this.run(order.wanted, order.id)
    const hits = mutants.hitCount
    const failed = outcomes.find(({ state }) => state === 'fail')
    const names = failed?.name === HOOKS ? undefined : failed && [failed.name]
    const again = failed ? await this.run([names ? { file: failed.file, names } : { file: failed.file }]) : []
    return { kind: 'tried', outcomes, hits, isUnharmed: again.every(({ state }) => state !== 'fail') }
  }

  /** Stops at the first test that fails when a mutant is in force: so the quickest files come first. */
  private async run(wanted: readonly Wanted[], mutant?: string): Promise<TestOutcome[]> {
    const outcomes: TestOutcome[] = []
    const costOf = ({ file }: Wanted) => this.took.get(file) ?? 0
    for (const { file, names } of [...wanted].sort((a, b) => costOf(a) - costOf(b))) {
      const begun = performance.now()
      const once = new OneRun(this.config, mutant, names && new Set(names))
      // The thread gives these to its own runner alone.
      const own = this as unknown as Record<string, unknown>
      for (const key of ['moduleRunner', '_otel'])
        Object.defineProperty(once, key, { value: own[key], writable: true, configurable: true })
      shared.__vitest_worker__.filepath = file
      try {
        const files = await startTests([file], once)
        outcomes.push(...files.flatMap(outcomesOf))
      } finally {
        this.took.set(file, Math.max(costOf({ file }), performance.now() - begun))
        mutants.activeMutant = undefined
        mutants.currentTestId = undefined
        vi.resetConfig()
        vi.restoreAllMocks()
      }
      if (mutant !== undefined && outcomes.some(({ state }) => state === 'fail')) break
    }
    return outcomes
  }
}

/** One reading of one test file, with a mutant in force once it is read. */
class OneRun extends TestRunner {
  private isStopped = false

  constructor(
    config: ConstructorParameters<typeof TestRunner>[0],
    private readonly mutant: string | undefined,
    private readonly names: ReadonlySet<string> | undefined,
  ) {
    super(config)
  }

  override importFile(filepath: string, source: Parameters<TestRunner['importFile']>[1]): unknown {
    const modules = shared.__vitest_worker__.evaluatedModules
    const read = modules.getModuleById(filepath)
    if (read) modules.invalidateModule(read)
    return super.importFile(filepath, source)
  }

  onCollected(files: File[]): void {
    for (const file of files) this.choose(file)
    mutants.activeMutant = this.mutant
    mutants.currentTestId = testId(files[0]!.filepath, HOOKS)
  }

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test)
    mutants.currentTestId = testId(test.file.filepath, getTestName(test))
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.isStopped) test.mode = 'skip'
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: Task): void {
    mutants.currentTestId = testId(test.file.filepath, HOOKS)
    if (this.mutant !== undefined && test.result?.state === 'fail') this.isStopped = true
    super.onAfterRunTask(test)
  }

  /** Leaves out what was not asked for; a group whose tests are all left out does not prepare anything. */
  private choose(suite: Suite): void {
    if (this.names === undefined) return
    for (const task of suite.tasks) {
      if (task.type === 'suite') this.choose(task)
      else if (task.mode === 'run' && !this.names.has(getTestName(task))) task.mode = 'skip'
    }
    if (suite.mode === 'run' && suite.tasks.every(({ mode }) => mode !== 'run')) suite.mode = 'skip'
  }
}

function outcomesOf(suite: Suite): TestOutcome[] {
  const own = (suite.result?.errors ?? []).map(({ message }) => outcome(suite, HOOKS, 'fail', message))
  const within = suite.tasks.flatMap((task) => {
    if (task.type === 'suite') return outcomesOf(task)
    const state = task.result?.state === 'fail' ? 'fail' : task.result?.state === 'pass' ? 'pass' : 'skip'
    return [outcome(task, getTestName(task), state, task.result?.errors?.[0]?.message ?? '')]
  })
  return [...own, ...within]
}

function outcome(task: Task, name: string, state: TestOutcome['state'], message: string): TestOutcome {
  return { file: task.file.filepath, name, state, ms: task.result?.duration ?? 0, message }
}
