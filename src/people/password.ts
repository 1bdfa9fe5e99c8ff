import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults (19 MiB, two passes), as OWASP advises. */
export const LEAST_LENGTH = 10
export const MOST_LENGTH = 200

/** Checked against when nobody has the address, so that the answer takes as long. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1yYbvQJ8xY0v0bX0y8i2sN3x2nYb0l2m8r8mY0o1m5Q'

export function hashPassword(password: string): Promise<string> {
  return hash(inOneForm(password))
}

/**
 * Vietnamese letters are typed in more than one Unicode form, by keyboard and by system: a password is the same in all of
 * them (NIST SP 800-63B-4, 3.1.1.2). Hashes of earlier versions were made of what was typed.
 */
export async function isPassword(storedHash: string, password: string): Promise<boolean> {
  if (isTooLong(password)) return false
  const one = inOneForm(password)
  return (await matches(storedHash, one)) || (one !== password && (await matches(storedHash, password)))
}

/** How many letters, however they are typed. */
export function passwordLength(password: string): number {
  return isTooLong(password) ? password.length : [...inOneForm(password)].length
}

export function samePassword(one: string, other: string): boolean {
  return !isTooLong(one) && !isTooLong(other) && inOneForm(one) === inOneForm(other)
}

/** Readable over a telephone: no letters that look or sound like another. */
export function newPassword(): string {
  const letters = 'abcdefghkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

/** Units a letter may take when its marks stand apart. */
const UNITS = 4

/** Looked at first: putting marks together costs the square of their number. */
function isTooLong(password: string): boolean {
  return password.length > MOST_LENGTH * UNITS
}

function inOneForm(password: string): string {
  return password.normalize('NFKC')
}

async function matches(storedHash: string, password: string): Promise<boolean> {
  try {
    return await verify(storedHash, password)
  } catch {
    return false
  }
}
