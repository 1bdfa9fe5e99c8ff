import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Image } from './database.ts'

/** Names the folder in which a run of the tests keeps what it made once. Outside a run there is none. */
const FOLDER = 'IMAGES_OF_THIS_RUN'

/** Gives a run its folder, unless it has one. @returns what empties the folder and takes it away */
export function folderForRun(): { empty: () => void; remove: () => void } | null {
  if (process.env[FOLDER]) return null
  const folder = mkdtempSync(join(tmpdir(), 'images-'))
  process.env[FOLDER] = folder
  return {
    empty: () => {
      for (const file of readdirSync(folder)) rmSync(join(folder, file))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const known = new Map<string, Image>()

/**
 * A database that takes long to make, made once a run: each test file is a process of its own, and whoever needs it first
 * makes it for all. Two that begin at once both make it, and either may be read: what is made must depend on nothing but `name`.
 */
export async function onceARun(name: string, make: () => Image | Promise<Image>): Promise<Image> {
  const image = known.get(name) ?? read(name) ?? keep(name, await make())
  known.set(name, image)
  return image
}

/** The same where it can be made without waiting. */
export function onceARunSync(name: string, make: () => Image): Image {
  const image = known.get(name) ?? read(name) ?? keep(name, make())
  known.set(name, image)
  return image
}

function read(name: string): Image | undefined {
  const file = fileOf(name)
  return file && existsSync(file) ? readFileSync(file) : undefined
}

/** Written aside and then renamed, so that nobody reads half of it. */
function keep(name: string, image: Image): Image {
  const file = fileOf(name)
  if (file) {
    writeFileSync(`${file}.${process.pid}`, image)
    renameSync(`${file}.${process.pid}`, file)
  }
  return image
}

function fileOf(name: string): string | undefined {
  const folder = process.env[FOLDER]
  return folder && join(folder, createHash('sha256').update(name).digest('hex'))
}
