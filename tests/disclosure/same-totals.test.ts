import { describe, expect, it } from 'vitest'
import { type Atom, atomName, parseAtom } from '../../src/disclosure/atoms.ts'
import { sameTotals } from '../../src/disclosure/same-totals.ts'
import type { Scheme } from '../../src/indicators/breakdown.ts'

const scheme = (kind: Scheme['kind'], breakdowns: string[], from = 0, to: number | null = null): Scheme => ({
  id: from,
  kind,
  breakdowns,
  from,
  to,
})
const schemes = [
  scheme('primary', ['sex', 'age']),
  scheme('partition', ['form'], 0, 8083),
  scheme('multiple', ['service']),
]
const indicators = new Map([['V3', { schemes }]])

const name = (cell: string, over: Partial<Atom> = {}) =>
  atomName({
    indicatorId: 1,
    part: 'amount',
    placeId: 2,
    partnerId: 3,
    quarter: 8080,
    approvedFrom: 9,
    cell,
    ...over,
  })

const found = (counts: Readonly<Record<string, number>>, code = 'V3') => {
  const { sameTotal, remainders } = sameTotals(
    indicators,
    new Map(Object.entries(counts).map(([atom, count]) => [atom, { code, count }])),
  )
  return { sameTotal, remainders: Object.fromEntries(remainders) }
}
const nothing = { sameTotal: [], remainders: {} }

const [young, old] = [name('age=young|sex=f'), name('sex=f|age=old')]
const [labour, sexual] = [name('form=labour'), name('form=sexual')]
const [law, health] = [name('service=law'), name('service=health')]

describe('what everybody knows of breakdowns', () => {
  it('is that a partition comes to the total of the primary one, in whatever order a cell names its categories', () => {
    expect(found({ [young]: 3, [labour]: 1, [old]: 4, [sexual]: 6 })).toEqual({
      sameTotal: [
        [
          [young, old],
          [labour, sexual],
        ],
      ],
      remainders: {},
    })
  })

  it('is nothing where a partition does not come to it, or there is no total to come to', () => {
    expect(found({ [young]: 3, [labour]: 4 })).toEqual(nothing)
    expect(found({ [labour]: 4, [sexual]: 6 })).toEqual(nothing)
    expect(found({ [young]: 3, [old]: 4 })).toEqual(nothing)
  })

  it('is that the undivided total stands for the primary breakdown', () => {
    expect(found({ [name('')]: 7, [labour]: 7 }).sameTotal).toEqual([[[name('')], [labour]]])
  })

  it('is nothing where a value stands undivided and divided: which of the two is in force is not known here', () => {
    expect(found({ [name('')]: 7, [young]: 3, [old]: 4, [labour]: 7 })).toEqual(nothing)
  })

  it('is that no category of a multiple breakdown is larger than the total: each has a remainder of its own', () => {
    const { sameTotal, remainders } = found({ [young]: 3, [old]: 4, [law]: 7, [health]: 2 })
    const [ofLaw, ofHealth] = ['service#service=law', 'service#service=health'].map(
      (list) => `rest|1|amount|2|3|8080|${list}`,
    )
    expect(sameTotal).toEqual([
      [
        [young, old],
        [law, ofLaw],
        [health, ofHealth],
      ],
    ])
    expect(remainders).toEqual({ [ofLaw!]: 0, [ofHealth!]: 5 })
  })

  it('is nothing of a category that is said to be larger than the total all the same', () => {
    expect(found({ [young]: 3, [law]: 4 })).toEqual(nothing)
  })

  it('holds for one reporter and quarter, whatever the versions of its cells', () => {
    const restated = name('form=labour', { approvedFrom: 11 })
    expect(found({ [young]: 3, [restated]: 3 }).sameTotal).toEqual([[[young], [restated]]])
    for (const other of [
      { placeId: 4 },
      { partnerId: 4 },
      { part: 'n' as const },
      { indicatorId: 4 },
      { quarter: 8081 },
    ])
      expect(found({ [young]: 3, [name('form=labour', other)]: 3 })).toEqual(nothing)
  })

  it('holds while the breakdown does, and for indicators and breakdowns that are known', () => {
    const late = { quarter: 8084 }
    expect(found({ [name('', late)]: 3, [name('form=labour', late)]: 3 })).toEqual(nothing)
    expect(found({ [name('')]: 3, [labour]: 3 }, 'X9')).toEqual(nothing)
    expect(found({ [young]: 3, [name('height=tall')]: 3 })).toEqual(nothing)
    expect(found({ [young]: 3, [name('sex=f')]: 3 })).toEqual(nothing)
  })
})

