import { describe, expect, it } from 'vitest'
import { heirsDown, heirsFrom } from '../../src/assignments/heirs.ts'
import { heirsByIndicator } from '../../src/assignments/store.ts'
import { World } from '../support/world.ts'

const duty = (indicatorId: number, partnerId: number, placeId: number) => ({
  indicatorId,
  partnerId,
  placeId,
  intervals: [{ from: 8080, to: 8083 }],
})
const became: Record<number, number[]> = { 1: [3], 2: [3], 3: [4, 5], 7: [8], 8: [7] }
const successorsOf = (id: number) => became[id] ?? []
const heirs = (duties: ReturnType<typeof duty>[], handovers: Parameters<typeof heirsFrom>[2] = []) =>
  Object.fromEntries(
    [...heirsFrom(duties, successorsOf, handovers)].map(([indicator, of]) => [indicator, Object.fromEntries(of)]),
  )

describe('who continues a line', () => {
  it("is the same partner at the place's successor, of the same indicator", () => {
    expect(heirs([duty(1, 9, 1), duty(1, 9, 2), duty(1, 9, 3), duty(2, 9, 1), duty(1, 8, 3)])).toEqual({
      1: { '9/1': ['9/3'], '9/2': ['9/3'] },
    })
    expect(heirs([duty(1, 9, 1), duty(1, 8, 3), duty(2, 9, 3)])).toEqual({})
  })

  it('is it at a later successor, and at each of several, where it is not asked in between', () => {
    expect(heirs([duty(1, 9, 1), duty(1, 9, 5), duty(1, 9, 4)])).toEqual({ 1: { '9/1': ['9/4', '9/5'] } })
    expect(heirs([duty(1, 9, 1), duty(1, 9, 3), duty(1, 9, 4)])).toEqual({ 1: { '9/1': ['9/3'], '9/3': ['9/4'] } })
    expect(heirs([duty(1, 9, 7)])).toEqual({})
  })

  it('is whoever took the duty over by a hand-over, beside the other', () => {
    const handed = {
      indicatorId: 1,
      from: { partnerId: 9, placeId: 1 },
      to: { partnerId: 8, placeId: 3 },
    }
    const again = { ...handed, to: { partnerId: 9, placeId: 3 } }
    expect(heirs([duty(1, 9, 1), duty(1, 9, 3)], [handed, again])).toEqual({ 1: { '9/1': ['9/3', '8/3'] } })
    expect(heirs([], [handed, { ...handed, indicatorId: 2 }])).toEqual({ 1: { '9/1': ['8/3'] }, 2: { '9/1': ['8/3'] } })
  })

  it('is everyone down the line, once, and never the one who began it', () => {
    const line = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', ['a', 'e']],
    ])
    expect([...heirsDown('a', line)].sort()).toEqual(['b', 'c', 'd', 'e'])
    expect([...heirsDown('e', line)]).toEqual([])
  })
})

describe('hand-overs in a file', () => {
  const world = () =>
    new World()
      .place('NA')
      .place('HT')
      .place('HT-2025')
      .indicator('A')
      .assign('A', 'NA', 'labour', '2019-Q1', '2020-Q4')
      .assign('A', 'NA', 'health', '2021-Q1')
      .assign('A', 'HT', 'labour', '2019-Q1', '2025-Q2')
      .assign('A', 'HT-2025', 'labour', '2025-Q3')
      .succession('HT', 'HT-2025', '2025-07-01')
  const labour = { partner: 'labour', place: 'NA', from: '2019-Q1' }
  const health = { partner: 'health', place: 'NA', from: '2021-Q1' }

  it('are read beside successions of places, and anew after each change', () => {
    const project = world()
    const { db } = project
    const key = (partner: string, place: string) =>
      `${project.id(`partner ${partner}`)}/${project.id(`place ${place}`)}`
    const moved = [key('labour', 'HT'), [key('labour', 'HT-2025')]]
    expect([...heirsByIndicator(db).get(project.id('indicator A'))!]).toEqual([moved])
    project.handover('A', labour, health)
    const handed = [key('labour', 'NA'), [key('health', 'NA')]]
    expect([...heirsByIndicator(db).get(project.id('indicator A'))!]).toEqual([moved, handed])
  })

  it('are refused to oneself, in a circle, of a partner not assigned and before the predecessor began', () => {
    const ht = { ...labour, place: 'HT' }
    expect(() => world().handover('A', labour, { ...labour })).toThrow(/constraint|leads back/)
    expect(() => world().handover('A', labour, health).handover('A', health, ht)).toThrow(/handover_after/)
    const back = world().assign('A', 'HT', 'police', '2026-Q1').handover('A', labour, health)
    const police = { partner: 'police', place: 'HT', from: '2026-Q1' }
    back.handover('A', health, police).assign('A', 'NA', 'labour', '2026-Q2')
    expect(() => back.handover('A', police, { ...labour, from: '2026-Q2' })).toThrow(/leads back/)
    expect(() =>
      back.run(
        'update handover set place_id = ?, partner_id = ?, from_quarter = 8105 where partner_id = ?',
        ...[back.id('place NA'), back.id('partner labour'), back.id('partner police')],
      ),
    ).toThrow(/never rewritten/)
    expect(() => world().handover('A', { ...labour, partner: 'court' }, health)).toThrow(/nobody is assigned so/)
    expect(() => world().handover('A', labour, { ...health, from: '2021-Q2' })).toThrow(/nobody is assigned so/)
    expect(() => world().handover('A', health, labour)).toThrow(/handover_after/)
  })

  it('of one indicator say nothing of another', () => {
    const project = world().indicator('B').assign('B', 'NA', 'labour').assign('B', 'NA', 'health', '2021-Q1')
    project.handover('A', labour, health).assign('B', 'NA', 'police', '2021-Q1')
    project.assign('A', 'NA', 'police', '2022-Q1')
    project.handover('B', { ...health, partner: 'police' }, health)
    expect(heirsByIndicator(project.db).size).toBe(2)
  })
})

describe('everyone down a line', () => {
  const heirs = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['d', ['a']],
  ])

  it('is its heirs and theirs, each once and never itself', () => {
    expect([...heirsDown('a', heirs)].sort()).toEqual(['b', 'c', 'd'])
  })

  it('goes no further than where it is told to end', () => {
    expect([...heirsDown('a', heirs, (key) => key === 'b')].sort()).toEqual(['b', 'c'])
  })
})
