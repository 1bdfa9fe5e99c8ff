import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export const LEAST_LENGTH = 10
export const MOST_LENGTH = 200

/** Checked against when nobody has the address, so that the answer takes as long. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1yYbvQJ8xY0v0bX0y8i2sN3x2nYb0l2m8r8mY0o1m5Q'

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
