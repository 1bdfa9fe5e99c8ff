import { describe, expect, it } from 'vitest'
import { breakdowns } from '../../src/indicators/breakdown-store.ts'
import { cellIdOf, cells } from '../../src/indicators/cell-store.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { partners } from '../../src/partners/store.ts'
import { places } from '../../src/places/store.ts'
import { demoDb } from '../support/demo.ts'
import { q, World } from '../support/world.ts'

describe('the framework as it is read', () => {
  it('is the indicators in force at an instant', () => {
    const world = new World()
      .indicator('A')
      .indicator('B')
      .define('A', { rules: ['count', 'none', 'none'] }, 1000)
    const rules = (at?: number) => indicatorsAsAt(world.db, at).map(({ code, overPlaces }) => [code, overPlaces])
    expect(rules(0)).toEqual([
      ['A', 'sum'],
      ['B', 'sum'],
    ])
    expect(rules(999)).toEqual([
      ['A', 'sum'],
      ['B', 'sum'],
    ])
    expect(rules(1000)).toEqual([
      ['A', 'none'],
      ['B', 'sum'],
    ])
    expect(rules()).toEqual([
      ['A', 'none'],
      ['B', 'sum'],
    ])
    expect(rules(-1)).toEqual([])
  })

  it('is read anew when it has changed, by whatever hand', () => {
    const world = new World().breakdown('sex', ['female', 'male']).place('HP').indicator('A')
    const before = world.db.frameworkVersion()
    const known = indicatorsAsAt(world.db)
    expect(indicatorsAsAt(world.db)[0]).toBe(known[0])
    world.fact(['A', 'HP', '2020-Q1'], 3)
    expect(places(world.db).list.map(({ slug }) => slug)).toEqual(['HP'])
    world.place('QN').scheme('A', { kind: 'primary', breakdowns: ['sex'] })
    expect(world.db.frameworkVersion()).not.toBe(before)
    expect(places(world.db).list.map(({ slug }) => slug)).toEqual(['HP', 'QN'])
    expect(indicatorsAsAt(world.db)[0]!.schemes).toMatchObject([
      { kind: 'primary', breakdowns: ['sex'], from: q('2019-Q1'), to: null },
    ])
  })

  it('does not remember a change that was taken back', () => {
    const world = new World().place('HP')
    const slugs = () => places(world.db).list.map(({ slug }) => slug)
    expect(() =>
      world.db.tx(() => {
        world.place('XX')
        expect(slugs()).toEqual(['HP', 'XX'])
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(slugs()).toEqual(['HP'])
    world.place('QN')
    expect(slugs()).toEqual(['HP', 'QN'])
  })

  it('names combinations of categories once', () => {
    const { db } = new World().breakdown('sex', ['female', 'male']).breakdown('age', ['0-17'])
    const id = cellIdOf(db, { sex: 'female', age: '0-17' })
    expect(cellIdOf(db, { age: '0-17', sex: 'female' })).toBe(id)
    expect(cells(db).get(id)).toEqual({ id, key: 'age=0-17|sex=female', categories: { age: '0-17', sex: 'female' } })
    expect(cellIdOf(db, {})).toBe(1)
    expect(() => cellIdOf(db, { sex: 'cat' })).toThrow('no such category: sex=cat')
    expect(() => cellIdOf(db, { height: 'tall' })).toThrow('no such category: height=tall')
    expect(breakdowns(db).map(({ code, categories }) => [code, categories.map((one) => one.code)])).toEqual([
      ['sex', ['female', 'male']],
      ['age', ['0-17']],
    ])
  })

  it('holds the pilot project', () => {
    const db = demoDb()
    const all = indicatorsAsAt(db)
    expect(all).toHaveLength(44)
    expect(all.map(({ component }) => component).filter((one, i, list) => one !== list[i - 1])).toEqual([
      null,
      'prevention',
      'prosecution',
      'protection',
    ])
    for (const one of all) {
      expect([one.code, one.measure === 'milestone']).toEqual([one.code, one.stages.length > 0])
      expect([one.code, one.measure === 'count' || one.measure === 'milestone']).toEqual([
        one.code,
        one.baseUnit === null,
      ])
      expect([one.code, one.frequency === 'survey']).toEqual([one.code, one.rounds.length > 0])
    }
    expect(all.find(({ code }) => code === 'I1')).toMatchObject({
      tags: { sdg: ['16.2.2'], gcm: [1, 10] },
      scale: 100000,
    })
    expect(places(db).bySlug.get('quang-binh')?.validTo).toBe('2025-07-01')
    expect(partners(db).some(({ names }) => names.length > 1)).toBe(true)
    for (const { slug, names } of partners(db)) expect([slug, names.length > 0]).toEqual([slug, true])
    db.$client.close()
  })
})
