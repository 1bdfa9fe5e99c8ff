import type { Key } from '../language/words.ts'
import { isPassword, LEAST_LENGTH } from './password.ts'

/** A form as it came, with a sentence beside each field that needs one. */
export type PasswordErrors = Partial<Record<'current' | 'next' | 'again', Key>>

export async function checkPasswordChange(
  typed: Record<string, unknown>,
  storedHash: string,
): Promise<{ errors: PasswordErrors; next: string }> {
  const current = String(typed.current ?? '')
  const next = String(typed.next ?? '')
  const errors: PasswordErrors = {}
  if (!(await isPassword(storedHash, current))) errors.current = 'people:account.wrong-current'
  if (next.length < LEAST_LENGTH) errors.next = 'people:account.too-short'
  else if (next.length > 200) errors.next = 'people:account.too-long'
  if (next !== String(typed.again ?? '')) errors.again = 'people:account.not-the-same'
  return { errors, next }
}
