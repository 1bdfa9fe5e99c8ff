import { describe, expect, it } from 'vitest'
import { approveFacts } from '../../../src/figures/approve.ts'
import { actsOf, contributions } from '../../../src/figures/provenance/load.ts'
import type { Question } from '../../../src/figures/question.ts'
import { ALL, NOW, q, span, World } from '../../support/world.ts'

function worldOf(): World {
  const world = new World()
    .breakdown('sex', ['female', 'male'])
    .breakdown('form', ['labour', 'sexual'])
    .place('HP')
    .place('QN')
    .indicator('A', {
      schemes: [
        { kind: 'primary', breakdowns: ['sex'] },
        { kind: 'partition', breakdowns: ['form'] },
      ],
    })
    .indicator('K', { rules: ['count', 'sum', 'latest'] })
  for (const code of ['A', 'K'])
    world
      .assign(code, 'HP', 'wu', '2020-Q1', '2020-Q2')
      .assign(code, 'QN', 'wu', '2020-Q1', code === 'A' ? '2020-Q1' : '2020-Q2')
  world.person('Mai').person('Ann')
  return world
}

function approve(
  world: World,
  place: string,
  quarter: string,
  values: Parameters<World['submission']>[1],
  at: number,
): number {
  const id = world.submission([place, quarter, 'wu'], values, 'approved', at)
  world.happened(id, 'submitted', 'Mai', at - 10).happened(id, 'approved', 'Ann', at)
  approveFacts(world.db, { submissionId: id, now: at })
  return id
}

const whole = { ...span('2020-Q1', '2020-Q2'), key: 's' }
const about = (world: World, more: Partial<Question> = {}) =>
  contributions(
    world.db,
    { indicators: ['A', 'K'], groups: [ALL, { key: 'HP', places: ['HP'] }], spans: [whole, span('2020-Q1')], ...more },
    NOW,
  )

