import { describe, expect, it } from 'vitest'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import type { AuditGround, AuditRow } from '../../../src/figures/audit/ground.ts'
import { disagreements, figureAgain } from '../../../src/figures/audit/second-working.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import type { DefinedIndicator } from '../../../src/indicators/indicator.ts'
import { NOW, q, World } from '../../support/world.ts'
import { figureCase } from '../cases/case.ts'
import cases from '../cases.json' with { type: 'json' }

const row = (
  place: number,
  quarter: number,
  value: number | null,
  base: number | null = null,
  cell = '',
): AuditRow => ({
  place,
  partner: 1,
  quarter,
  cell,
  state: value === null ? 'not applicable' : 'reported',
  value,
  base,
})
const indicator = (given: Partial<DefinedIndicator> = {}) =>
  ({
    measure: 'count',
    overPlaces: 'sum',
    overTime: 'sum',
    frequency: 'quarterly',
    yearStart: 1,
    rounds: [],
    from: 7960,
    to: null,
    stages: [],
    countingUnit: { vi: '', en: '' },
    definition: { vi: '', en: '' },
    schemes: [],
    targetStage: null,
    ...given,
  }) as unknown as DefinedIndicator
const nobodyTookOver = { successions: [], handovers: [], restated: [] }
const ground = (rows: AuditRow[], places = [1]): AuditGround => ({
  rows,
  assignments: places.map((place) => ({ place, partner: 1, from: 8080, to: 8083 })),
  ...nobodyTookOver,
  isIn: () => true,
  exists: () => true,
  works: () => true,
  begins: [],
})

const numbered = ({ place, partner }: { place: string; partner: string }, names: string[]) => ({
  place: names.indexOf(place),
  partner: names.indexOf(partner),
})

