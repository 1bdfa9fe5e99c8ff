import { CROSS_CUTTING } from '../../vocabulary/component.ts'
import { LEVELS } from '../../vocabulary/indicator.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings } from './rows.ts'

/** The quarters of the project, and the results framework: each result is under one of a higher level that stands before it. */
export function checkResults({ project, components, results, breakdowns }: ProjectData): ListProblem[] {
  const ofProject = new Findings('project')
  if (project.last < project.first) ofProject.add(null, null, 'last', 'ends-first')
  const { rag } = project.settings
  if (rag && rag.amber >= rag.green) ofProject.add(null, null, 'settings.rag.amber', 'does-not-fit', String(rag.amber))
  return [...ofProject.problems, ...divided(components), ...framework(results, components), ...categories(breakdowns)]
}

function divided(components: ProjectData['components']): ListProblem[] {
  const found = new Findings('components')
  found.once(
    components.map(({ code }) => code),
    'code',
  )
  for (const [row, { code }] of components.entries())
    if (code === CROSS_CUTTING) found.add(row, code, 'code', 'does-not-fit', code)
  return found.problems
}

function framework(results: ProjectData['results'], components: ProjectData['components']): ListProblem[] {
  const found = new Findings('results')
  const parts = new Set(components.map(({ code }) => code))
  const codes = found.once(
    results.map(({ code }) => code),
    'code',
  )
  const levels = new Map<string, number>()
  for (const [row, { code, level, parent, component, weight }] of results.entries()) {
    const height = LEVELS.indexOf(level)
    const above = parent === null ? -1 : levels.get(parent)
    if (above === undefined) found.add(row, code, 'parent', codes.has(parent!) ? 'comes-later' : 'unknown', parent)
    else if (above >= height) found.add(row, code, 'parent', 'does-not-fit', parent)
    if (component !== null && !parts.has(component)) found.add(row, code, 'component', 'unknown', component)
    if (level === 'impact' && component !== null) found.add(row, code, 'component', 'does-not-fit', component)
    levels.set(code, height)
    if (weight !== null && level !== 'output') found.add(row, code, 'weight', 'does-not-fit', String(weight))
  }
  return found.problems
}

function categories(breakdowns: ProjectData['breakdowns']): ListProblem[] {
  const found = new Findings('breakdowns')
  found.once(
    breakdowns.map(({ code }) => code),
    'code',
  )
  for (const [row, { code, categories }] of breakdowns.entries()) {
    const seen = new Set<string>()
    for (const [nth, category] of categories.entries()) {
      if (seen.has(category.code)) found.add(row, code, `categories.${nth}.code`, 'twice', category.code)
      seen.add(category.code)
    }
    // Whoever was not asked is counted too: without this there is no total.
    if (!seen.has('not-recorded')) found.add(row, code, 'categories', 'missing', 'not-recorded')
  }
  return found.problems
}
