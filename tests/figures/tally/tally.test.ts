import { describe, expect, it } from 'vitest'
import { approveFacts } from '../../../src/figures/approve.ts'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../../src/figures/tally/audit-store.ts'
import { freshenTally, rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { staleTallies } from '../../../src/figures/tally/store.ts'
import { cellIdOf } from '../../../src/indicators/cell-store.ts'
import fc from '../../fast-check.ts'
import { ALL, NOW, q, span, World } from '../../support/world.ts'
import { approve, given, PLACES, value, worldOf } from '../approved-values.ts'

const question = {
  groups: [ALL, ...PLACES.map((place) => ({ key: place, places: [place] }))],
  spans: [span('2020-Q1'), span('2020-Q3'), span('2019-Q1', '2020-Q3')],
}
const figures = (world: World, more: object = {}) => [...world.ask({ ...question, ...more })]

describe('the tally', () => {
  it('gives the very figures the facts give, whatever has been approved and corrected', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.array(value, { maxLength: 5 }), (approved, waiting) => {
        const world = worldOf()
        rebuildTally(world.db)
        approve(world, approved)
        for (const one of waiting) world.submission([one.place, one.quarter], { [one.code]: given(one) }, 'submitted')
        expect(staleTallies(world.db).size).toBe(0)
        expect(auditTally(world.db)).toEqual([])
        const provinces = { groups: question.groups.filter(({ key }) => ['*', 'HP', 'QN'].includes(key)) }
        const bySex = { ...provinces, indicators: ['flow', 'weighted'], by: ['sex'] }
        const byForm = { ...provinces, indicators: ['flow'], by: ['form'] }
        const onlyMale = { ...provinces, indicators: ['flow'], only: { sex: 'male' } }
        for (const more of [{}, { basis: 'provisional' }, provinces, bySex, byForm, onlyMale]) {
          expect(figures(world, more)).toEqual(figures(world, { ...more, asAt: NOW }))
        }
        expect(auditFigures(world.db, NOW).differences.map(String)).toEqual([])
        world.db.$client.close()
      }),
      { numRuns: 25 },
    )
  })

  it('is the same rebuilt as kept', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (approved) => {
        const world = worldOf()
        const rows = () =>
          ['tally_reporter', 'tally_province', 'tally_cell'].map((table) =>
            world.db.$client.prepare(`select * from ${table}`).all(),
          )
        approve(world, approved)
        const kept = rows()
        rebuildTally(world.db)
        expect(rows()).toEqual(kept)
      }),
      { numRuns: 15 },
    )
  })

  it('is not read once something else may have changed it, until it is made anew', () => {
    const touches: [string, (world: World) => void][] = [
      ['a fact written by another hand', (world) => world.fact(['flow', 'QN-1', '2020-Q1'], { 'sex=male': 5 })],
      ['a fact closed by another hand', (world) => world.run('update fact set approved_to = 99')],
      ['an assignment', (world) => world.assign('flow', 'HP', 'police')],
      ['an assignment that ends', (world) => world.assignedUntil('2020-Q1', 50)],
      ['an assignment that goes', (world) => world.run('update assignment set known_to = 50')],
      ['a new definition', (world) => world.define('flow', { frequency: 'annual' }, 5000)],
      [
        'a survey round',
        (world) =>
          world.run(
            'insert into survey_round (definition_id, quarter) select id, ? from indicator_definition where indicator_id = ?',
            q('2020-Q1'),
            world.id('indicator flow'),
          ),
      ],
      ['a new breakdown', (world) => world.scheme('flow', { kind: 'multiple', breakdowns: ['sex'] })],
      ['a breakdown that ends', (world) => world.run('update scheme set known_to = 50')],
      ['a place that ends', (world) => world.known('HP', { to: '2019-05-01' }, 50)],
      [
        'a place that moves',
        (world) => ['HP-1', 'HP-2', 'QN-1'].map((slug) => world.known(slug, { parent: 'QN' }, 50)),
      ],
    ]
    for (const [what, touch] of touches) {
      const world = worldOf()
      const values = { flow: { 'sex=female': 1, 'sex=male': 2, 'form=labour': 3 } }
      approveFacts(world.db, { submissionId: world.submission(['HP', '2020-Q1'], values, 'approved'), now: 1 })
      expect([what, staleTallies(world.db).size]).toEqual([what, 0])
      touch(world)
      expect([what, staleTallies(world.db).has(world.id('indicator flow'))]).toEqual([what, true])
      const raw = figures(world, { asAt: NOW })
      expect([what, figures(world)]).toEqual([what, raw])
      expect(freshenTally(world.db)).toBeGreaterThan(0)
      expect([what, staleTallies(world.db).size, figures(world), auditTally(world.db)]).toEqual([what, 0, raw, []])
    }
  })

  it('that lies is found out', () => {
    const world = worldOf()
    approve(world, [
      {
        code: 'flow',
        place: 'HP',
        quarter: '2020-Q1',
        away: 9,
        cells: [
          [1, 0],
          [2, 0],
          [3, 0],
          [4, 0],
        ],
      },
    ])
    world.run('update tally_province set value = value + 1')
    expect(auditTally(world.db)).toEqual([{ indicator: 'flow', table: 'provinces', rows: 2 }])
    expect(
      auditFigures(world.db, NOW).differences.map(({ indicator, group, fields }) => [indicator, group, fields]),
    ).toEqual(expect.arrayContaining([['flow', 'whole project', ['value']]]))
    world.run('delete from tally_reporter')
    expect(auditTally(world.db)).toEqual([
      { indicator: 'flow', table: 'reporters', rows: 1 },
      { indicator: 'flow', table: 'provinces', rows: 2 },
    ])
    rebuildTally(world.db)
    expect(auditTally(world.db)).toEqual([])
  })
})

