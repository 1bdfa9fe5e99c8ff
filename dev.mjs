// `npm run dev`: as `npm start`, and again at every change. Sources, sentences and stylesheets are bundled anew, views are
// read anew; what does not compile is said, and the program that ran before goes on. Configuration comes from the
// environment as always, so the database and the port are those of `npm start`. A new worker or page script (a new entry
// point) is seen at the next `npm run dev`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, watch, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { context } from 'esbuild'
import { assets, server } from './build.mjs'

/** Read while the program runs, not bundled: a change needs a new start and no new bundle. */
const READ_AT_START = ['views', 'db/migrations']
/** Editors write a file in several steps, and both bundles may end at once: one start for all of it. */
const SETTLE_MS = 60
/** A thread in the middle of a long calculation does not end when asked. Nothing saved is lost when it is killed. */
const PATIENCE_MS = 3000

/** Bundles that do not stand as the sources say: not yet, or because of an error. */
const broken = new Set(['server', 'assets'])
let running
let starting = Promise.resolve()
let planned

rmSync('dist', { recursive: true, force: true })
const bundles = await Promise.all(Object.entries({ server, assets }).map(bundle))
for (const folder of READ_AT_START) watch(folder, { recursive: true }, plan)
await Promise.all(bundles.map((one) => one.watch()))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)

/** Writes what was bundled only when all of it was: by itself esbuild removes it at an error, under the program that runs. */
function bundle([name, options]) {
  const startAfter = {
    name: 'start-after',
    setup: (build) =>
      build.onEnd(({ errors, outputFiles }) => {
        if (errors.length > 0) {
          broken.add(name)
          return console.error('\nNot started again: the next change that compiles will be.\n')
        }
        broken.delete(name)
        for (const { path, contents } of outputFiles) {
          mkdirSync(dirname(path), { recursive: true })
          writeFileSync(path, contents)
        }
        if (broken.size === 0) plan()
      }),
  }
  return context({ ...options, write: false, sourcemap: 'linked', plugins: [startAfter] })
}

function plan() {
  clearTimeout(planned)
  planned = setTimeout(() => {
    if (broken.size === 0) starting = starting.then(startAgain)
  }, SETTLE_MS)
}

async function startAgain() {
  await stop()
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], { stdio: 'inherit' })
  running = child
  child.once('exit', (code) => {
    if (running !== child) return
    running = undefined
    if (code !== 0) console.error('\nThe program ended. It is started again at the next change.\n')
  })
}

async function stop() {
  const child = running
  running = undefined
  if (!child) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })])
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await ended
}

async function end() {
  clearTimeout(planned)
  await starting
  await stop()
  await Promise.all(bundles.map((one) => one.dispose()))
  process.exit(0)
}
