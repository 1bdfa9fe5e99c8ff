import type { Db } from '../../../db/connection.ts'
import { insertRow } from '../../../db/insert-row.ts'
import { indicator } from '../../../db/schema.ts'
import { FIRST_QUARTER, type Quarter } from '../../calendar/quarter.ts'
import type { Definition } from '../../indicators/definitions/definition.ts'
import { insertDefinition } from '../../indicators/definitions/definition-store.ts'
import { insertScheme } from '../../indicators/definitions/scheme-store.ts'
import type { IndicatorRow } from '../lists/indicators.ts'
import { type Breakdowns, insertCells } from './breakdowns-store.ts'

/** Since when what is written is known, and since which quarter it holds. */
export type Beginning = { from: number; quarter: Quarter }

/** Indicators in the order of the list, each with its definition, its stages and rounds, its breakdowns and their cells. */
export function insertIndicators(
  db: Db,
  rows: readonly IndicatorRow[],
  { results, breakdowns }: { results: ReadonlyMap<string, number>; breakdowns: Breakdowns },
  beginning: Beginning,
): Map<string, number> {
  const ids = new Map<string, number>()
  const cells = new Set<string>()
  for (const [position, row] of rows.entries()) {
    const id = insertRow(db, indicator, { code: row.code, resultId: results.get(row.result)!, position })
    ids.set(row.code, id)
    insertDefinition(db, id, definitionOf(row), beginning.from)
    for (const [at, one] of row.schemes.entries()) {
      const held = { ...one, from: Math.max(one.from, beginning.quarter) }
      const crossed = one.breakdowns.map((code) => breakdowns.get(code)!.id)
      insertScheme(db, id, held, crossed, { position: at, knownFrom: beginning.from })
      insertCells(db, one.breakdowns, breakdowns, cells)
    }
  }
  return ids
}

/** The definition a row of the list gives: it holds in every quarter. */
function definitionOf({ means, responsible, sdg, gcm, ...row }: IndicatorRow): Definition {
  return { ...row, from: FIRST_QUARTER, to: null, meansOfVerification: means, responsible, tags: { sdg, gcm } }
}
