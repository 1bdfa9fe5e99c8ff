import { misfitsOf } from '../../indicators/definitions/definition.ts'
import type { IndicatorRow } from '../lists/indicators.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

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
    for (const { field, given } of misfitsOf(indicator))
      add(field, field === 'targetStage' && given !== indicator.measure ? 'unknown' : 'does-not-fit', given)
    checkSchemes(indicator, known, add)
  }
  return found.problems
}

type Add = (field: string, code: ListProblem['code'], given?: string | null) => void

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
  for (const nth of overlappingRows(held)) add(`schemes.${nth}`, 'overlaps')
}
