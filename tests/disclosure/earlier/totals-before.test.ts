import { describe, expect, it } from 'vitest'
import { type Atom, atomName } from '../../../src/disclosure/atoms.ts'
import type { EarlierFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { totalsBefore } from '../../../src/disclosure/earlier/totals-before.ts'
import type { Scheme } from '../../../src/indicators/breakdown.ts'
import { loadSolver } from '../../../src/suppression/highs.ts'
import { isRefusal, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'

const scheme = (kind: Scheme['kind'], breakdown: string): Scheme => ({
  id: 1,
  kind,
  breakdowns: [breakdown],
  from: 0,
  to: null,
})
const indicators = new Map([
  ['V3', { schemes: [scheme('primary', 'sex'), scheme('multiple', 'service')] }],
  ['V6', { schemes: [] as Scheme[] }],
])
const relations = [{ indicator: 'V6', counted: 'V3' }]

const name = (cell: string, approvedFrom: number, over: Partial<Atom> = {}) =>
  atomName({ indicatorId: 3, part: 'amount', placeId: 2, partnerId: 4, quarter: 8080, approvedFrom, cell, ...over })
const side = (part: Atom['part'], approvedFrom: number) => name('', approvedFrom, { indicatorId: 6, part })

/** Women and men of V3, and the two sides of V6 that rest on them: seven and three, then six and four. */
const [f1, m1, f2, m2] = [name('sex=f', 1), name('sex=m', 1), name('sex=f', 9), name('sex=m', 9)]
const [upper, rest] = [side('numerator', 1), side('complement', 1)]
const counts: Readonly<Record<string, number>> = { [f1]: 7, [m1]: 3, [f2]: 6, [m2]: 4, [upper]: 5, [rest]: 5 }

const figure = (releaseId: number, figureId: string, sum: readonly string[], shown: number | null): EarlierFigure => ({
  id: `earlier|${releaseId}|${figureId}`,
  figureId,
  audience: 'donor',
  sum,
  shown,
  small: false,
})
const first = [
  figure(1, 'V3|project|q|sex=f|amount', [f1], 7),
  figure(1, 'V3|project|q||amount', [f1, m1], null),
  figure(1, 'V6|project|q||denominator', [upper, rest], null),
]
const known = (earlier: EarlierFigure[], present: string[][][], all: Readonly<Record<string, number>> = counts) =>
  totalsBefore(indicators, earlier, (one) => all[one]!, relations, present)
const now = [
  [f2, m2],
  [upper, rest],
]
const nothing = { sameTotal: [], equal: [], remainders: new Map() }

describe('what was known of totals when earlier releases were made', () => {
  it('is what a relation said of the version that one side had then: the other side ties it to the one of now', () => {
    expect(known(first, [now])).toEqual({
      ...nothing,
      equal: [
        [
          [f1, m1],
          [upper, rest],
        ],
      ],
    })
  })

  it('is nothing more where nothing was restated, and said once where two releases say it', () => {
    const same = [
      [f1, m1],
      [upper, rest],
    ]
    expect(known(first, [same])).toEqual(nothing)
    const second = first.map(({ figureId, sum, shown }) => figure(2, figureId, sum, shown))
    expect(known([...first, ...second], [now]).equal).toHaveLength(1)
  })

  it('is a total by itself where none of it stands in this release any more', () => {
    expect(known(first, [])).toEqual({
      ...nothing,
      sameTotal: [
        [
          [f1, m1],
          [upper, rest],
        ],
      ],
    })
  })

  it('is nothing where it was not so then', () => {
    expect(known(first, [now], { ...counts, [m1]: 2 })).toEqual(nothing)
  })

  it('is what is left of a total beside a category that several rows may count: of each version another number', () => {
    const law = name('service=law', 1)
    const before = [...first, figure(1, 'V3|project|q|service=law|amount', [law], 2)]
    const left = 'rest|3|amount|2|4|8080|service#service=law'
    const { equal, remainders } = known(before, [[...now, [law, left]]], { ...counts, [law]: 2 })
    expect(equal).toContainEqual([
      [f1, m1],
      [law, `${left}|1`],
    ])
    expect(Object.fromEntries(remainders)).toEqual({ [`${left}|1`]: 8 })
  })

  it('has of two versions that a release stands on, one of them held, the later one', () => {
    const held = [
      figure(2, 'V3|project|q||amount', [f1, m1], 10),
      { ...figure(2, 'V3|project|q||amount', [f2, m2], null), id: 'earlier|2|V3|project|q||amount-withheld' },
      figure(2, 'V6|project|q||denominator', [upper, rest], null),
    ]
    expect(known(held, [])).toEqual({ ...nothing, sameTotal: [now] })
  })
})

it('what one release hid is not told by another once one side of a relation was restated between them', async () => {
  const solver = await loadSolver()
  // Seven women were shown of ten people: with the ten told, by whichever side, the men of then are three.
  const posed = (equal: SuppressionProblem['equal'] = []): SuppressionProblem => ({
    threshold: 5,
    atoms: counts,
    cells: [
      { id: 'V3', sum: [f2, m2] },
      { id: 'V6', sum: [upper, rest] },
      { id: 'earlier', sum: [m1] },
    ],
    earlier: [
      { sum: [f1], shown: 7 },
      { sum: [m1], shown: null },
    ],
    sameTotal: [now],
    equal,
  })
  const hidden = (problem: SuppressionProblem) => {
    const found = protect(problem, solver)
    if (isRefusal(found)) throw new Error(found.refused)
    return Object.keys(found.suppressed).sort()
  }
  expect(hidden(posed())).toEqual(['earlier'])
  expect(hidden(posed(known(first, [now]).equal))).toEqual(['V3', 'V6', 'earlier'])
})
