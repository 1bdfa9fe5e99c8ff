import type { z } from 'zod'
import { checkProject } from './check.ts'
import { checkPhasesNamed } from './checks/phases.ts'
import { LIST_NAMES, type ListName, OPTIONAL_LISTS } from './list-name.ts'
import { USUAL_LEVELS } from './lists/places.ts'
import { targetsIn } from './lists/targets.ts'
import type { ListProblem, ProblemCode } from './problem.ts'
import { LISTS, type ProjectData } from './project-data.ts'

/** The texts of the lists, as they stand in a folder; undefined = there is no such file. */
export type ListTexts = Record<ListName, string | undefined>

export type ReadProject = { data: ProjectData } | { problems: ListProblem[] }

/**
 * Reads a project: each list by its own rules and, when every list can be read, all of them together. Whatever is wrong is
 * named by list, row and field; all of it at once, so that nobody mends one thing a try.
 */
export function readProject(texts: ListTexts): ReadProject {
  const problems: ListProblem[] = []
  const lists: Partial<Record<ListName, unknown>> = {}
  for (const list of LIST_NAMES) {
    const read = readList(list, texts[list])
    if ('problems' in read) problems.push(...read.problems)
    else lists[list] = read.value
  }
  if (problems.length > 0) return { problems }
  const { targets: file, ...written } = lists as { [Name in ListName]: z.output<(typeof LISTS)[Name]> }
  const targets = targetsIn(file, written.project, written.phases)
  const levels = written.levels.length > 0 ? written.levels : [...USUAL_LEVELS]
  const data: ProjectData = { ...written, levels, targets: targets.map(({ row }) => row) }
  const at = targets.map((one) => one.at)
  const crossed = [...checkPhasesNamed(file, written.phases), ...checkProject(data, at)]
  return crossed.length > 0 ? { problems: crossed } : { data }
}

function readList(list: ListName, text: string | undefined): { value: unknown } | { problems: ListProblem[] } {
  const whole = { list, row: null, name: null, field: '', among: [] }
  if (text === undefined && OPTIONAL_LISTS.includes(list)) return { value: [] }
  if (text === undefined) return { problems: [{ ...whole, code: 'no-file', given: null }] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { problems: [{ ...whole, code: 'not-json', given: (error as SyntaxError).message }] }
  }
  const read = LISTS[list].safeParse(value, { reportInput: true })
  if (read.success) return { value: read.data }
  return { problems: read.error.issues.flatMap((issue) => problemsOf(list, value, issue)) }
}

type Issue = z.core.$ZodIssue

function problemsOf(list: ListName, value: unknown, issue: Issue): ListProblem[] {
  const [first, ...rest] = issue.path
  const inList = Array.isArray(value) && typeof first === 'number'
  const row = inList ? first + 1 : null
  const field = (inList ? rest : issue.path).map(String)
  const here = { list, row, name: inList ? nameOf(value[first]) : null, among: [] }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ ...here, field: [...field, key].join('.'), code: 'unknown-field', given: null }))
  const among = amongOf(issue)
  return [{ ...here, field: field.join('.'), code: codeOf(issue), given: inWords(issue.input), among }]
}

/** What might stand there: values, or the kind of value. */
function amongOf(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  return issue.code === 'invalid_type' && issue.input !== undefined ? [issue.expected] : []
}

function codeOf(issue: Issue): ProblemCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-kind'
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'not-on-the-list'
    case 'too_big':
    case 'too_small':
      return 'out-of-range'
    case 'custom':
      return (issue.params as { problem: ProblemCode }).problem
    default:
      return 'badly-written'
  }
}

/** What a row calls itself, so that it is found again in a long list. */
function nameOf(row: unknown): string | null {
  const { code, slug, indicator, partner, place } = (row ?? {}) as Record<string, unknown>
  const name = slug ?? code ?? indicator ?? partner ?? place
  return typeof name === 'string' ? name : null
}

function inWords(input: unknown): string | null {
  if (input === undefined || input === null || typeof input === 'object') return null
  return String(input).slice(0, 100)
}
