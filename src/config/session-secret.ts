import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const LEAST = 32

/**
 * A secret of the installation's own, made once and kept beside the database, readable by its owner alone. It is written
 * whole or not at all: a power cut leaves no half of it.
 * @returns the secret, or a sentence when what stands there is none or cannot be read
 */
export function storedSecret(file: string): string | { problem: string } {
  try {
    if (!existsSync(file)) return made(file)
    const secret = readFileSync(file, 'utf8').trim()
    return secret.length >= LEAST ? secret : { problem: unusable(file, 'it is empty or too short') }
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'unknown reason'
    return { problem: unusable(file, code) }
  }
}

function made(file: string): string {
  const secret = randomBytes(32).toString('hex')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return secret
}

function unusable(file: string, why: string): string {
  return `The file ${file}, which signs the sessions, cannot be used (${why}). Delete it and start again: a new one is made, and everybody signs in once more. Or set SESSION_SECRET.`
}
