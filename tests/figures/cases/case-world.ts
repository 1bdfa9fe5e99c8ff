import { type HandoverRefusal, takenOver } from '../../../src/assignments/handover.ts'
import { quarterCode } from '../../../src/calendar/quarter.ts'
import { quartersIn } from '../../../src/calendar/span.ts'
import { type Categories, cellKey } from '../../../src/indicators/breakdown.ts'
import { type Given, World } from '../../support/world.ts'
import { BadCase, type CaseCell, type FigureCase } from './case.ts'

/** Long before any question. */
const ALWAYS = Date.UTC(1, 0, 1)

type Value = FigureCase['values'][number]

/** A case as a world of its own, its indicator called X. */
export function worldOf(given: FigureCase): World {
  const world = new World(null)
  for (const { code } of given.places) addPlace(world, given, code)
  for (const { from, to, on } of given.successions) world.succession(known(world, from), known(world, to), on)
  for (const [code, categories] of categoriesIn(given)) world.breakdown(code, [...categories])
  const { measure, overPlaces, overTime, targetStage } = given.indicator
  const rules = [measure, measure === 'median' ? 'none' : overPlaces, overTime] as const
  world.indicator('X', { rules: [...rules], ...(measure === 'milestone' && { targetStage: targetStage ?? 1 }) }, ALWAYS)
  addSchemes(world, given)
  for (const due of distinct(given.due))
    world.assign('X', known(world, due.place), due.partner, quarterCode(due.quarter), quarterCode(due.quarter))
  addHandovers(world, given)
  refuseTwins(given)
  for (const value of given.values) addValue(world, given, value)
  return world
}

/** A parent may be listed after its child. */
function addPlace(world: World, given: FigureCase, code: string): void {
  if (world.has(`place ${code}`)) return
  const place = given.places.find((one) => one.code === code)
  if (!place) throw noSuchPlace(code)
  if (place.parent) addPlace(world, given, place.parent)
  world.place(code, place.parent ? { parent: place.parent } : {})
}

function known(world: World, place: string): string {
  if (!world.has(`place ${place}`)) throw noSuchPlace(place)
  return place
}

function noSuchPlace(code: string): BadCase {
  return new BadCase(`the place "${code}" is not among its places`)
}

/** Breakdowns and categories are those that values and question name. */
function categoriesIn({ values, ask }: FigureCase): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const named = values.flatMap((value) => (value.state === 'reported' ? value.cells.map(({ of }) => of ?? {}) : []))
  for (const categories of [...named, ask.cell ?? {}])
    for (const [breakdown, category] of Object.entries(categories))
      found.set(breakdown, (found.get(breakdown) ?? new Set()).add(category))
  return found
}

/** A quarter is split as its values are; one without values as the question asks. */
function addSchemes(world: World, { values, ask }: FigureCase): void {
  const named = values.flatMap((value) =>
    value.state === 'reported' ? value.cells.map(({ of }) => ({ quarter: value.quarter, of: of ?? {} })) : [],
  )
  const spoken = new Set(named.map(({ quarter }) => quarter))
  const asked = quartersIn(ask).filter((quarter) => !spoken.has(quarter))
  const schemes = [...named, ...asked.map((quarter) => ({ quarter, of: ask.cell ?? {} }))].map(({ quarter, of }) => ({
    quarter,
    breakdowns: Object.keys(of),
  }))
  const names = new Set<string>()
  for (const { quarter, breakdowns } of schemes) {
    const name = `${quarter}/${[...breakdowns].sort()}`
    if (breakdowns.length === 0 || names.has(name)) continue
    names.add(name)
    world.scheme('X', { kind: 'primary', breakdowns, from: quarterCode(quarter), to: quarterCode(quarter) })
  }
}

/** A hand-over of a case that can't be, by the rule that imports and screens go by. */
export class BadHandover extends Error {
  constructor(readonly refusal: HandoverRefusal) {
    super(refusal)
  }
}

/** A duty passes in the first quarter its heir is asked in after its predecessor was or, failing that, at the same time. */
function addHandovers(world: World, given: FigureCase): void {
  const begun = given.due.map((due) => ({ reporter: nameOf(world, due), from: due.quarter }))
  const heirs = new Map<string, string[]>()
  for (const { from, to } of given.handovers) {
    const [before, after] = [nameOf(world, from), nameOf(world, to)]
    const quartersOf = (name: string) => begun.flatMap((one) => (one.reporter === name ? [one.from] : []))
    const [theirs, own] = [quartersOf(before), quartersOf(after).sort((a, b) => a - b)]
    const takes = own.find((q) => q > Math.max(...theirs)) ?? own.find((q) => q >= Math.min(...theirs)) ?? own[0] ?? 0
    const taken = takenOver({ reporter: after, from: takes }, before, begun, heirs)
    if ('refused' in taken) throw new BadHandover(taken.refused)
    heirs.set(before, [...(heirs.get(before) ?? []), after])
    world.handover('X', { ...from, from: quarterCode(taken.from) }, { ...to, from: quarterCode(takes) })
  }
}

function nameOf(world: World, { partner, place }: { partner: string; place: string }): string {
  return `${partner}, ${known(world, place)}`
}

function distinct(due: FigureCase['due']): FigureCase['due'] {
  return [...new Map(due.map((one) => [[one.partner, one.place, one.quarter].join('/'), one])).values()]
}

function refuseTwins({ values }: FigureCase): void {
  const seen = new Set<string>()
  for (const { partner, place, quarter, basis, approvedFrom, state, cells } of values)
    for (const { of } of state === 'reported' ? cells : [{ of: {} }]) {
      const name = [partner, place, quarter, basis, approvedFrom ?? ALWAYS, cellKey(of ?? {})].join('/')
      if (seen.has(name)) throw new BadCase(`two values of ${partner} in ${place} for the same quarter at once`)
      seen.add(name)
    }
}

function addValue(world: World, { indicator }: FigureCase, value: Value): void {
  const reporter = [known(world, value.place), quarterCode(value.quarter), value.partner] as const
  const given = value.state === 'reported' ? cellsOf(indicator.measure, value.cells) : 'n/a'
  if (value.basis === 'submitted') {
    world.submission([...reporter], { X: value.state === 'not reported' ? 'blank' : given }, 'submitted', ALWAYS)
    return
  }
  if (value.state === 'not reported') return
  const from = value.approvedFrom ?? ALWAYS
  const to = value.approvedTo ?? null
  if (to !== null && to <= from) throw new BadCase('a value is approved until before it is approved')
  world.fact(['X', ...reporter], given, { from, to })
}

function cellsOf(measure: FigureCase['indicator']['measure'], cells: readonly CaseCell[]): Given {
  return cells.map((cell): { of: Categories; amount: number | [number, number] } => ({
    of: cell.of ?? {},
    amount: amountOf(measure, cell),
  }))
}

function amountOf(measure: FigureCase['indicator']['measure'], c: CaseCell): number | [number, number] {
  switch (measure) {
    case 'count':
      return needed(c.amount, 'amount')
    case 'ratio':
      return [needed(c.numerator, 'numerator'), needed(c.denominator, 'denominator')]
    case 'mean':
      return [needed(c.mean, 'mean'), needed(c.n, 'n')]
    case 'median':
      return [needed(c.median, 'median'), needed(c.n, 'n')]
    case 'milestone':
      return needed(c.stage, 'stage')
  }
}

function needed(number: number | undefined, name: string): number {
  if (number === undefined) throw new BadCase(`a reported cell has no "${name}"`)
  return number
}
