/**
 * Why no backup was made, or none restored; nothing was left behind. `missing`: no such file · `not-ours`: no database of this
 * program · `newer`: of a later version · `damaged`: what was read is not sound · `checksum`: not what was backed up · `exists`:
 * something stands there already · `disk`: it could not be read or written.
 */
export type RefusalCode = 'missing' | 'not-ours' | 'newer' | 'damaged' | 'checksum' | 'exists' | 'disk'

/** `code` picks the sentence; `file` is what it speaks of. */
export class BackupRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly file: string,
    cause?: unknown,
  ) {
    super(`${code}: ${file}`, { cause })
  }
}

const DAMAGE = ['SQLITE_CORRUPT', 'SQLITE_NOTADB']

/** What went wrong with a file, whatever threw it. */
export function refusalOf(error: unknown, file: string): BackupRefused {
  if (error instanceof BackupRefused) return error
  const { code = '' } = error as { code?: string }
  return new BackupRefused(DAMAGE.some((damage) => code.startsWith(damage)) ? 'damaged' : 'disk', file, error)
}
