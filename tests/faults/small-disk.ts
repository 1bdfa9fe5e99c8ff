import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, copyFileSync, existsSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A disk of its own for a program, small enough to become full: a part of memory mounted over a folder, in a namespace that needs no rights
 * outside it (Linux). It is there for as long as it is held.
 */
export class SmallDisk {
  private constructor(
    private readonly holder: ChildProcess,
    private readonly folder: string,
  ) {}

  static async mountedOn(folder: string, megabytes: number): Promise<SmallDisk> {
    const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && echo mounted && exec sleep infinity`
    const holder = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, folder])
    let said = ''
    holder.stderr.on('data', (text) => {
      said += text
    })
    await new Promise<void>((done, fail) => {
      holder.stdout.once('data', () => done())
      holder.once('error', fail)
      holder.once('close', () => fail(new Error(`no disk of its own on this machine: ${said}`)))
    })
    return new SmallDisk(holder, folder)
  }

  /** What a program is run under that is to see it. */
  get under(): string[] {
    return ['nsenter', '--user', '--mount', '--preserve-credentials', '--target', String(this.holder.pid), '--']
  }

  /** A file that stood in the folder before the disk was mounted over it, put onto the disk. */
  take(file: string): void {
    copyFileSync(file, this.seen(file))
  }

  /** A database on it as it stands, in another folder: SQLite takes the way to a file in another namespace for one in its own. */
  copyOf(database: string, folder: string): string {
    const copy = join(folder, 'copy.db')
    for (const part of ['', '-wal']) {
      rmSync(copy + part, { force: true })
      if (existsSync(this.seen(database + part))) copyFileSync(this.seen(database + part), copy + part)
    }
    rmSync(`${copy}-shm`, { force: true })
    return copy
  }

  /** Where a file of it is found from outside. */
  private seen(path: string): string {
    return join(`/proc/${this.holder.pid}/root`, path)
  }

  /** Not a byte is left. */
  fill(): void {
    const file = openSync(this.seen(join(this.folder, 'filler')), 'a')
    for (let size = 1 << 20; size > 0; )
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) size >>= 1
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        size >>= 1
      }
    closeSync(file)
  }

  free(): void {
    rmSync(this.seen(join(this.folder, 'filler')), { force: true })
  }

  end(): void {
    this.holder.kill('SIGKILL')
  }
}
