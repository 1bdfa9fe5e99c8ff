import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export const LEAST_LENGTH = 10

export function hashPassword(password: string): Promise<string> {
  return hash(password)
}

export async function isPassword(storedHash: string, password: string): Promise<boolean> {
  try {
    return await verify(storedHash, password)
  } catch {
    return false
  }
}

/** Readable over a telephone: no letters that look or sound like another. */
export function newPassword(): string {
  const letters = 'abcdefghkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}
