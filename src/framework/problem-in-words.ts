import type { Words } from '../language/words.ts'
import { fileOf } from './list-name.ts'
import type { ListProblem, ProblemCode } from './problem.ts'

/** Sentences that name what stands there, and are said otherwise where nothing does. */
const WITH_GIVEN = {
  missing: 'missing-one',
  'wrong-kind': 'wrong-kind-given',
  'out-of-range': 'out-of-range-given',
  overlaps: 'overlaps-given',
  'outside-project': 'outside-project-given',
  'does-not-fit': 'does-not-fit-given',
} as const satisfies Partial<Record<ProblemCode, string>>

/** Kinds of value as JSON has them. */
const KINDS = ['string', 'number', 'int', 'boolean', 'array', 'object', 'record'] as const

/** One thing that is wrong with a project, for whoever wrote it: file, row and column, and what to do. */
export function problemText(problem: ListProblem, words: Words): string {
  return `${whereText(problem, words)}: ${whatText(problem, words)}`
}

/** "places.json, row 2 (ky-son), column validTo" */
function whereText({ list, row, name, field }: ListProblem, { t }: Words): string {
  const named = name === null ? '' : t('indicators:data.place.only-named', { name })
  const numbered = row === null ? named : t('indicators:data.place.row', { row })
  const both = row !== null && name !== null ? t('indicators:data.place.named', { row, name }) : numbered
  const column = field === '' ? '' : t('indicators:data.place.column', { column: columnText(field) })
  return [fileOf(list, name), both, column].filter(Boolean).join(', ')
}

/** "names.0.validTo" is "names › 1 › validTo": people count from 1, as rows are. */
function columnText(field: string): string {
  return field
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
    .join(' › ')
}

function whatText({ code, given, among }: ListProblem, words: Words): string {
  const key = given !== null && code in WITH_GIVEN ? WITH_GIVEN[code as keyof typeof WITH_GIVEN] : code
  const allowed = code === 'wrong-kind' ? among.map((kind) => kindText(kind, words)) : among
  return words.t(`indicators:data.problem.${key}`, { given: given ?? '…', among: allowed.join(', ') })
}

function kindText(kind: string, { t }: Words): string {
  const known = KINDS.find((one) => one === kind)
  return t(`indicators:data.kind.${known ?? 'other'}`)
}
