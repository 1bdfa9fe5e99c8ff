import { TRAITS } from '../../indicators/measure.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings } from './rows.ts'

/** Rules hold amounts against amounts: of two indicators that are there, each pair once. */
export function checkValidations({ validations, indicators }: ProjectData): ListProblem[] {
  const found = new Findings('validations')
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  found.once(
    validations.map(({ lesser, part, greater }) => `${lesser} (${part}), ${greater}`),
    '',
  )
  for (const [row, { lesser, part, greater }] of validations.entries()) {
    const [one, other] = [known.get(lesser), known.get(greater)]
    if (!one) found.add(row, lesser, 'lesser', 'unknown', lesser)
    if (!other) found.add(row, lesser, 'greater', 'unknown', greater)
    if (lesser === greater) found.add(row, lesser, 'greater', 'to-itself', greater)
    else if (other && !TRAITS[other.measure].isAmount) found.add(row, lesser, 'greater', 'does-not-fit', greater)
    const traits = one && TRAITS[one.measure]
    if (traits && !(part === 'value' ? traits.isAmount : traits.base !== null))
      found.add(row, lesser, 'part', 'does-not-fit', part)
  }
  return found.problems
}
