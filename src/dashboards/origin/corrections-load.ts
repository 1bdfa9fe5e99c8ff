import type { Db } from '../../../db/connection.ts'
import type { Correction } from '../../figures/provenance/correction.ts'
import { cells } from '../../indicators/cell-store.ts'
import type { NamedCorrection } from './corrections.ts'

/** Corrections, each with the categories its value was typed under. */
export function withCategories(db: Db, corrections: readonly Correction[]): NamedCorrection[] {
  if (corrections.length === 0) return []
  const known = cells(db)
  return corrections.map((one) => ({ ...one, categories: known.get(one.cell)!.categories }))
}
