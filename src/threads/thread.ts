import { existsSync, readdirSync, statSync } from 'node:fs'
import { constants, platform, setPriority } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { root } from '../config/root.ts'
import { KeptThread } from './kept-thread.ts'
import type { TaskName, ThreadTasks } from './tasks.ts'

/** A task that is being done in a thread of its own: long arithmetic there keeps nobody else waiting. */
export type RunningTask<Answer> = { done: Promise<Answer>; stop: () => void }

/** What a thread may take for a task whose size somebody else decides: its own memory in MB, and milliseconds for each task. */
export type ThreadLimits = { memory: number; time: number }

/** A thread took more memory or time than its limits; nothing more is known of what it did. */
export class OverLimits extends Error {}

/** What a thread is for, which it knows from its start on. */
type Purpose = { name: TaskName }

type FromThread<Name extends TaskName> =
  | { message: ThreadTasks[Name]['message'] }
  | { answer: ThreadTasks[Name]['answer'] }

/** By name: when the last one begun will have ended. */
const ending = new Map<TaskName, Promise<unknown>>()

/** By name: the thread that did the last one. */
const threads = new Map<TaskName, KeptThread<unknown, unknown>>()

/**
 * Does a task with some plain data in a thread; tasks of one name are done one after the other.
 * @param onMessage is told what the thread says on its way
 * @param limits the same for each task of a name
 * @throws OverLimits as what the task ends with
 */
export function inThread<Name extends TaskName>(
  name: Name,
  input: ThreadTasks[Name]['input'],
  onMessage: (message: ThreadTasks[Name]['message']) => void = () => {},
  limits: ThreadLimits | null = null,
): RunningTask<ThreadTasks[Name]['answer']> {
  /** For as long as it does this task. */
  let thread: KeptThread<ThreadTasks[Name]['input'], FromThread<Name>> | null = null
  let stopped = false
  const before = ending.get(name) ?? Promise.resolve()
  const done = before.then(
    () =>
      new Promise<ThreadTasks[Name]['answer']>((resolve, reject) => {
        if (stopped) return reject(new Error('stopped'))
        const doing = threadFor(name, limits)
        thread = doing
        const tooLong = limits && setTimeout(() => fail(new OverLimits('time')), limits.time)
        const hear = (from: FromThread<Name>) => {
          if ('message' in from) return onMessage(from.message)
          clearTimeout(tooLong ?? undefined)
          thread = null
          doing.wait()
          resolve(from.answer)
        }
        const fail = (why: unknown) => {
          clearTimeout(tooLong ?? undefined)
          reject(isOutOfMemory(why) ? new OverLimits('memory') : why)
        }
        doing.give(input, { hear, fail })
      }),
  )
  ending.set(
    name,
    done.catch(() => thread?.end()),
  )
  return {
    done,
    stop: () => {
      stopped = true
      void thread?.end()
    },
  }
}

/** The one that did the last task of this name, if it is still there. */
function threadFor<Name extends TaskName>(
  name: Name,
  limits: ThreadLimits | null,
): KeptThread<ThreadTasks[Name]['input'], FromThread<Name>> {
  const known = threads.get(name)
  if (known && !known.isOver) return known
  const thread = new KeptThread<unknown, FromThread<Name>>(startWorker(name, limits))
  threads.set(name, thread as KeptThread<unknown, unknown>)
  return thread
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The other side: what the worker file of this name does with each input it is given. */
export function performTask<Name extends TaskName>(
  name: Name,
  perform: (
    input: ThreadTasks[Name]['input'],
    say: (message: ThreadTasks[Name]['message']) => void,
  ) => Promise<ThreadTasks[Name]['answer']>,
): void {
  const port = parentPort
  const purpose = workerData as Purpose | null
  if (!port || purpose?.name !== name) throw new Error(`this does ${name}, in a thread, and nothing else`)
  yieldToPages()
  port.on('message', (input: ThreadTasks[Name]['input']) => {
    void perform(input, (message) => port.postMessage({ message })).then((answer) => port.postMessage({ answer }))
  })
}

/**
 * On Linux a priority is a thread's own, and number 0 is the thread that asks: pages come first when cores are few. Elsewhere it
 * would be the whole program's.
 */
function yieldToPages(): void {
  if (platform() !== 'linux') return
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where it may not, it works all the same, and other pages are slower meanwhile.
  }
}

/** From source, without having been built since, the thread needs the loader for TypeScript that the source runs with. */
function startWorker(name: TaskName, limits: ThreadLimits | null): Worker {
  const purpose: Purpose = { name }
  const options = {
    workerData: purpose,
    execArgv: [],
    ...(limits && { resourceLimits: { maxOldGenerationSizeMb: limits.memory } }),
  }
  const built = builtWorker(`${basename(name)}.worker.js`)
  if (built) return new Worker(built, options)
  const address = (...path: string[]) => JSON.stringify(pathToFileURL(join(root, ...path)).href)
  const loader = address('node_modules/tsx/dist/esm/api/index.mjs')
  const source = address('src', `${name}.worker.ts`)
  const load = `import(${loader}).then(({ register }) => { register(); return import(${source}) })`
  return new Worker(load, { eval: true, ...options })
}

/** Built code stands beside this one; beside source that runs by itself, as in tests, it may have been built of the same. */
function builtWorker(file: string): string | null {
  const beside = join(import.meta.dirname, file)
  if (existsSync(beside)) return beside
  const built = statSync(join(root, 'dist', file), { throwIfNoEntry: false })
  lastWritten ??= Math.max(...SOURCES.map((folder) => newestIn(join(root, folder))))
  return built && built.mtimeMs > lastWritten ? join(root, 'dist', file) : null
}

/** What threads are built of. */
const SOURCES = ['src', 'db']
let lastWritten: number | undefined

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs))
}