describe('where a number comes from', () => {
  it('is the values, the submission, the people and the times behind it', () => {
    const world = worldOf()
    const id = approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4, 'form=labour': 7 } }, 1000)
    const { values, notApplicable, missing } = about(world).behind('A', '*', 's')
    expect(values.map(({ cell, value }) => [cell, value])).toEqual([
      ['sex=female', 3],
      ['sex=male', 4],
    ])
    expect(values[0]).toMatchObject({
      indicator: 'A',
      placeId: world.id('place HP'),
      partnerId: world.id('partner wu'),
      quarter: q('2020-Q1'),
      categories: { sex: 'female' },
      state: 'reported',
      base: null,
      provisional: false,
      approvedFrom: 1000,
      approvedTo: null,
      submissionId: id,
    })
    expect(actsOf(world.db, values).get(values[0]!.key)).toEqual({
      handedIn: { at: 990, by: 'Mai', byId: world.id('person Mai') },
      approved: { at: 1000, by: 'Ann', byId: world.id('person Ann') },
    })
    expect(notApplicable).toEqual([])
    expect(missing.map(({ placeId, quarter }) => [placeId, quarter])).toEqual([
      [world.id('place HP'), q('2020-Q2')],
      [world.id('place QN'), q('2020-Q1')],
    ])
  })

  it('is of one category, one group and one span what they are made of', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4, 'form=labour': 7 } }, 1000)
    approve(world, 'QN', '2020-Q1', { A: { 'sex=female': 5, 'sex=male': 6, 'form=sexual': 11 } }, 1000)
    approve(world, 'HP', '2020-Q2', { A: { 'sex=female': 8, 'sex=male': 9, 'form=sexual': 17 } }, 1000)
    const numbers = (more: Partial<Question>, ...of: Parameters<ReturnType<typeof about>['behind']>) =>
      about(world, more)
        .behind(...of)
        .values.map(({ value }) => value)
    expect(numbers({ by: ['sex'] }, 'A', '*', 's', 'sex=female')).toEqual([3, 5, 8])
    expect(numbers({ by: ['sex'] }, 'A', 'HP', 's', 'sex=female')).toEqual([3, 8])
    expect(numbers({ by: ['sex'] }, 'A', 'HP', '2020-Q1', 'sex=female')).toEqual([3])
    expect(numbers({ by: ['form'] }, 'A', '*', 's', 'form=sexual')).toEqual([11, 17])
    expect(numbers({ by: ['form'] }, 'A', 'HP', '2020-Q1')).toEqual([3, 4])
    expect(numbers({ only: { sex: 'male' } }, 'A', '*', '2020-Q1')).toEqual([4, 6])
    expect(numbers({ groups: [{ key: 'QN', places: ['QN'] }] }, 'A', 'QN', 's')).toEqual([5, 6])
  })

  it('is, of a stock, the last value of each reporter', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { K: 3 }, 1000)
    approve(world, 'HP', '2020-Q2', { K: 4 }, 1000)
    approve(world, 'QN', '2020-Q1', { K: 5 }, 1000)
    expect(
      about(world)
        .behind('K', '*', 's')
        .values.map(({ value }) => value),
    ).toEqual([5, 4])
    expect(
      about(world)
        .behind('K', '*', '2020-Q1')
        .values.map(({ value }) => value),
    ).toEqual([3, 5])
  })

  it('is, of a line, what its heir or, until it has spoken, its predecessors said, and tells who they are', () => {
    const world = worldOf().assign('K', 'QN', 'iom', '2020-Q3')
    const [wu, iom] = ['wu', 'iom'].map((partner) => world.partner(partner))
    const to = (partnerId: number | undefined, place: string) => ({ partnerId, placeId: world.id(`place ${place}`) })
    approve(world, 'HP', '2020-Q1', { K: 3 }, 1000)
    approve(world, 'QN', '2020-Q2', { K: 5 }, 1000)
    const behind = () => {
      const spans = [{ ...span('2020-Q1', '2020-Q3'), key: 's' }]
      const { values, takenOver, ended } = about(world, { spans }).behind('K', '*', 's')
      return { values: values.map(({ value }) => value), takenOver, ended }
    }
    expect(behind()).toEqual({ values: [], takenOver: [], ended: [to(wu, 'HP'), to(wu, 'QN')] })
    world.handover(
      'K',
      { partner: 'wu', place: 'QN', from: '2020-Q1' },
      { partner: 'iom', place: 'QN', from: '2020-Q3' },
    )
    const taken = { heir: to(iom, 'QN'), predecessors: [{ ...to(wu, 'QN'), since: q('2020-Q3') }] }
    const ended = [to(wu, 'HP')]
    expect(behind()).toEqual({ values: [5], takenOver: [{ ...taken, standIns: [to(wu, 'QN')] }], ended })
    const id = world.submission(['QN', '2020-Q3', 'iom'], { K: 6 }, 'approved', 2000)
    approveFacts(world.db, { submissionId: id, now: 2000 })
    expect(behind()).toEqual({ values: [6], takenOver: [{ ...taken, standIns: [] }], ended })
    expect(about(world).behind('A', '*', 's')).toMatchObject({ takenOver: [], ended: [] })
  })

  it('tells of a flow, too, who goes on reporting; all that came counts', () => {
    const world = worldOf().assign('A', 'QN', 'iom', '2020-Q2')
    world.handover(
      'A',
      { partner: 'wu', place: 'QN', from: '2020-Q1' },
      { partner: 'iom', place: 'QN', from: '2020-Q2' },
    )
    approve(world, 'QN', '2020-Q1', { A: { 'sex=female': 5, 'sex=male': 6, 'form=sexual': 11 } }, 1000)
    const { values, takenOver, ended } = about(world).behind('A', '*', 's')
    const who = (partner: string) => ({ partnerId: world.partner(partner), placeId: world.id('place QN') })
    expect(values.map(({ value }) => value)).toEqual([5, 6])
    expect(takenOver).toEqual([
      { heir: who('iom'), predecessors: [{ ...who('wu'), since: q('2020-Q2') }], standIns: [] },
    ])
    expect(ended).toEqual([])
  })

  it('is of one partner what it reported itself', () => {
    const world = worldOf().assign('K', 'HP', 'iom', '2020-Q1', '2020-Q2')
    approve(world, 'HP', '2020-Q1', { K: 3 }, 1000)
    const id = world.submission(['HP', '2020-Q1', 'iom'], { K: 8 }, 'approved', 1000)
    approveFacts(world.db, { submissionId: id, now: 1000 })
    const groups = ['wu', 'iom'].map((partner) => ({ key: partner, places: '*' as const, partner }))
    const behind = (group: string) => about(world, { groups }).behind('K', group, '2020-Q1')
    expect(['wu', 'iom'].map((group) => behind(group).values.map(({ value }) => value))).toEqual([[3], [8]])
    expect(behind('iom').missing).toEqual([])
    expect(behind('wu').missing.map(({ placeId }) => placeId)).toEqual([world.id('place QN')])
  })

  it('tells what does not apply from what is missing', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { A: 'n/a' }, 1000)
    const behind = about(world).behind('A', 'HP', 's')
    expect(behind.values).toEqual([])
    expect(behind.notApplicable).toMatchObject([{ state: 'not applicable', value: null, quarter: q('2020-Q1') }])
    expect(behind.missing).toMatchObject([{ quarter: q('2020-Q2') }])
  })

  it('names each version of a value for ever', () => {
    const world = worldOf()
    const keys = (more: Partial<Question> = {}) =>
      about(world, more)
        .behind('A', '*', 's')
        .values.map(({ key, value, approvedTo }) => ({ key, value, approvedTo }))
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4 } }, 1000)
    const before = keys()
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 5 } }, 2000)
    const after = keys()
    expect(after[0]).toEqual(before[0])
    expect(after[1]!.key).not.toBe(before[1]!.key)
    expect(keys({ asAt: 1500 }).map(({ key, value }) => [key, value])).toEqual(
      before.map(({ key, value }) => [key, value]),
    )
    expect(new Set([...before, ...after].map(({ key }) => key)).size).toBe(3)
  })

  it('knows who handed in and approved the version that counts, not a later one', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4 } }, 1000)
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 5 } }, 2000)
    const acts = actsOf(world.db, about(world).behind('A', '*', 's').values)
    expect([...acts.values()].map(({ approved, handedIn }) => [handedIn?.at, approved?.at])).toEqual([
      [990, 1000],
      [1990, 2000],
    ])
  })

  it('is what waits to be approved, on a provisional basis', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4 }, K: 9 }, 1000)
    const id = world.submission(['HP', '2020-Q1', 'wu'], { A: { 'sex=female': 30 } }, 'submitted', 3000)
    world.happened(id, 'submitted', 'Mai', 3000)
    const waiting = about(world, { basis: 'provisional' })
    const { values } = waiting.behind('A', '*', 's')
    expect(values).toMatchObject([{ value: 30, provisional: true, approvedFrom: null, submissionId: id }])
    expect([...actsOf(world.db, values).values()]).toEqual([
      { handedIn: { at: 3000, by: 'Mai', byId: world.id('person Mai') }, approved: null },
    ])
    expect(waiting.behind('K', '*', 's').values).toMatchObject([{ value: 9, provisional: false }])
    expect(
      about(world)
        .behind('A', '*', 's')
        .values.map(({ value }) => value),
    ).toEqual([3, 4])
  })

  it('tells a quarter that is not the calendar one', () => {
    const world = worldOf()
    const id = approve(world, 'HP', '2020-Q1', { K: 3 }, 1000)
    const ownQuarter = () => about(world).behind('K', '*', 's').values[0]!.ownQuarter
    expect(ownQuarter()).toBeNull()
    world.run(`update submission set cut_from = '2019-12-15', cut_to = '2020-03-14' where id = ?`, id)
    expect(ownQuarter()).toEqual({ first: '2019-12-15', last: '2020-03-14' })
  })

  it('may be of somebody whom nobody asked', () => {
    const world = new World()
      .place('HP')
      .indicator('A')
      .indicator('K', { rules: ['count', 'sum', 'latest'] })
    for (const code of ['A', 'K']) world.fact([code, 'HP', '2020-Q1', 'wu'], 5)
    const told = about(world)
    for (const code of ['A', 'K']) {
      const { values, missing } = told.behind(code, '*', 's')
      expect([values.map(({ value }) => value), missing]).toEqual([[5], []])
    }
  })

  it('may have nobody on record', () => {
    const world = worldOf().fact(['A', 'HP', '2020-Q1', 'wu'], { 'sex=female': 1 })
    const { values } = about(world).behind('A', '*', 's')
    expect(values).toMatchObject([{ submissionId: null }])
    expect([...actsOf(world.db, values).values()]).toEqual([{ handedIn: null, approved: null }])
  })

  it('is a mistake of the program to ask for what was not asked', () => {
    expect(() => about(worldOf()).behind('Z', '*', 's')).toThrow('not part of the question: Z, *, s')
    expect(() => about(worldOf()).behind('A', 'x', 's')).toThrow('not part of the question')
    expect(() => about(worldOf()).behind('A', '*', 'x')).toThrow('not part of the question')
  })

  it('adds up to the figure', () => {
    const world = worldOf()
    approve(world, 'HP', '2020-Q1', { A: { 'sex=female': 3, 'sex=male': 4, 'form=labour': 7 }, K: 2 }, 1000)
    approve(world, 'HP', '2020-Q2', { A: { 'sex=female': 1, 'sex=male': 0, 'form=labour': 1 }, K: 5 }, 1000)
    const question = { indicators: ['A', 'K'], groups: [ALL], spans: [whole], by: ['sex'] }
    const behind = contributions(world.db, question, NOW)
    for (const { indicator, group, span: key, cell, figure } of world.ask(question)) {
      if (cell === '?') continue
      const sum = behind.behind(indicator, group, key, cell).values.reduce((all, { value }) => all + (value ?? 0), 0)
      expect([indicator, cell, sum]).toEqual([indicator, cell, figure.value ?? 0])
    }
  })
})
