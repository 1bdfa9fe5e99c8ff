import { createHash } from 'node:crypto'
import { chmodSync, closeSync, createReadStream, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The checksum of a file, as `sha256sum` writes it. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Has the disk keep a file, or the names in a folder: a power cut leaves what was there before, or all of it. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a finished file, its owner's alone, its name, which nothing had before; until then it is there under no name that anybody looks for. */
export function publish(made: string, name: string): boolean {
  chmodSync(made, 0o600)
  sync(made)
  if (existsSync(name)) return false
  renameSync(made, name)
  sync(dirname(name))
  return true
}