describe('the second working', () => {
  it('agrees with the worked cases it can read', () => {
    let agreed = 0
    for (const given of cases) {
      const read = figureCase.parse(given)
      const { ask: question } = read
      if (question.cell || question.asAt || question.basis || question.map || question.places !== '*') continue
      if (
        read.values.some((value) => value.approvedTo || value.basis === 'submitted' || value.state === 'not reported')
      )
        continue
      const names = [...new Set([...read.due, ...read.values].flatMap(({ partner, place }) => [partner, place]))]
      const rows = read.values.flatMap(({ place, partner, quarter, state, cells }) =>
        (state === 'reported' ? cells : [{}]).map((cell) => ({
          place: names.indexOf(place),
          partner: names.indexOf(partner),
          quarter,
          cell: 'of' in cell ? Object.keys(cell.of ?? {}).join('|') : '',
          state,
          value: cell.amount ?? cell.numerator ?? cell.mean ?? cell.median ?? cell.stage ?? null,
          base: cell.denominator ?? cell.n ?? null,
        })),
      )
      const assignments = read.due.map(({ place, partner, quarter }) => ({
        place: names.indexOf(place),
        partner: names.indexOf(partner),
        from: quarter,
        to: quarter,
      }))
      const again = figureAgain(
        [indicator({ ...read.indicator, targetStage: read.indicator.targetStage ?? null })],
        {
          rows,
          assignments,
          restated: [],
          successions: read.successions.map(({ from, to }) => ({ from: names.indexOf(from), to: names.indexOf(to) })),
          handovers: read.handovers.map(({ from, to }) => ({ from: numbered(from, names), to: numbered(to, names) })),
          isIn: () => true,
          exists: () => true,
          works: () => true,
          begins: [],
        },
        question,
      )
      const { why: _, ...told } = again
      expect([given.name, disagreements(told, given.figure as unknown as Figure)]).toEqual([given.name, []])
      agreed += 1
    }
    expect(agreed).toBeGreaterThan(30)
  })

  it('leaves out extra breakdowns, and only while they are in force', () => {
    const schemes = [{ id: 1, kind: 'partition' as const, from: 8080, to: 8080, breakdowns: ['form'] }]
    const rows = [row(1, 8080, 5), row(1, 8080, 5, null, 'form=labour'), row(1, 8081, 2, null, 'form=labour')]
    expect(figureAgain([indicator({ schemes })], ground(rows), { from: 8080, to: 8081 }).value).toBe(7)
  })

  it('counts cells of the primary breakdown, and knows an extra one by all of its categories, in any order', () => {
    const scheme = (kind: 'primary' | 'partition', breakdowns: string[]) => ({
      id: 1,
      kind,
      from: 8080,
      to: null,
      breakdowns,
    })
    const value = (schemes: ReturnType<typeof scheme>[], cell: string) =>
      figureAgain([indicator({ schemes })], ground([row(1, 8081, 5, null, cell)]), { from: 8081, to: 8081 }).value
    expect(value([scheme('primary', ['sex'])], 'sex=female')).toBe(5)
    expect(value([scheme('partition', ['sex', 'age'])], 'age=0-17|sex=female')).toBeNull()
    expect(value([scheme('partition', ['form'])], 'age=0-17')).toBe(5)
    expect(value([scheme('partition', [])], '')).toBeNull()
    expect(
      figureAgain(
        [indicator({ schemes: [scheme('partition', ['form'])] })],
        ground([row(1, 8079, 5, null, 'form=labour')]),
        { from: 8079, to: 8079 },
      ).value,
    ).toBe(5)
  })

  it('is restated where a value of its own places and quarters was', () => {
    const revised = (place: number, quarter: number) => {
      const here = { ...ground([row(1, 8081, 5)]), isIn: (one: number) => one === 1 }
      const restated = [{ place, partner: 1, quarter, cell: '' }]
      return figureAgain([indicator()], { ...here, restated }, { from: 8081, to: 8082 }).flags.includes('revised')
    }
    expect([8080, 8081, 8082, 8083].map((quarter) => revised(1, quarter))).toEqual([false, true, true, false])
    expect(revised(2, 8081)).toBe(false)
  })

  it('is not away where an extra breakdown alone came', () => {
    const schemes = [{ id: 1, kind: 'partition' as const, from: 8080, to: null, breakdowns: ['form'] }]
    const extra = ground([row(1, 8080, 5, null, 'form=labour')])
    expect(figureAgain([indicator({ schemes })], extra, { from: 8080, to: 8080 })).toMatchObject({
      state: 'not reported',
      coverage: [0, 1],
    })
  })

  it('is broken by another breakdown between quarters in which it is due alone', () => {
    const schemes = [
      { id: 1, kind: 'primary' as const, from: 8080, to: 8081, breakdowns: ['sex'] },
      { id: 2, kind: 'primary' as const, from: 8082, to: null, breakdowns: ['age'] },
    ]
    const lists = [{ breakdown: 'age', category: 'child', from: 7960, to: null }]
    const flags = (frequency: 'annual' | 'quarterly') =>
      figureAgain(
        [indicator({ schemes, frequency })],
        ground([row(1, 8083, 5, null, 'age=child')]),
        { from: 8080, to: 8083 },
        { breakdown: 'age', category: 'child', lists },
      ).flags
    expect(flags('annual')).toEqual([])
    expect(flags('quarterly')).toContain('break')
  })

  it('is away only when nothing else came, and only for its own reporter and quarter', () => {
    const both = [row(1, 8080, null), row(1, 8080, 5), row(2, 8081, null)]
    expect(figureAgain([indicator()], ground(both, [1, 2]), { from: 8080, to: 8081 })).toMatchObject({
      value: 5,
      coverage: [1, 3],
    })
    const early = { ...ground([row(1, 8079, null)]), exists: () => true }
    expect(figureAgain([indicator()], early, { from: 8079, to: 8079 }).state).toBe('not due')
  })

  it('tells partners of one place apart', () => {
    const two: AuditGround = {
      rows: [row(1, 8080, 5), { ...row(1, 8080, 7), partner: 2 }, { ...row(1, 8081, 9), partner: 2 }],
      assignments: [
        { place: 1, partner: 1, from: 8080, to: 8080 },
        { place: 1, partner: 2, from: 8080, to: 8081 },
        { place: 2, partner: 1, from: 8080, to: 8083 },
      ],
      ...nobodyTookOver,
      isIn: () => true,
      exists: () => true,
      works: () => true,
      begins: [],
    }
    expect(figureAgain([indicator()], two, { from: 8080, to: 8081 })).toMatchObject({ value: 21, coverage: [3, 5] })
    expect(figureAgain([indicator({ overTime: 'life' })], two, { from: 8080, to: 8081 })).toMatchObject({
      value: 14,
      coverage: [2, 3],
      flags: ['partial'],
    })
    expect(figureAgain([indicator({ overTime: 'latest' })], two, { from: 8080, to: 8081 })).toMatchObject({
      value: 9,
      coverage: [1, 2],
      flags: ['partial', 'ended'],
    })
  })

  it('never combines medians or categories of one, and says why', () => {
    const median = indicator({ measure: 'median', overPlaces: 'sum', overTime: 'sum' })
    const at = (rows: AuditRow[], places = [1], to = 8080) =>
      figureAgain([median], ground(rows, places), { from: 8080, to })
    expect(at([row(1, 8080, 8, 2)])).toMatchObject({ state: 'reported', value: 8, n: 2 })
    expect(at([row(1, 8080, 8, 2), row(2, 8080, 9, 2)], [1, 2])).toMatchObject({
      state: 'not additive',
      why: 'reporters',
    })
    expect(at([row(1, 8080, 8, 2)], [1], 8081)).toMatchObject({ state: 'not additive', why: 'quarters' })
    expect(at([row(1, 8080, 8, 2, 'a=1'), row(1, 8080, 9, 2, 'a=2')])).toMatchObject({
      state: 'not additive',
      why: 'cells',
    })
    const stage = indicator({ measure: 'milestone', overTime: 'latest', targetStage: 2 })
    const mixed = [row(1, 8080, 2, null, 'a=1'), row(1, 8080, 2, null, 'a=2'), row(2, 8080, 2)]
    expect(figureAgain([stage], ground(mixed, [1, 2]), { from: 8080, to: 8080 })).toMatchObject({
      state: 'not additive',
      why: 'cells',
    })
    const alone = indicator({ overTime: 'none' })
    expect(figureAgain([alone], ground([row(1, 8080, null), row(1, 8081, 4)]), { from: 8080, to: 8081 })).toMatchObject(
      {
        value: 4,
      },
    )
  })

  it('knows places that are not in it, or not yet there', () => {
    const rows = [row(1, 8080, 5), row(2, 8080, 7)]
    const only = { ...ground(rows, [1, 2]), isIn: (place: number) => place === 1 }
    expect(figureAgain([indicator()], only, { from: 8080, to: 8080 })).toMatchObject({ value: 5, coverage: [1, 1] })
    const gone = { ...ground([], [1]), exists: () => false }
    expect(figureAgain([indicator()], gone, { from: 8080, to: 8080 }).state).toBe('not due')
  })
})

