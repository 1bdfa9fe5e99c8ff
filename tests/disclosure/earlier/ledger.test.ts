import { describe, expect, it } from 'vitest'
import { type Atom, atomName, parseAtom } from '../../../src/disclosure/atoms.ts'
import { DamagedLedger, earlierOf, type LedgerRelease, parseEarlierId } from '../../../src/disclosure/earlier/ledger.ts'

const atom: Atom = {
  indicatorId: 31,
  part: 'amount',
  placeId: 2,
  partnerId: 7,
  quarter: 8084,
  approvedFrom: 1_620_000_000_000,
  cell: 'age=16-17|sex=female',
}

const release = (over: Partial<LedgerRelease> = {}): LedgerRelease => ({
  releaseId: 1,
  audience: 'donor',
  threshold: 5,
  atoms: [atomName(atom), atomName({ ...atom, placeId: 3 })],
  figures: [
    { figureId: 'V3|project|2021-Q1||amount', indicatorId: 31, atoms: [0, 1], shown: 12, mark: null, withheld: null },
    { figureId: 'V3|a|2021-Q1||amount', indicatorId: 31, atoms: [1], shown: null, mark: '[c]', withheld: null },
    { figureId: 'V3|project|2021-Q1||value', indicatorId: 31, atoms: [], shown: 12, mark: null, withheld: null },
  ],
  ...over,
})
const counts = ({ placeId }: Atom) => (placeId === 2 ? 10 : 2)

describe('the ledger', () => {
  it('names atoms so that they can be found again', () => {
    expect(parseAtom(atomName(atom))).toEqual(atom)
    expect(parseAtom(atomName({ ...atom, cell: '' }))).toEqual({ ...atom, cell: '' })
    for (const bad of [
      '',
      'x',
      '31|amount|2|7|8084|1',
      '31|height|2|7|8084|1|',
      '31|amount|2|7|-1|1|',
      '|amount|2|7|8084|1|',
      '31|amount|x2|7|8084|1|',
      '31|amount|2|7x|8084|1|',
      '31|amount|2|7|80.84|1|',
      '31|amount|2|7|8084|12345678901234567|',
    ])
      expect(parseAtom(bad), bad).toBeNull()
  })

  it('says what the attacker has: sums with numbers, and sums that were hidden', () => {
    const { earlier, counts: known } = earlierOf([release()], counts)
    const [first, second] = release().atoms
    expect(earlier).toEqual([
      {
        id: 'earlier|1|V3|project|2021-Q1||amount',
        figureId: 'V3|project|2021-Q1||amount',
        audience: 'donor',
        sum: [first, second],
        shown: 12,
        small: false,
      },
      {
        id: 'earlier|1|V3|a|2021-Q1||amount',
        figureId: 'V3|a|2021-Q1||amount',
        audience: 'donor',
        sum: [second],
        shown: null,
        small: true,
      },
    ])
    expect(parseEarlierId(earlier[1]!.id)).toEqual({ releaseId: 1, cellId: 'V3|a|2021-Q1|' })
    expect(parseEarlierId('V3|a|2021-Q1||amount')).toBeNull()
    expect(Object.fromEntries(known)).toEqual({ [first!]: 10, [second!]: 2 })
  })

  it.each([
    ['an atom that is no name', { atoms: ['?', atomName(atom)] }, counts],
    ['an atom without a value', {}, () => null],
    ['a position that is not there', { figures: [{ ...release().figures[0]!, atoms: [0, 9] }] }, counts],
    ['an atom twice', { figures: [{ ...release().figures[0]!, atoms: [0, 0] }] }, counts],
  ] as const)('refuses %s', (_, over, countOf) => {
    expect(() => earlierOf([release(over as Partial<LedgerRelease>)], countOf)).toThrow(DamagedLedger)
  })

  it('looks an atom up once, though many releases are made of it', () => {
    const asked: Atom[] = []
    earlierOf([release(), release({ releaseId: 2 })], (one) => {
      asked.push(one)
      return counts(one)
    })
    expect(asked.map(({ placeId }) => placeId)).toEqual([2, 3])
  })

  it('takes for small what is hidden and small by the rule of its release, and nothing else', () => {
    const hidden = { figureId: 'f', indicatorId: 31, atoms: [0], shown: null, mark: '[c]', withheld: null }
    const small = (threshold: number, over: Partial<LedgerRelease['figures'][number]> = {}) =>
      earlierOf([release({ threshold, figures: [{ ...hidden, ...over }] })], counts).earlier[0]!.small
    expect(small(10)).toBe(false)
    expect(small(11)).toBe(true)
    expect(small(11, { shown: 10, mark: null })).toBe(false)
  })

  it('says which release is damaged, and how', () => {
    const damaged = release({ releaseId: 7, figures: [{ ...release().figures[0]!, atoms: [9] }] })
    expect(() => earlierOf([damaged], counts)).toThrow(
      'the ledger of release 7: the figure V3|project|2021-Q1||amount is made of atoms that are not there',
    )
    expect(() => earlierOf([release({ atoms: ['?'] })], counts)).toThrow(
      'the ledger of release 1: no value is known for the atom ?',
    )
  })
})
