import { describe, expect, it } from 'vitest'
import { fillOf } from '../../src/charts/drawing/texture.ts'
import { textOf } from '../house/sources.ts'
import { contrast, distance, labOf, VISIONS, type Vision } from './colour-vision.ts'

const [light, dark] = textOf('views/assets/styles/tokens.css').split('@media screen and') as [string, string]
const SCREENS = [
  ['light', light],
  ['dark', dark],
] as const

/** Tokens of a stylesheet whose names begin alike, with their colours. */
function tokens(css: string, names: RegExp): Map<string, string> {
  const all = [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!] as const)
  return new Map(all.filter(([name]) => names.test(name)))
}

/** The two that are hardest to tell apart, and by whom. */
function closest(colours: ReadonlyMap<string, string>): { apart: number; which: string } {
  const names = [...colours.keys()]
  const pairs = (Object.keys(VISIONS) as Vision[]).flatMap((vision) =>
    names.flatMap((one, nth) =>
      names.slice(nth + 1).map((other) => ({
        apart: distance(labOf(colours.get(one)!, vision), labOf(colours.get(other)!, vision)),
        which: `${one} and ${other}, ${vision}`,
      })),
    ),
  )
  return pairs.reduce((least, pair) => (pair.apart < least.apart ? pair : least))
}

describe('how far two colours are apart', () => {
  // From the test data of Sharma, Wu and Dalal 2005.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('%j and %j: %d', (one, other, apart) => {
    expect(distance(one, other)).toBeCloseTo(apart, 4)
  })
})

describe('the patterns of parts', () => {
  const roles = [...Array.from({ length: 8 }, (_, nth) => `category-${nth}` as const), 'unknown', 'unsplit'] as const

  it.each([false, true])('are all others, settled or not (open: %s)', (open) => {
    expect(new Set(roles.map((role) => fillOf(role, open).path)).size).toBe(roles.length)
  })

  it('are for parts alone: areas, sums and figures are plain, and hatched where they are not settled', () => {
    for (const role of ['figure', 'sum', 'place-3'] as const) {
      expect(fillOf(role, false)).toEqual({ path: '', isOnPaper: false })
      expect(fillOf(role, true)).toEqual(fillOf('category-0', true))
    }
  })
})

describe.each(SCREENS)('colours of pictures on a %s screen', (_, css) => {
  // A part of a stack may be 0: then any two can be neighbours.
  it.each([
    ['categories, and what is not recorded or not split', /^chart-(category-\d|unknown|unsplit)$/, 10],
    ['places', /^chart-place-\d$/, 8],
  ])('%s are told apart by everybody', (_what, names, count) => {
    const colours = tokens(css, names)
    expect(colours.size).toBe(count)
    const { apart, which } = closest(colours)
    expect(apart, which).toBeGreaterThanOrEqual(10)
  })

  it('are seen on their paper', () => {
    const paper = tokens(css, /^paper$/).get('paper')!
    for (const [name, colour] of tokens(css, /^chart-/)) expect(contrast(colour, paper), name).toBeGreaterThanOrEqual(3)
  })

  it('tell what was reached from what was planned', () => {
    expect(closest(tokens(css, /^chart-(figure|target|baseline)$/)).apart).toBeGreaterThanOrEqual(10)
  })
})
