import { approveFacts } from '../../../src/figures/approve.ts'
import { changeBreakdown } from '../../../src/framework/definitions/change-breakdown.ts'
import { listCategory } from '../../../src/framework/definitions/change-category.ts'
import { redefineIndicator, retireIndicator } from '../../../src/framework/definitions/redefine.ts'
import type { Redefinition } from '../../../src/framework/definitions/redefinition.ts'
import type { Measure, OverPlaces, OverTime } from '../../../src/vocabulary/indicator.ts'
import { roundsIn } from '../../indicators/rounds.ts'
import type { Definition } from '../../support/small-project.ts'
import { type Given, q, type World } from '../../support/world.ts'

/** When it was learnt that something is otherwise, and once more. */
const LEARNT = 1000
const FROM = q('2025-Q3')
const text = (one: string) => ({ vi: one, en: one })
const stages = (...names: string[]) => names.map(text)

type Rules = [Measure, OverPlaces, OverTime]
const FLOW: Rules = ['count', 'sum', 'sum']
const STAGES: Definition = {
  rules: ['milestone', 'sum', 'latest'],
  targetStage: 2,
  stages: ['none', 'draft', 'issued'],
}

/** What each indicator is at first, and what it is from the third quarter of 2025 on. */
const REDEFINED: Record<string, [Definition, Redefinition['changes']]> = {
  'added-then-latest': [{ rules: FLOW }, { overTime: 'latest' }],
  'latest-then-life': [{ rules: ['count', 'sum', 'latest'] }, { overTime: 'life' }],
  'added-then-apart': [{ rules: FLOW }, { overPlaces: 'none' }],
  'other-unit': [{ rules: FLOW }, { countingUnit: text('case') }],
  'other-meaning': [{ rules: FLOW }, { definition: text('children too') }],
  'other-name': [
    { rules: ['mean', 'sum', 'latest'], baseUnit: 'person' },
    { name: text('new'), decimals: 2 },
  ],
  'less-often': [{ rules: FLOW }, { frequency: 'half-yearly' }],
  'more-often': [
    { rules: ['ratio', 'sum', 'latest'], baseUnit: 'person', frequency: 'annual' },
    { frequency: 'quarterly' },
  ],
  'other-rounds': [
    { rules: ['ratio', 'sum', 'latest'], baseUnit: 'person', frequency: 'survey', rounds: ['2024-Q4'] },
    { rounds: roundsIn([q('2025-Q4'), q('2026-Q3')]) },
  ],
  'stages-renamed': [STAGES, { stages: stages('nothing', 'written', 'signed') }],
  'stages-added': [STAGES, { stages: stages('none', 'draft', 'agreed', 'issued'), targetStage: 3 }],
}

/** Who is asked for them: two provinces, of which one becomes part of another, and a duty handed over. */
const ASKED: [partner: string, place: string, from: string, to?: string][] = [
  ['police', 'hp', '2024-Q3'],
  ['police', 'hp-2025', '2025-Q3'],
  ['labour', 'na', '2024-Q3', '2024-Q4'],
  ['health', 'na', '2025-Q1'],
]

/** Indicators whose definition, frequency, rounds, stages, categories or split change; one retired, one paused, two restated. */
export function addChangingIndicators(world: World, quarters: readonly string[]): void {
  world.breakdown('sex', ['female', 'male']).breakdown('age', ['child', 'adult'])
  for (const [code, [definition, changes]] of Object.entries(REDEFINED)) {
    ask(world, code, definition)
    done(redefineIndicator(world.db, null, code, { from: FROM, to: null, changes }, LEARNT))
  }
  addRetired(world)
  addSplit(world)
  for (const code of [...Object.keys(REDEFINED), 'retired', 'paused', 'new-category', 'other-split'])
    tell(world, code, quarters)
  addRestated(world)
}

function ask(world: World, code: string, definition: Definition): void {
  world.indicator(code, definition)
  for (const [partner, place, from, to] of ASKED) world.assign(code, place, partner, from, to)
  const [labour, health] = [
    { partner: 'labour', place: 'na', from: '2024-Q3' },
    { partner: 'health', place: 'na', from: '2025-Q1' },
  ]
  world.handover(code, labour, health)
}

