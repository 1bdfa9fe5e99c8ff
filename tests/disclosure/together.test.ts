import { describe, expect, it } from 'vitest'
import { type Atom, atomName } from '../../src/disclosure/atoms.ts'
import { toldReasons, toldTogether } from '../../src/disclosure/together.ts'
import type { ProtectedGroup } from '../../src/suppression/protect.ts'

const atom = (over: Partial<Atom>) =>
  atomName({
    indicatorId: 1,
    part: 'amount',
    placeId: 2,
    partnerId: 7,
    quarter: 8087,
    approvedFrom: 9,
    cell: '',
    ...over,
  })
const [known, other] = [atom({ quarter: 8084 }), atom({ quarter: 8085 })]
const group = (over: Partial<ProtectedGroup>): ProtectedGroup => ({
  kind: 'difference',
  count: 2,
  atoms: [],
  less: [],
  cells: ['V2|project|2021||amount'],
  given: null,
  ...over,
})
const suppressed = {
  'V2|project|2021||amount': 'secondary',
  'V3|a|2021||amount': 'secondary',
  'V4|a|2021||n': 'primary',
} as const
const told = (groups: ProtectedGroup[], earlier: readonly string[] = [known, other]) =>
  toldTogether({ groups, suppressed }, new Set(earlier))

describe('what figures would tell together', () => {
  it('came in late when nothing of it stood in an earlier release, and says by whose submission', () => {
    const late = group({ atoms: [atom({}), atom({ cell: 'sex=f' })] })
    const [one, ...rest] = told([late])
    expect(rest).toEqual([])
    expect(one).toEqual({
      kind: 'late',
      submissions: [{ partnerId: 7, placeId: 2, quarter: 8087 }],
      indicators: ['V2'],
      hidden: ['V2|project|2021|'],
      given: 0,
    })
  })

  it('says each submission once, by quarter, place and partner', () => {
    const refs = [
      [8087, 3, 7],
      [8087, 2, 8],
      [8087, 2, 7],
      [8086, 9, 9],
      [8087, 2, 7],
    ] as const
    const atoms = refs.map(([quarter, placeId, partnerId], nth) =>
      atom({ quarter, placeId, partnerId, approvedFrom: 20 + nth }),
    )
    const cells = ['V3|a|2021||amount', 'V2|project|2021||amount']
    const [one] = told([group({ atoms, cells })])
    expect(one!.submissions.map((of) => [of.quarter, of.placeId, of.partnerId])).toEqual([
      [8086, 9, 9],
      [8087, 2, 7],
      [8087, 2, 8],
      [8087, 3, 7],
    ])
    expect(one!.indicators).toEqual(['V2', 'V3'])
  })

  it('was corrected when it is a change, by the submissions that are new in it', () => {
    const corrected = atom({ quarter: 8084, approvedFrom: 10 })
    expect(told([group({ kind: 'change', atoms: [corrected], less: [known] })])).toMatchObject([
      { kind: 'corrected', submissions: [{ partnerId: 7, placeId: 2, quarter: 8084 }] },
    ])
  })

  it('came in late when a change is of a stock that holds a later quarter since', () => {
    expect(told([group({ kind: 'change', atoms: [atom({ placeId: 3 })], less: [known] })])).toMatchObject([
      { kind: 'late', submissions: [{ partnerId: 7, placeId: 3, quarter: 8087 }] },
    ])
  })

  it('follows from figures by themselves when some of it was known, or nothing was issued before', () => {
    const mixed = group({ atoms: [known, atom({})] })
    expect(told([mixed])).toMatchObject([{ kind: 'within', submissions: [] }])
    expect(told([group({ atoms: [atom({})] })], [])).toMatchObject([{ kind: 'within', submissions: [] }])
  })

  it('is put together by what it comes from, each hidden figure once, in order of kind', () => {
    const all = told([
      group({ atoms: [known] }),
      group({ atoms: [atom({})] }),
      group({ atoms: [atom({ cell: 'sex=f' })], cells: ['V3|a|2021||amount', 'V2|project|2021||amount'] }),
      group({ atoms: [atom({ placeId: 3 })] }),
    ])
    expect(
      all.map(({ kind, submissions, hidden }) => [kind, submissions.map(({ placeId }) => placeId), hidden]),
    ).toEqual([
      ['late', [2], ['V2|project|2021|', 'V3|a|2021|']],
      ['late', [3], ['V2|project|2021|']],
      ['within', [], ['V2|project|2021|']],
    ])
    expect(all[0]!.indicators).toEqual(['V2', 'V3'])
    expect([...toldReasons(all)].sort()).toEqual([
      ['V2|project|2021|', 'late'],
      ['V3|a|2021|', 'late'],
    ])
  })

  it('is not told when nothing is hidden for it, unless it has been given away', () => {
    const small = group({ atoms: [atom({})], cells: ['V4|a|2021||n', 'V9|a|2021||amount'] })
    expect(told([small])).toEqual([])
    expect(told([{ ...small, given: [1, 2] }])).toMatchObject([{ hidden: [], given: 1 }])
  })
})
