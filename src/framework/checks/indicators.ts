import { TRAITS } from '../../indicators/measure.ts'
import type { IndicatorRow } from '../lists/indicators.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlapping } from './rows.ts'

/** Each indicator measures a result and is defined as its measure asks; it is typed in one crossed breakdown at a time. */
export function checkIndicators({ indicators, results, breakdowns }: ProjectData): ListProblem[] {
  const found = new Findings('indicators')
  found.once(
    indicators.map(({ code }) => code),
    'code',
  )
  const measured = new Set(results.map(({ code }) => code))
  const known = new Set(breakdowns.map(({ code }) => code))
  for (const [row, indicator] of indicators.entries()) {
    const add = (field: string, ...rest: [code: ListProblem['code'], given?: string | null]) =>
      found.add(row, indicator.code, field, ...rest)
    if (!measured.has(indicator.result)) add('result', 'unknown', indicator.result)
    checkMeasure(indicator, add)
    checkSchemes(indicator, known, add)
  }
  return found.problems
}

type Add = (field: string, code: ListProblem['code'], given?: string | null) => void

function checkMeasure(
  { measure, baseUnit, stages, targetStage, overPlaces, frequency, rounds }: IndicatorRow,
  add: Add,
) {
  const { base, shown, combinesReporters } = TRAITS[measure]
  if ((base !== null) !== (baseUnit !== null)) add('baseUnit', 'does-not-fit', measure)
  if ((shown === 'stage') !== stages.length > 0) add('stages', 'does-not-fit', measure)
  if ((shown === 'stage') !== (targetStage !== null)) add('targetStage', 'does-not-fit', measure)
  if (targetStage !== null && stages.length > 0 && targetStage >= stages.length)
    add('targetStage', 'unknown', String(targetStage))
  if (!combinesReporters && overPlaces !== 'none') add('overPlaces', 'does-not-fit', overPlaces)
  if ((frequency === 'survey') !== rounds.length > 0) add('rounds', 'does-not-fit', frequency)
}

function checkSchemes({ schemes }: IndicatorRow, known: ReadonlySet<string>, add: Add) {
  for (const [nth, { kind, breakdowns, from, to }] of schemes.entries()) {
    for (const [at, code] of breakdowns.entries()) {
      if (!known.has(code)) add(`schemes.${nth}.breakdowns.${at}`, 'unknown', code)
      if (breakdowns.indexOf(code) < at) add(`schemes.${nth}.breakdowns.${at}`, 'twice', code)
    }
    if (kind !== 'primary' && breakdowns.length > 1) add(`schemes.${nth}.breakdowns`, 'does-not-fit', kind)
    if (to !== null && to < from) add(`schemes.${nth}.to`, 'ends-first')
  }
  const held = schemes.map(({ kind, breakdowns, from, to }) => ({
    of: kind === 'primary' ? kind : `${kind} ${breakdowns.join()}`,
    from,
    to: to === null ? null : to + 1,
  }))
  for (const nth of overlapping(held)) add(`schemes.${nth}`, 'overlaps')
}
