import { describe, expect, it } from 'vitest'
import { World } from '../../support/world.ts'
import { BEFORE, changeIn, NOW, RULES } from './change-in.ts'

/** Two provinces, of which one becomes another on 1 July 2025; the police report in both, and nurses may. */
function provinces(): World {
  const world = new World('2025-Q1').place('NA').place('HP', { to: '2025-07-01' }).place('HD', { to: '2025-07-01' })
  world.place('new', { from: '2025-07-01' }).succession('HP', 'new', '2025-07-01').succession('HD', 'new', '2025-07-01')
  for (const [code, rules] of Object.entries(RULES)) world.indicator(code, { rules: [...rules] })
  return world
}

type Duty = [place: string, partner: string, from?: string, to?: string]

function assigned(world: World, duties: Duty[]): World {
  for (const code of Object.keys(RULES))
    for (const [place, partner, from = '2025-Q1', to] of duties) world.assign(code, place, partner, from, to)
  return world
}

function given(world: World, values: [place: string, partner: string, quarter: string, value: number][]): World {
  for (const code of Object.keys(RULES))
    for (const [place, partner, quarter, value] of values) world.fact([code, place, quarter, partner], value)
  return world
}

function handedOver(world: World): World {
  for (const code of Object.keys(RULES))
    world.handover(
      code,
      { partner: 'police', place: 'NA', from: '2025-Q1' },
      { partner: 'nurses', place: 'NA', from: NOW },
    )
  return world
}

describe.each(['flow', 'stock'])('the change of a %s', (code) => {
  it('over a merger is that of the line', () => {
    const world = assigned(provinces(), [
      ['NA', 'police'],
      ['HP', 'police'],
      ['HD', 'police'],
      ['new', 'police'],
    ])
    given(world, [
      ['NA', 'police', BEFORE, 1],
      ['NA', 'police', NOW, 2],
      ['HP', 'police', BEFORE, 10],
      ['HD', 'police', BEFORE, 5],
      ['new', 'police', NOW, 18],
    ])
    expect(changeIn(world, code)).toEqual({ size: 4 })
  })

  it('over a merger, when one of those merged had not reported, is none', () => {
    const world = assigned(provinces(), [
      ['HP', 'police'],
      ['HD', 'police'],
      ['new', 'police'],
    ])
    given(world, [
      ['HP', 'police', BEFORE, 10],
      ['new', 'police', NOW, 18],
    ])
    expect(changeIn(world, code)).toEqual({ why: 'reporters' })
  })

  it('over a hand-over is that of the line; without one it is none', () => {
    const duties: Duty[] = [
      ['NA', 'police', '2025-Q1', BEFORE],
      ['NA', 'nurses', NOW],
    ]
    const values: Parameters<typeof given>[1] = [
      ['NA', 'police', BEFORE, 7],
      ['NA', 'nurses', NOW, 5],
    ]
    const world = given(assigned(provinces(), duties), values)
    expect(changeIn(world, code)).toEqual({ why: 'reporters' })
    expect(changeIn(handedOver(world), code)).toEqual({ size: -2 })
  })

  it('with a new line or an ended one is none', () => {
    const duties: Duty[] = [
      ['NA', 'police', '2025-Q1', BEFORE],
      ['NA', 'nurses', NOW],
    ]
    const begun = handedOver(assigned(provinces(), [...duties, ['NA', 'court', NOW]]))
    given(begun, [
      ['NA', 'police', BEFORE, 7],
      ['NA', 'nurses', NOW, 5],
      ['NA', 'court', NOW, 1],
    ])
    expect(changeIn(begun, code)).toEqual({ why: 'reporters' })
    const ended = handedOver(assigned(provinces(), [...duties, ['NA', 'court', '2025-Q1', BEFORE]]))
    given(ended, [
      ['NA', 'police', BEFORE, 7],
      ['NA', 'court', BEFORE, 1],
      ['NA', 'nurses', NOW, 5],
    ])
    expect(changeIn(ended, code)).toEqual({ why: 'reporters' })
  })

  it('is none while the heir is missing', () => {
    const world = handedOver(
      assigned(provinces(), [
        ['NA', 'police', '2025-Q1', BEFORE],
        ['NA', 'nurses', NOW],
        ['NA', 'court'],
      ]),
    )
    given(world, [
      ['NA', 'police', BEFORE, 7],
      ['NA', 'court', BEFORE, 1],
      ['NA', 'court', NOW, 1],
    ])
    expect(changeIn(world, code)).toEqual({ why: 'reporters' })
  })
})
