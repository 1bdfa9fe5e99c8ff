import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const LEAST = 32
/** A power cut may leave a file of zeros; and bytes that are no text are read as one sign, over and over: anybody could tell such a secret. */
const NO_TEXT = /[\p{Cc}\ufffd]/u

/**
 * A secret of the installation's own, made once and kept beside the database, readable by its owner alone. It is written
 * whole or not at all: a power cut leaves no half of it.
 * @returns the secret, or why what stands there is none: it is empty or too short, no text, or the code of what went wrong in reading it
 */
export function storedSecret(file: string): string | { unusable: 'short' | 'no-text' | (string & {}) } {
  try {
    if (!existsSync(file)) return made(file)
    const secret = readFileSync(file, 'utf8').trim()
    if (NO_TEXT.test(secret)) return { unusable: 'no-text' }
    if (secret.length < LEAST) return { unusable: 'short' }
    return secret
  } catch (error) {
    return { unusable: (error as { code?: string }).code ?? String(error) }
  }
}

function made(file: string): string {
  const secret = randomBytes(32).toString('hex')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return secret
}
