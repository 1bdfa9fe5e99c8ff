import { isDamage } from '../file/storage-fault.ts'

/**
 * Why no backup was made, or none restored; nothing was left behind. `missing`: no such file · `not-ours`: no database of this
 * program · `newer`: of a later version · `damaged`: what was read is not sound · `checksum`: not what was backed up · `exists`:
 * something stands there already · `disk`: it could not be read or written.
 */
export type BackupRefusalCode = 'missing' | 'not-ours' | 'newer' | 'damaged' | 'checksum' | 'exists' | 'disk'

/** `code` picks the sentence; `file` is what it speaks of. */
export class BackupRefused extends Error {
  constructor(
    readonly code: BackupRefusalCode,
    readonly file: string,
    cause?: unknown,
  ) {
    super(`${code}: ${file}`, { cause })
  }
}

/** What went wrong with a file, whatever threw it. */
export function backupRefusalOf(error: unknown, file: string): BackupRefused {
  if (error instanceof BackupRefused) return error
  return new BackupRefused(isDamage(error) ? 'damaged' : 'disk', file, error)
}
