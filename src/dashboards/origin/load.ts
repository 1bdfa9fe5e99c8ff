import type { Db } from '../../../db/connection.ts'
import { reporterKey } from '../../assignments/assignment.ts'
import { ask } from '../../figures/ask.ts'
import type { FigureContributions } from '../../figures/provenance/contributions.ts'
import { actsOf, contributions } from '../../figures/provenance/load.ts'
import { correctionsOf } from '../../figures/provenance/restated-store.ts'
import { inTotal } from '../../figures/split.ts'
import { cells } from '../../indicators/cell-store.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { partners } from '../../partners/store.ts'
import { type Request, stateOf } from '../load.ts'
import { WHOLE } from '../page-state.ts'
import { refuseWrong } from '../parameters/parameter.ts'
import type { NamedCorrection } from './corrections.ts'
import type { OriginView } from './page.ts'
import { type OriginQuestion, originQuestion } from './question.ts'

/**
 * @returns null in a file without a project
 * @throws Refused
 */
export function loadOrigin(request: Request): OriginView | null {
  const { db, now, query } = request
  const state = stateOf(request, 'quarter')
  if (!state) return null
  refuseWrong(state.wrong)
  const asked = originQuestion(state, query)
  const answer = ask(db, asked.question, now)
  const indicator = answer.indicators[0]!
  const behind = contributions(db, asked.question, now).behind(indicator.code, asked.group, WHOLE, asked.cell)
  const { flags } = answer.figure(indicator.code, asked.group, WHOLE, asked.cell)
  const corrections = flags.includes('revised') ? correctionsBehind(db, indicator, asked, behind, answer.asAt) : []
  const acts = actsOf(db, [...behind.values, ...behind.notApplicable])
  return { ...asked, state, query, answer, behind, acts, corrections, partners: partners(db) }
}

/** Corrections of the values of one figure, each with the categories it was typed under. */
function correctionsBehind(
  db: Db,
  indicator: DefinedIndicator,
  { question }: OriginQuestion,
  { values, notApplicable, missing }: FigureContributions,
  at: number,
): NamedCorrection[] {
  const nameOf = (one: { placeId: number; partnerId: number; quarter: number }) => `${reporterKey(one)}/${one.quarter}`
  const counted = new Set([...values, ...notApplicable, ...missing].map(nameOf))
  const known = cells(db)
  return correctionsOf(db, indicator.id, at).flatMap((one) => {
    const { categories } = known.get(one.cell)!
    const only = Object.entries(question.only ?? {})
    const asked =
      only.length === 0
        ? inTotal(indicator, one.quarter, categories)
        : only.every(([code, chosen]) => categories[code] === chosen)
    return asked && counted.has(nameOf(one)) ? [{ ...one, categories }] : []
  })
}
