import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Image } from './database.ts'
import { PATIENCE } from './run/patience.ts'

/** Names the folder in which a run of the tests keeps what it made once. Outside a run there is none. */
const FOLDER = 'IMAGES_OF_THIS_RUN'

/** Gives a run its folder, unless it has one. @returns what empties the folder and takes it away */
export function folderForRun(): { empty: () => void; remove: () => void } | null {
  if (process.env[FOLDER]) return null
  const folder = mkdtempSync(join(tmpdir(), 'images-'))
  process.env[FOLDER] = folder
  return {
    empty: () => {
      for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const known = new Map<string, Image>()

/** How often whoever waits looks whether it is there. */
const LOOK_MS = 50

/**
 * A database that takes long to make, made once a run: workers are processes of their own, and whoever needs it first makes it
 * for all, while those who need it too wait. What is made must depend on nothing but `name`.
 */
export async function onceARun(name: string, make: () => Image | Promise<Image>): Promise<Image> {
  for (const until = Date.now() + PATIENCE; ; await wait(LOOK_MS)) {
    const image = found(name)
    if (image) return image
    if (!begins(name) && Date.now() < until) continue
    try {
      return found(name) ?? keep(name, await make())
    } finally {
      ends(name)
    }
  }
}

/** The same where it can be made without waiting: two workers that begin at once both make it, since neither may stand still. */
export function onceARunSync(name: string, make: () => Image): Image {
  return found(name) ?? keep(name, make())
}

function found(name: string): Image | undefined {
  const file = fileOf(name)
  const image = known.get(name) ?? (file && existsSync(file) ? readFileSync(file) : undefined)
  if (image) known.set(name, image)
  return image
}

/** @returns whether nobody is making it, so that whoever asks does */
function begins(name: string): boolean {
  const file = fileOf(name)
  if (!file) return true
  try {
    mkdirSync(`${file}.made`)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

function ends(name: string): void {
  const file = fileOf(name)
  if (file) rmSync(`${file}.made`, { recursive: true, force: true })
}

/** Written aside and then renamed, so that nobody reads half of it. */
function keep(name: string, image: Image): Image {
  const file = fileOf(name)
  if (file) {
    writeFileSync(`${file}.${process.pid}`, image)
    renameSync(`${file}.${process.pid}`, file)
  }
  known.set(name, image)
  return image
}

function fileOf(name: string): string | undefined {
  const folder = process.env[FOLDER]
  return folder && join(folder, createHash('sha256').update(name).digest('hex'))
}
