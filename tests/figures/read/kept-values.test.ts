import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import { approveFacts } from '../../../src/figures/approve.ts'
import { ask } from '../../../src/figures/ask.ts'
import type { Question } from '../../../src/figures/question.ts'
import { freshenTally, rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import fc from '../../fast-check.ts'
import { imageOf } from '../../support/database.ts'
import { ALL, NOW, span, type World } from '../../support/world.ts'
import { approve, given, PLACES, type Value, value, worldOf } from '../approved-values.ts'

const whole: Question = {
  indicators: '*',
  groups: [ALL, ...PLACES.map((place) => ({ key: place, places: [place] }))],
  spans: [span('2020-Q1'), span('2020-Q3'), span('2019-Q1', '2020-Q3')],
}
const bySex: Question = { ...whole, indicators: ['flow', 'weighted'], by: ['sex'] }
const QUESTIONS: Question[] = [whole, bySex, { ...whole, basis: 'provisional' }]

const figures = ({ db }: World, question: Question) => [...ask(db, question, NOW)]
/** Within a transaction nothing is kept, and everything is read. */
const readAnew = (world: World, question: Question) => world.db.tx(() => figures(world, question))

/** Everything that can be done to values, and to what they are read by. */
const STEPS: Record<string, (world: World, one: Value, at: number) => void> = {
  'approved, or corrected': (world, one, at) => approve(world, [one], at),
  'approved, and taken back': (world, one, at) => {
    try {
      world.db.tx(() => {
        approve(world, [one], at)
        // What is read meanwhile is not what stands afterwards.
        figures(world, whole)
        throw new Error('taken back')
      })
    } catch {}
  },
  'handed in': (world, one) => {
    world.submission([one.place, one.quarter], { [one.code]: given(one) }, 'submitted')
  },
  'closed, and written by another hand': (world, { place }, at) => {
    world.run('update fact set approved_to = ? where approved_to is null', at)
    world.fact(['flow', place, '2020-Q2'], { 'sex=male': 5 }, { from: at })
  },
  'corrected to nothing': (world, { place, quarter }, at) => {
    const id = world.submission([place, quarter], {}, 'approved')
    approveFacts(world.db, { submissionId: id, now: at })
  },
  'tallied anew': (world) => rebuildTally(world.db),
  'tallied where it is stale': (world) => freshenTally(world.db),
  'asked of one more': (world, { code, place }, at) => world.assign(code, place, `another ${at} of ${place}`),
}
const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), value)

describe('values that are kept', () => {
  it('are those that stand, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const world = worldOf()
        rebuildTally(world.db)
        steps.forEach(([name, one], nth) => {
          STEPS[name]!(world, one, 10 + nth)
          for (const question of QUESTIONS) expect(figures(world, question), name).toEqual(readAnew(world, question))
        })
        world.db.$client.close()
      }),
      { numRuns: 10 },
    )
  })

  it('are read again of the indicators alone that were written', () => {
    const world = worldOf().fact(['flow', 'QN-1', '2020-Q3'], { 'sex=male': 4 })
    const rests = () => ['flow', 'stock'].map((code) => ask(world.db, whole, NOW).restsOn(code))
    const [flow, stock] = rests()
    expect(rests()).toEqual([flow, stock])
    expect(rests()[0]).toBe(flow)
    world.fact(['flow', 'QN-1', '2020-Q1'], { 'sex=male': 5 })
    const [anew, same] = rests()
    expect(anew).not.toBe(flow)
    expect(same).toBe(stock)
  })

  it('of one place leave the figures of all others as they are', () => {
    const world = worldOf()
    rebuildTally(world.db)
    const approved = (amount: number, at: number) => {
      const id = world.submission(['QN-1', '2020-Q1'], { stock: amount, flow: amount }, 'approved')
      approveFacts(world.db, { submissionId: id, now: at })
    }
    approved(5, 1)
    const figuresOf = (group: string) =>
      ['stock', 'flow'].map((code) => ask(world.db, whole, NOW).figure(code, group, '2019-Q1..2020-Q3'))
    const [here, all, elsewhere] = ['QN-1', '*', 'HP'].map(figuresOf)
    approved(6, 2)
    const anew = figuresOf('HP')
    expect(anew.map((figure, nth) => figure === elsewhere![nth])).toEqual([true, true])
    expect(figuresOf('QN-1').map((figure, nth) => figure === here![nth])).toEqual([false, false])
    expect(figuresOf('*').map((figure, nth) => figure === all![nth])).toEqual([false, false])
    expect(figuresOf('*')).toEqual(world.db.tx(() => figuresOf('*')))
  })

  it('of one quarter leave the figures of spans that do not hold it as they are', () => {
    const world = worldOf()
    rebuildTally(world.db)
    const approved = (amount: number, at: number) => {
      const id = world.submission(['QN-1', '2020-Q1'], { stock: amount, flow: amount }, 'approved')
      approveFacts(world.db, { submissionId: id, now: at })
    }
    const figuresOf = (spanKey: string) =>
      ['*', 'QN-1'].flatMap((group) =>
        ['stock', 'flow'].map((code) => ask(world.db, whole, NOW).figure(code, group, spanKey)),
      )
    approved(5, 1)
    const spans = ['2020-Q3', '2020-Q1', '2019-Q1..2020-Q3']
    const before = spans.map(figuresOf)
    approved(6, 2)
    const same = spans.map((key, nth) => new Set(figuresOf(key).map((figure, at) => figure === before[nth]![at])))
    expect(same).toEqual([new Set([true]), new Set([false]), new Set([false])])
  })

  it('are read again after another process has written', () => {
    const folder = mkdtempSync(join(tmpdir(), '3p-kept-'))
    try {
      const file = join(folder, '3p.db')
      const world = worldOf()
      writeFileSync(file, imageOf(world.db))
      const [here, there] = [1, 2].map(() => Object.assign(worldOf(), { db: open(file, join(root, 'db/migrations')) }))
      const total = () => ask(here!.db, whole, NOW).figure('flow', '*', '2020-Q1').value
      expect(total()).toBeNull()
      there!.fact(['flow', 'QN-1', '2020-Q1'], { 'sex=male': 5 })
      expect(total()).toBe(5)
      for (const one of [here!, there!]) one.db.$client.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
