import { quarterCode } from '../../calendar/quarter.ts'
import { TRAITS } from '../../indicators/measure.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'
import { Findings, overlappingRows } from './rows.ts'

/** Targets and baselines are those of indicators and places that are there, one at a time for the same thing. */
export function checkBenchmarks(data: ProjectData): ListProblem[] {
  const places = new Set(data.places.map(({ slug }) => slug))
  const indicators = new Map(data.indicators.map((indicator) => [indicator.code, indicator]))
  const targets = new Findings('targets')
  const phases = new Map(data.phases.map(({ code, first, last }) => [code, { from: first, to: last }]))
  for (const { indicator, place, phase, from, to } of data.targets) {
    if (!indicators.has(indicator)) targets.add(null, indicator, 'indicator', 'unknown', indicator)
    if (place !== null && !places.has(place)) targets.add(null, indicator, 'place', 'unknown', place)
    if (from < data.project.first || to > data.project.last)
      targets.add(null, indicator, 'years', 'outside-project', quarterCode(to))
    const own = phase === null ? { from, to } : phases.get(phase)
    if (own?.from !== from || own.to !== to) targets.add(null, indicator, 'phases', 'does-not-fit', quarterCode(from))
  }
  const set = data.targets.map(({ indicator, place, kind, from, validFrom, validTo }) => ({
    of: `${indicator}, ${place ?? 'project'}, ${kind} ${quarterCode(from)}`,
    from: validFrom,
    to: validTo,
  }))
  for (const at of overlappingRows(set)) targets.add(null, data.targets[at]!.indicator, '', 'overlaps', set[at]!.of)
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