describe('approving', () => {
  const facts = (world: World) =>
    world.db.$client
      .prepare(
        'select key, state, value, base, approved_from, approved_to from fact join cell on cell.id = cell_id order by approved_from, key',
      )
      .raw()
      .all()
  const world = () =>
    new World()
      .breakdown('sex', ['female', 'male'])
      .place('HP')
      .indicator('A')
      .indicator('B')
      .assign('A', 'HP')
      .assign('B', 'HP')

  it('opens what is new, closes what is gone or changed, and leaves alone what stays', () => {
    const one = world()
    const hand = (values: Parameters<World['submission']>[1], now: number) =>
      approveFacts(one.db, { submissionId: one.submission(['HP', '2020-Q1'], values, 'approved'), now })
    expect(hand({ A: { 'sex=female': 1, 'sex=male': 2 }, B: 7 }, 100)).toEqual({ from: 100, opened: 3, closed: 0 })
    expect(hand({ A: { 'sex=female': 1, 'sex=male': 3 }, B: 7 }, 200)).toEqual({ from: 200, opened: 1, closed: 1 })
    expect(hand({ A: { 'sex=female': 1, 'sex=male': 3 }, B: 7 }, 300)).toEqual({ from: 300, opened: 0, closed: 0 })
    expect(hand({ A: 'n/a', B: 'blank' }, 400)).toEqual({ from: 400, opened: 1, closed: 3 })
    expect(facts(one)).toEqual([
      ['', 'reported', 7, null, 100, 400],
      ['sex=female', 'reported', 1, null, 100, 400],
      ['sex=male', 'reported', 2, null, 100, 200],
      ['sex=male', 'reported', 3, null, 200, 400],
      ['', 'not applicable', null, null, 400, null],
    ])
  })

  it('tells a changed base from a changed value', () => {
    const one = world()
    const hand = (value: [number, number], now: number) =>
      approveFacts(one.db, { submissionId: one.submission(['HP', '2020-Q1'], { A: value }, 'approved'), now })
    hand([1, 2], 100)
    expect(hand([1, 3], 200)).toMatchObject({ opened: 1, closed: 1 })
    expect(hand([2, 3], 300)).toMatchObject({ opened: 1, closed: 1 })
  })

  it('keeps intervals in order when the clock is set back or stands still', () => {
    const one = world()
    const hand = (value: number, now: number) =>
      approveFacts(one.db, { submissionId: one.submission(['HP', '2020-Q1'], { A: value }, 'approved'), now })
    expect(hand(1, 100).from).toBe(100)
    expect(hand(2, 100).from).toBe(101)
    expect(hand(3, 50).from).toBe(102)
    expect(facts(one).map((row) => (row as unknown[]).slice(4))).toEqual([
      [100, 101],
      [101, 102],
      [102, null],
    ])
  })

  it('touches no other reporter, quarter or place', () => {
    const one = world().place('QN').assign('A', 'QN')
    one
      .fact(['A', 'QN', '2020-Q1'], 5, { from: 1 })
      .fact(['A', 'HP', '2020-Q2'], 6, { from: 1 })
      .fact(['A', 'HP', '2020-Q1', 'police'], 7, { from: 1 })
    approveFacts(one.db, { submissionId: one.submission(['HP', '2020-Q1'], { A: 1 }, 'approved'), now: 100 })
    expect(facts(one).map((row) => (row as unknown[]).slice(2))).toEqual([
      [7, null, 1, null],
      [5, null, 1, null],
      [6, null, 1, null],
      [1, null, 100, null],
    ])
  })

  it('is undone with the transaction it is part of', () => {
    const one = world()
    const id = one.submission(['HP', '2020-Q1'], { A: 1 }, 'approved')
    expect(() =>
      one.db.tx(() => {
        approveFacts(one.db, { submissionId: id, now: 1 })
        throw new Error('full disk')
      }),
    ).toThrow('full disk')
    expect(facts(one)).toEqual([])
    expect(auditTally(one.db)).toEqual([])
    expect(one.db.$client.prepare('select count(*) from tally_keeping').pluck().get()).toBe(0)
  })

  it('of a submission nobody knows is a mistake of the program', () => {
    expect(() => approveFacts(world().db, { submissionId: 99, now: 1 })).toThrow('no such submission: 99')
  })

  it('never rewrites or removes an approved value, not even by another hand', () => {
    const one = world().fact(['A', 'HP', '2020-Q1'], 5)
    expect(() => one.run('update fact set value = 6')).toThrow('never rewritten')
    expect(() => one.run('delete from fact')).toThrow('never removed')
    expect(cellIdOf(one.db, {})).toBe(1)
  })
})