/** One is retired; another was retired for a year and is measured again. */
function addRetired(world: World): void {
  for (const code of ['retired', 'paused']) ask(world, code, { rules: ['count', 'sum', 'latest'] })
  done(retireIndicator(world.db, null, 'retired', q('2025-Q2'), LEARNT))
  done(retireIndicator(world.db, null, 'paused', q('2024-Q4'), LEARNT))
  const again = { from: q('2025-Q4'), to: null, changes: { definition: text('anew') } }
  done(redefineIndicator(world.db, null, 'paused', again, LEARNT + 1))
}

/** A category comes later, and what values are split by is another list. */
function addSplit(world: World): void {
  const schemes = [{ kind: 'primary' as const, breakdowns: ['sex'], from: '2024-Q3' }]
  for (const code of ['new-category', 'other-split']) ask(world, code, { rules: FLOW, schemes })
  const since = { from: FROM, to: null }
  const intersex = { breakdown: 'sex', category: 'intersex' }
  done(listCategory(world.db, null, intersex, { ...since, name: text('intersex') }, LEARNT))
  done(changeBreakdown(world.db, null, 'other-split', { ...since, breakdowns: ['age'] }, LEARNT))
}

/** Values by a fixed pattern, in the quarters in which somebody is asked: some are missing, some do not apply. */
function tell(world: World, code: string, quarters: readonly string[]): void {
  for (const [nth, [partner, place, from, to]] of ASKED.entries())
    for (const [at, quarter] of quarters.entries()) {
      const isMeasured =
        code === 'retired' ? quarter < '2025-Q3' : code !== 'paused' || quarter < '2025-Q1' || quarter > '2025-Q3'
      const isThere = place !== 'hp' || quarter < '2025-Q3'
      if (quarter < from || (to !== undefined && quarter > to) || !isMeasured || !isThere) continue
      const dice = (code.length + nth * 5 + at * 3) % 11
      if (dice > 1) world.fact([code, place, quarter, partner], dice === 2 ? 'n/a' : given(code, quarter, dice))
    }
}

function given(code: string, quarter: string, dice: number): Given {
  const [definition] = REDEFINED[code] ?? []
  if (definition?.stages) return dice % 3
  if (definition?.baseUnit) return [dice, dice + 5]
  if (code === 'other-split' && quarter >= '2025-Q3') return { 'age=child': dice, 'age=adult': 1 }
  if (code === 'new-category' || code === 'other-split')
    return quarter >= '2025-Q3' && code === 'new-category'
      ? { 'sex=female': dice, 'sex=intersex': 1 }
      : { 'sex=female': dice, 'sex=male': 2 }
  return dice
}

/** A partner that corrects what had been approved: a value changes, one is added, one taken away, one is as it was. */
function addRestated(world: World): void {
  const rules: Record<string, Rules> = { 'restated-flow': FLOW, 'restated-stock': ['count', 'sum', 'latest'] }
  for (const [code, given] of Object.entries(rules))
    world.indicator(code, { rules: given }).assign(code, 'ht', 'ngo', '2024-Q3')
  const approve = (quarter: string, at: number, flow: Given | 'blank', stock: Given | 'blank') => {
    const values = { 'restated-flow': flow, 'restated-stock': stock }
    const submissionId = world.submission(['ht', quarter, 'ngo'], values, 'approved', at)
    world.db.tx(() => approveFacts(world.db, { submissionId, now: at }))
  }
  approve('2024-Q3', 10, 4, 4)
  approve('2024-Q3', 20, 5, 4)
  approve('2024-Q4', 10, 6, 7)
  approve('2024-Q4', 20, 6, 8)
  approve('2025-Q1', 10, 'blank', 9)
  approve('2025-Q1', 20, 3, 9)
  approve('2025-Q2', 10, 2, 1)
  approve('2025-Q2', 20, 2, 'blank')
  approve('2025-Q3', 10, 1, 1)
  approve('2025-Q3', 20, 1, 1)
}

function done(refused: object | null): void {
  if (refused) throw new Error(JSON.stringify(refused))
}
