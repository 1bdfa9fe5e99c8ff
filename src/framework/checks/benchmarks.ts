import { quarterCode } from '../../calendar/quarter.ts'
import { TRAITS } from '../../indicators/measure.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

/**
 * Targets and baselines are those of indicators and places that are there, one at a time for the same thing.
 * @param targetsAt the way to each target in its file
 */
export function checkBenchmarks(data: ProjectData, targetsAt: readonly string[]): ListProblem[] {
  const places = new Set(data.places.map(({ slug }) => slug))
  const indicators = new Map(data.indicators.map((indicator) => [indicator.code, indicator]))
  const targets = new Findings('targets')
  const phases = new Map(data.phases.map(({ code, first, last }) => [code, { from: first, to: last }]))
  const add = (nth: number, code: ListProblem['code'], given: string) =>
    targets.add(null, data.targets[nth]!.indicator, targetsAt[nth] ?? '', code, given)
  for (const [nth, { indicator, place, phase, from, to }] of data.targets.entries()) {
    if (!indicators.has(indicator)) add(nth, 'unknown', indicator)
    if (place !== null && !places.has(place)) add(nth, 'unknown', place)
    if (from < data.project.first || to > data.project.last) add(nth, 'outside-project', quarterCode(to))
    const own = phase === null ? { from, to } : phases.get(phase)
    if (own?.from !== from || own.to !== to) add(nth, 'does-not-fit', quarterCode(from))
  }
  const set = data.targets.map(({ indicator, place, kind, from, validFrom, validTo }) => ({
    of: `${indicator}, ${place ?? 'project'}, ${kind} ${quarterCode(from)}`,
    from: validFrom,
    to: validTo,
  }))
  for (const nth of overlappingRows(set)) add(nth, 'overlaps', set[nth]!.of)
  return [...targets.problems, ...checkBaselines(data, places, indicators, new Set(phases.keys()))]
}

type Indicators = ReadonlyMap<string, ProjectData['indicators'][number]>

function checkBaselines(
  { baselines }: ProjectData,
  places: ReadonlySet<string>,
  indicators: Indicators,
  phases: ReadonlySet<string>,
): ListProblem[] {
  const found = new Findings('baselines')
  for (const [row, { indicator: code, place, phase, base }] of baselines.entries()) {
    const indicator = indicators.get(code)
    if (!indicator) found.add(row, code, 'indicator', 'unknown', code)
    else if (base !== null && TRAITS[indicator.measure].base === null)
      found.add(row, code, 'base', 'does-not-fit', indicator.measure)
    if (place !== null && !places.has(place)) found.add(row, code, 'place', 'unknown', place)
    if (phase !== null && !phases.has(phase)) found.add(row, code, 'phase', 'unknown', phase)
  }
  found.once(
    baselines.map(
      ({ indicator, place, phase, setOn }) =>
        `${indicator}, ${place ?? 'project'}, ${phase === null ? '' : `${phase}, `}${setOn}`,
    ),
    '',
  )
  return found.problems
}