describe('what everybody knows of related indicators', () => {
  const ratio = { schemes: [] as Scheme[] }
  const count = { schemes: [scheme('primary', ['sex'])] }
  const known = new Map<string, { schemes: Scheme[] }>([
    ['V6', ratio],
    ['V3', count],
  ])
  const [women, men] = [name('sex=f'), name('sex=m')]
  const side = (part: Atom['part'], over: Partial<Atom> = {}) => name('', { indicatorId: 6, part, ...over })
  const [upper, rest] = [side('numerator'), side('complement')]
  const relations = [{ indicator: 'V6', counted: 'V3' }]
  const answer = (counts: [string, number][], related = relations) =>
    sameTotals(
      known,
      new Map(counts.map(([atom, one]) => [atom, { code: atom.startsWith('6|') ? 'V6' : 'V3', count: one }])),
      related,
    )
  const totals = (counts: [string, number][], related = relations) => answer(counts, related).sameTotal

  it('is that both sides of a ratio come to what the other counts, of the same reporter and quarter', () => {
    const counts: [string, number][] = [
      [women, 5],
      [men, 4],
      [upper, 7],
      [rest, 2],
    ]
    expect(totals(counts)).toEqual([
      [
        [women, men],
        [upper, rest],
      ],
    ])
    expect(totals(counts, [])).toEqual([])
    expect(totals([...counts.slice(0, 3), [side('complement', { placeId: 9 }), 2]])).toEqual([])
  })

  it('is not true where they do not: of whose reports is told, the earliest first, and of no others', () => {
    const of = (quarter: number, placeId: number, amount: number, base: number): [string, number][] => [
      [name('sex=f', { quarter, placeId }), amount],
      [side('numerator', { quarter, placeId }), 1],
      [side('complement', { quarter, placeId }), base - 1],
    ]
    const counts = [...of(8082, 1, 5, 6), ...of(8081, 2, 5, 4), ...of(8081, 1, 5, 5), ...of(8080, 1, 0, 1)]
    const alone: [string, number][] = [
      [name('sex=f', { quarter: 8083 }), 5],
      [side('numerator', { quarter: 8084 }), 5],
    ]
    const { partnerId } = parseAtom(women)!
    expect(answer([...counts, ...alone]).untrue).toEqual([
      {
        indicator: 'V6',
        counted: 'V3',
        reports: [
          { partnerId, placeId: 1, quarter: 8080 },
          { partnerId, placeId: 2, quarter: 8081 },
          { partnerId, placeId: 1, quarter: 8082 },
        ],
      },
    ])
    expect(answer([...of(8081, 1, 5, 5), ...alone]).untrue).toEqual([])
    expect(answer(counts, []).untrue).toEqual([])
  })

  it('is nothing where they do not, or where the ratio is divided in several ways', () => {
    expect(
      totals([
        [women, 5],
        [men, 4],
        [upper, 7],
        [rest, 3],
      ]),
    ).toEqual([])
    ratio.schemes = [scheme('primary', ['sex']), scheme('partition', ['form'])]
    const divided = [
      name('sex=f', { indicatorId: 6, part: 'numerator' }),
      name('form=x', { indicatorId: 6, part: 'numerator' }),
    ]
    const own = totals([
      [women, 7],
      [divided[0]!, 7],
      [divided[1]!, 7],
    ])
    expect(own).toEqual([[[divided[0]], [divided[1]]]])
  })
})
