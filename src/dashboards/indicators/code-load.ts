import type { Db } from '../../../db/connection.ts'
import { indicatorCodes } from '../../indicators/store.ts'

/**
 * The code of the indicator that somebody typed in capitals where it has small letters, or the other way round: "V3" of "v3".
 * @returns null where it is written as it is, or there is none
 */
export function codeInOtherLetters(db: Db, typed: string): string | null {
  const codes = [...indicatorCodes(db).values()]
  if (codes.includes(typed)) return null
  const upper = typed.toUpperCase()
  return codes.find((code) => code.toUpperCase() === upper) ?? null
}