describe('two workings', () => {
  const one: Figure = { state: 'reported', value: 1, coverage: [1, 2], flags: ['partial'] }

  it('agree down to the last digits of binary fractions', () => {
    expect(disagreements(one, { ...one, value: 1 + 1e-12 })).toEqual([])
    expect(disagreements({ ...one, value: 3e12 }, { ...one, value: 3e12 + 1 })).toEqual([])
  })

  it('disagree on whatever differs', () => {
    expect(disagreements({ ...one, value: null }, { ...one, value: 0 })).toEqual(['value'])
    expect(disagreements({ ...one, value: 0 }, { ...one, value: null })).toEqual(['value'])
    expect(disagreements(one, { ...one, value: 1.0001 })).toEqual(['value'])
    expect(disagreements(one, { ...one, value: null })).toEqual(['value'])
    expect(disagreements({ ...one, numerator: 3, denominator: 4, n: 5, of: 6 }, one)).toEqual([
      'numerator',
      'denominator',
      'n',
      'of',
    ])
    expect(
      disagreements(one, { state: 'not additive', value: null, coverage: [2, 2], flags: [], why: 'cells' }),
    ).toEqual(['state', 'why', 'value', 'coverage', 'flags'])
  })

  it('are told apart in a sentence', () => {
    const world = new World().place('HP').indicator('A').assign('A', 'HP')
    world.fact(['A', 'HP', '2020-Q1'], 3)
    rebuildTally(world.db)
    world.run('update tally_province set value = 4000000')
    const [difference] = auditFigures(world.db, NOW).differences
    expect(difference).toMatchObject({ indicator: 'A', group: 'whole project', span: '2020-Q1', fields: ['value'] })
    expect(String(difference)).toMatch(
      /^A, whole project, 2020-Q1: value differ. Shown .*"value":4.*; again .*"value":3/,
    )
    expect(auditFigures(world.db, NOW).compared).toBe(4)
  })

  it('are made even before anything is approved', () => {
    const world = new World().place('HP').place('old', { to: '2019-01-01' }).indicator('A').assign('A', 'HP')
    expect(auditFigures(world.db, NOW)).toEqual({ compared: 4, differences: [] })
    expect(q('2020-Q1')).toBe(8080)
  })
})
