import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { root } from '../config/root.ts'

/** Work in a thread of its own: long arithmetic there keeps nobody else waiting. */
export type Work<Out> = { done: Promise<Out>; stop: () => void }

type Message<Out, Said> = { said: Said } | { out: Out }

const busy = new Map<string, Promise<unknown>>()

/**
 * Runs `src/<room>/<name>.worker.ts` with some plain data; pieces of work of one name are done one after the other.
 * @param hear is told what the thread says on its way.
 */
export function inThread<In, Out, Said = never>(
  room: string,
  name: string,
  data: In,
  hear: (said: Said) => void = () => {},
): Work<Out> {
  let worker: Worker | undefined
  let stopped = false
  const before = busy.get(name) ?? Promise.resolve()
  const done = before.then(
    () =>
      new Promise<Out>((resolve, reject) => {
        if (stopped) return reject(new Error('stopped'))
        worker = start(room, name, data)
        worker.on('message', (message: Message<Out, Said>) => {
          if ('said' in message) hear(message.said)
          else resolve(message.out)
        })
        worker.on('error', reject)
        worker.on('exit', () => reject(new Error('the thread ended without an answer')))
      }),
  )
  const settled = done.catch(() => {}).finally(() => worker?.terminate())
  busy.set(name, settled)
  return {
    done,
    stop: () => {
      stopped = true
      void worker?.terminate()
    },
  }
}

/** The other side: what a worker file does with its data. */
export function answer<In, Out, Said = never>(work: (data: In, say: (said: Said) => void) => Promise<Out>): void {
  const port = parentPort
  if (!port) throw new Error('a worker file was run outside of a thread')
  void work(workerData as In, (said) => port.postMessage({ said })).then((out) => port.postMessage({ out }))
}

/** Built code stands beside this one; from source, the thread needs the loader for TypeScript that the source runs with. */
function start(room: string, name: string, data: unknown): Worker {
  const built = join(import.meta.dirname, `${name}.worker.js`)
  if (existsSync(built)) return new Worker(built, { workerData: data, execArgv: [] })
  const address = (...path: string[]) => JSON.stringify(pathToFileURL(join(root, ...path)).href)
  const loader = address('node_modules/tsx/dist/esm/api/index.mjs')
  const source = address('src', room, `${name}.worker.ts`)
  const load = `import(${loader}).then(({ register }) => { register(); return import(${source}) })`
  return new Worker(load, { eval: true, workerData: data, execArgv: [] })
}
