import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { root } from '../../../src/config/root.ts'
import { onceARun } from '../once.ts'
import { freePort } from './port.ts'

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }

export type Program = {
  child: ChildProcess
  /** Once it listens: its address. */
  ready: Promise<string>
  ended: Promise<Ended>
  said: () => string
}

/** A folder of its own, and the built program run in it as a process: what a test needs that starts and stops it. */
export class Installation {
  readonly folder = mkdtempSync(join(tmpdir(), 'start-'))
  readonly database = join(this.folder, 'data/3p.db')
  private readonly running: ChildProcess[] = []

  /** @param under a command to run it under, such as one that takes rights away */
  run(script: 'main.js' | 'cli.js', args: string[], env: Record<string, string>, under: string[] = []): Program {
    const clean = { PATH: process.env.PATH!, DATABASE: this.database, LOG_LEVEL: 'warn' }
    const [command, ...given] = [...under, process.execPath, join(root, 'dist', script), ...args] as [string]
    const child = spawn(command, given, {
      cwd: this.folder,
      env: { ...clean, ...env },
    })
    this.running.push(child)
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => {
      out += text
    })
    child.stderr.on('data', (text) => {
      err += text
    })
    const ended = new Promise<Ended>((done) => child.on('close', (code, signal) => done({ code, signal, out, err })))
    const ready = new Promise<string>((done, fail) => {
      child.stdout.on('data', () => {
        const address = /ready: (http:\/\/\S+)/.exec(out)?.[1]
        if (address) done(address)
      })
      child.on('close', () => fail(new Error(err)))
    })
    ready.catch(() => undefined)
    return { child, ended, ready, said: () => out }
  }

  /** The server, on a port that nobody uses unless one is given. */
  async start(env: Record<string, string> = {}): Promise<Program> {
    return this.run('main.js', [], { PORT: await freePort(), ...env })
  }

  /** What `npm run demo` makes of an empty folder, made once a run by the command itself. */
  async loadDemo(): Promise<void> {
    const image = await onceARun('the demo as its command makes it', async () => {
      const { code, out } = await this.run('cli.js', ['demo'], {}).ended
      if (code !== 0) throw new Error(out)
      return readFileSync(this.database)
    })
    mkdirSync(dirname(this.database), { recursive: true, mode: 0o700 })
    writeFileSync(this.database, image, { mode: 0o600 })
  }

  /** The demo to which a manager has come before: it makes no first report by itself, whose arithmetic would run beside what is tried. */
  async loadDemoInUse(): Promise<void> {
    await this.loadDemo()
    const db = new Database(this.database)
    db.exec(
      `insert into trail (at, by_id, verb, subject_kind, subject_id, detail)
       select (select max(at) from trail), id, 'person.signed-in', 'person', id, '{}' from person where role = 'manager' order by id limit 1`,
    )
    db.close()
  }

  remove(): void {
    for (const child of this.running) child.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}
