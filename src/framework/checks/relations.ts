import { refusedBetween } from '../../indicators/relations/relation.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings } from './rows.ts'

/** Relations are between indicators that are there, one of each, and between such as can be related. */
export function checkRelations({ relations, indicators }: ProjectData): ListProblem[] {
  const found = new Findings('relations')
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  found.once(
    relations.map(({ indicator }) => indicator),
    'indicator',
  )
  for (const [row, { indicator: code, counted: countedCode }] of relations.entries()) {
    const [indicator, counted] = [known.get(code), known.get(countedCode)]
    if (!indicator) found.add(row, code, 'indicator', 'unknown', code)
    if (!counted) found.add(row, code, 'counted', 'unknown', countedCode)
    if (code === countedCode) found.add(row, code, 'counted', 'to-itself', countedCode)
    else if (indicator && counted && refusedBetween(indicator, counted))
      found.add(row, code, 'counted', 'does-not-fit', countedCode)
  }
  return found.problems
}
