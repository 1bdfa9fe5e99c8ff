import { quarterCode } from '../../calendar/quarter.ts'
import { misfitsOf } from '../../indicators/definitions/definition.ts'
import type { IndicatorRow } from '../lists/indicators.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

/** Each indicator measures a result and is defined as its measure asks; it is typed in one crossed breakdown at a time. */
export function checkIndicators({ project, indicators, results, breakdowns }: ProjectData): ListProblem[] {
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
    checkRounds(indicator, project, add)
    checkSchemes(indicator, known, add)
  }
  return found.problems
}

type Add = (field: string, code: ListProblem['code'], given?: string | null) => void

/** A round lies within the project, and no two cover the same quarter: nothing would say which of them a value belongs to. */
function checkRounds({ rounds }: IndicatorRow, project: ProjectData['project'], add: Add) {
  for (const [nth, { from, to }] of rounds.entries()) {
    if (to < from) add(`rounds.${nth}.from`, 'ends-first')
    if (from < project.first) add(`rounds.${nth}.from`, 'outside-project', quarterCode(from))
    if (to > project.last) add(`rounds.${nth}.to`, 'outside-project', quarterCode(to))
  }
  for (const nth of overlappingRows(rounds.map(({ from, to }) => ({ of: '', from, to: to + 1 }))))
    add(`rounds.${nth}`, 'overlaps')
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
  for (const nth of overlappingRows(held)) add(`schemes.${nth}`, 'overlaps')
}
