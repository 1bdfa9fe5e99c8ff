import type { Measure, OverPlaces, OverTime } from '../../../src/vocabulary/indicator.ts'
import { World } from '../../support/world.ts'
import { addChangingIndicators } from './changing-definitions.ts'

/** One indicator for each rule that follows lines, a flow that does not, and one whose reporters do not add. */
const INDICATORS: Record<string, [Measure, OverPlaces, OverTime]> = {
  flow: ['count', 'sum', 'sum'],
  stock: ['count', 'sum', 'latest'],
  life: ['count', 'sum', 'life'],
  share: ['ratio', 'sum', 'latest'],
  reached: ['ratio', 'sum', 'life'],
  score: ['mean', 'sum', 'latest'],
  stage: ['milestone', 'sum', 'latest'],
  unique: ['count', 'none', 'latest'],
  median: ['median', 'none', 'life'],
}
export const CHANGING_QUARTERS = [
  ...['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'],
  // A pause, and the second phase.
  ...['2026-Q2', '2026-Q3', '2026-Q4'],
]
/** Quarters of which nothing has been told yet, or in which there is nothing to tell. */
const SILENT = ['2026-Q1', '2026-Q2', '2026-Q4']

/** Who is asked from when to when: partner, place, from, to. */
const ASKED: [partner: string, place: string, from: string, to?: string][] = [
  // Two provinces become one on 1 July 2025; the police go on, the union of one of them does not.
  ['police', 'hp', '2024-Q3'],
  ['police', 'hd', '2024-Q3'],
  ['police', 'hp-2025', '2025-Q3'],
  ['union', 'hd', '2024-Q3'],
  // A province becomes part of two; in one of them nobody has reported yet.
  ['police', 'qb', '2024-Q3'],
  ['police', 'n1', '2025-Q3'],
  ['police', 'n2', '2025-Q3'],
  // A duty is handed over twice, once to a partner that stops without an heir.
  ['labour', 'na', '2024-Q3', '2024-Q4'],
  ['health', 'na', '2025-Q1', '2025-Q3'],
  ['home-affairs', 'na', '2025-Q4'],
  ['court', 'na', '2024-Q3', '2025-Q1'],
  // Two communes become one within their province; another one hands over to the province itself.
  ['union', 'na-1', '2024-Q3'],
  ['union', 'na-2', '2024-Q3'],
  ['union', 'na-12', '2025-Q3'],
  ['union', 'na-3', '2024-Q3', '2025-Q2'],
  ['union', 'na', '2025-Q3'],
  // Another province of the same partner, through which nothing passes.
  ['police', 'ht', '2024-Q3'],
]

/**
 * A project in which places merge and split, duties are handed over, with and without heirs, what is measured changes, values are
 * corrected, and a pause lies before the second phase.
 */
export function changingProject(): World {
  const world = new World('2024-Q3').phase('1', '2024-Q3', '2026-Q1').phase('2', '2026-Q3', '2026-Q4')
  for (const slug of ['hp', 'hd', 'qb']) world.place(slug, { to: '2025-07-01' })
  for (const slug of ['hp-2025', 'n1', 'n2']) world.place(slug, { from: '2025-07-01' })
  world.place('na').place('ht')
  for (const slug of ['na-1', 'na-2']) world.place(slug, { parent: 'na', to: '2025-07-01' })
  world.place('na-12', { parent: 'na', from: '2025-07-01' }).place('na-3', { parent: 'na' })
  for (const from of ['hp', 'hd']) world.succession(from, 'hp-2025', '2025-07-01')
  for (const to of ['n1', 'n2']) world.succession('qb', to, '2025-07-01')
  for (const from of ['na-1', 'na-2']) world.succession(from, 'na-12', '2025-07-01')
  for (const [code, rules] of Object.entries(INDICATORS)) {
    world.indicator(code, { rules, ...(code === 'stage' ? { targetStage: 2 } : {}) })
    for (const [partner, place, from, to] of ASKED) world.assign(code, place, partner, from, to)
    const of = (partner: string, from: string, place = 'na') => ({ partner, place, from })
    world.handover(code, of('labour', '2024-Q3'), of('health', '2025-Q1'))
    world.handover(code, of('health', '2025-Q1'), of('home-affairs', '2025-Q4'))
    world.handover(code, of('union', '2024-Q3', 'na-3'), of('union', '2025-Q3'))
    tell(world, code)
  }
  addChangingIndicators(
    world,
    CHANGING_QUARTERS.filter((quarter) => !SILENT.includes(quarter)),
  )
  return world
}

/** Values by a fixed pattern: some are missing, some do not apply, one came although nobody asked. */
function tell(world: World, code: string): void {
  const [measure] = INDICATORS[code]!
  for (const [nth, [partner, place, from, to]] of ASKED.entries())
    for (const [at, quarter] of CHANGING_QUARTERS.entries()) {
      if (quarter < from || (to !== undefined && quarter > to)) continue
      const dice = (nth * 5 + at * 3) % 11
      if (dice < 3 || place === 'n2' || SILENT.includes(quarter)) continue
      const amount = measure === 'milestone' ? dice % 4 : nth * 10 + at
      const based = ['ratio', 'mean', 'median'].includes(measure)
      const given = dice === 3 ? 'n/a' : based ? ([amount, amount + dice] as [number, number]) : amount
      world.fact([code, place, quarter, partner], given)
    }
  world.fact([code, 'ht', '2025-Q4', 'court'], measure === 'milestone' ? 2 : measure === 'count' ? 7 : [7, 9])
}
