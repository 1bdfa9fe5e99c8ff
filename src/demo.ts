import type { Db } from '../db/open.ts'

export async function loadDemo(_db: Db, _now: number): Promise<string | null> {
  return null
}
