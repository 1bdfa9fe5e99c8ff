import { type Db, oncePerVersion } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { validationRule } from '../../../db/schema.ts'
import { isKnownAt } from '../../calendar/known.ts'
import { indicatorCodes } from '../store.ts'
import type { ValidationRule } from './validation-rule.ts'

/** What is held against each other, as known at an instant. @param asAt ms; absent = as it is known now */
export function validationRules(db: Db, asAt?: number): ValidationRule[] {
  const codes = indicatorCodes(db)
  return allRules(db)
    .filter((row) => isKnownAt(row, asAt))
    .map(({ lesserId, greaterId, part, within, over, whyVi, whyEn }) => ({
      lesser: codes.get(lesserId)!,
      part,
      greater: codes.get(greaterId)!,
      within,
      over,
      why: { vi: whyVi, en: whyEn },
    }))
}

const allRules = oncePerVersion((db) =>
  db
    .select()
    .from(validationRule)
    .orderBy(validationRule.lesserId, validationRule.greaterId, validationRule.part)
    .all(),
)

/** @param knownFrom ms */
export function insertValidationRule(
  db: Db,
  { part, within, over, why }: ValidationRule,
  { lesserId, greaterId }: { lesserId: number; greaterId: number },
  knownFrom: number,
): void {
  const row = { lesserId, part, greaterId, within, over, whyVi: why.vi, whyEn: why.en, knownFrom }
  insertRow(db, validationRule, row)
}
