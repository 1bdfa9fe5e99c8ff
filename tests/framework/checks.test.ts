import { expect, it } from 'vitest'
import { problemLine } from '../../src/framework/problem.ts'
import { CROSS_CUTTING } from '../../src/vocabulary/component.ts'
import { problemsAfter, type Small, TWO_PHASES } from './small.ts'

const TESTED = {
  lesser: 'V2',
  part: 'base',
  greater: 'V1',
  within: 'place',
  over: 'quarter',
  why: { vi: 'Vì sao', en: 'Why' },
}

/** What does not hold between the rows and the lists of a small project, and what is said of it. */
const WRONG: [change: (project: Small) => unknown, line: string][] = [
  [
    (p) => Object.assign(p.project, { thresholds: { donor: 6, public: 5 } }),
    'project.json, thresholds.public: does-not-fit "5"',
  ],
  [(p) => p.donors.push(p.donors[0]!), 'donors.json, row 2 (payer), code: twice "payer"'],
  [
    (p) => Object.assign(p.donors[0]!, { rag: { green: 80, amber: 81 } }),
    'donors.json, row 1 (payer), rag.amber: does-not-fit "81"',
  ],
  [
    (p) => Object.assign(p.donors[0]!, { rag: { green: 80, amber: 80 } }),
    'donors.json, row 1 (payer), rag.amber: does-not-fit "80"',
  ],
  [(p) => Object.assign(p.project.settings.rag, { amber: 90 }), 'project.json, settings.rag.amber: does-not-fit "90"'],
  [(p) => p.components.push(p.components[0]!), 'components.json, row 2 (protection), code: twice "protection"'],
  [
    (p) => p.components.push({ ...p.components[0]!, code: CROSS_CUTTING }),
    `components.json, row 2 (${CROSS_CUTTING}), code: does-not-fit "${CROSS_CUTTING}"`,
  ],
  [(p) => Object.assign(p.results[1]!, { component: 'trade' }), 'results.json, row 2 (1), component: unknown "trade"'],
  [(p) => p.breakdowns.push(p.breakdowns[0]!), 'breakdowns.json, row 3 (sex), code: twice "sex"'],
  [(p) => p.levels.push(p.levels[1]!), 'levels.json, row 4 (province), code: twice "province"'],
  [(p) => Object.assign(p.places[1]!, { level: 'ward' }), 'places.json, row 2 (ky-son), level: unknown "ward"'],
  [
    (p) => Object.assign(p.successions[0]!, { from: 'nowhere' }),
    'successions.json, row 1 (nowhere), from: unknown "nowhere"',
  ],
  [
    (p) => p.successions.push(p.successions[0]!),
    'successions.json, row 2 (ky-son → ky-son-2025): twice "ky-son → ky-son-2025"',
  ],
  [(p) => p.kinds.push(p.kinds[0]!), 'kinds.json, row 2 (police), code: twice "police"'],
  [(p) => p.partners.push(p.partners[0]!), 'partners.json, row 2 (police), slug: twice "police"'],
  [
    (p) => Object.assign(p.partners[0]!.names[1]!, { kind: 'army' }),
    'partners.json, row 1 (police), names.1.kind: unknown "army"',
  ],
  [
    (p) => Object.assign(p.partners[0]!.names[0]!, { validTo: '2004-01-01' }),
    'partners.json, row 1 (police), names.0.validTo: ends-first "2004-01-01"',
  ],
  [
    (p) => p.relations.push({ indicator: 'V2', counted: 'V1' }, { indicator: 'V2', counted: 'V1' }),
    'relations.json, row 2 (V2), indicator: twice "V2"',
  ],
  [
    (p) => p.relations.push({ indicator: 'V1', counted: 'V2' }),
    'relations.json, row 1 (V1), counted: does-not-fit "V2"',
  ],
  ...(
    [
      [{ lesser: 'V9' }, 'row 1 (V9), lesser: unknown "V9"'],
      [{ greater: 'V9' }, 'row 1 (V2), greater: unknown "V9"'],
      [{ greater: 'V2' }, 'row 1 (V2), greater: to-itself "V2"'],
      [{ part: 'value' }, 'row 1 (V2), part: does-not-fit "value"'],
      [{ lesser: 'V1', greater: 'V2', part: 'value' }, 'row 1 (V1), greater: does-not-fit "V2"'],
      [{ lesser: 'V1', greater: 'V3' }, 'row 1 (V1), part: does-not-fit "base"'],
    ] as const
  ).map(([more, line]): (typeof WRONG)[number] => [
    (p) => p.validations.push({ ...TESTED, ...more }),
    `validations.json, ${line}`,
  ]),
  [(p) => p.validations.push(TESTED, TESTED), 'validations.json, row 2 (V2 (base), V1): twice "V2 (base), V1"'],
  [
    (p) =>
      p.phases.push(TWO_PHASES[0]!) && p.targets.phases.push({ phase: 'one', indicator: 'V1', place: 'hue', value: 3 }),
    'targets.json (V1), phases.0: unknown "hue"',
  ],
]

it.each(WRONG)('what lists say of each other has to hold: %#', (change, line) => {
  expect(problemsAfter(change).map(problemLine)).toContain(line)
})

it('what just fits is taken', () => {
  const fitting: ((project: Small) => unknown)[] = [
    (p) => Object.assign(p.project, { thresholds: { donor: 5, public: 5 } }),
    (p) => Object.assign(p.donors[0]!, { rag: { green: 80, amber: 79 } }),
    (p) => p.phases.push({ ...TWO_PHASES[0]!, last: '2021-Q1' }),
    (p) => p.relations.push({ indicator: 'V2', counted: 'V1' }),
    (p) => p.validations.push(TESTED),
    (p) => p.indicators[0]!.schemes.push({ kind: 'multiple', breakdowns: ['sex'], from: '2021-Q1', to: '2021-Q1' }),
    (p) => Object.assign(p.indicators[0]!, { frequency: 'survey', rounds: ['2021-Q1', '2022-Q4'] }),
    (p) => p.assignments.push({ ...p.assignments[0]!, indicators: ['V3'], from: '2021-Q4', to: '2021-Q4' }),
  ]
  for (const change of fitting) expect(problemsAfter(change).map(problemLine)).toEqual([])
})
