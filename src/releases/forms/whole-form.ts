import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { PackedForm } from './packed-form.ts'

/** Whether what is unpacked has the fingerprint it was issued with: piece by piece, so that a large file keeps nobody waiting. */
export async function isWhole(form: PackedForm): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const piece of unpacked(form)) hash.update(piece)
  } catch {
    return false
  }
  return hash.digest('hex') === form.sha256
}

export function unpacked({ packed }: PackedForm): Readable {
  return Readable.from([packed]).pipe(createGunzip())
}
