import { beforeAll, describe, expect, it } from 'vitest'
import { attackReports } from '../../src/attack/attack.ts'
import { withFormerPlaces } from '../../src/attack/maps.ts'
import type { IssuedReport } from '../../src/attack/read/report.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { q } from '../support/small-project.ts'
import { count, reportOf } from './working/given.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const HIDDEN = count(null, { span: '2020-Q1', at: 'I9' })
const found = (reports: IssuedReport[]) =>
  attackReports(reports, solver).map(({ readers, k, hidden, open, unfit, reports: read, findings }) => ({
    ...{ readers, k, hidden, open, unfit },
    files: read.map(({ file }) => file),
    kinds: findings.map(({ kind }) => kind),
  }))
const file = (name: string, more: Partial<IssuedReport> = {}) => reportOf({ file: name, told: [HIDDEN], ...more })

describe('who reads what', () => {
  it('is everybody everything, and the public what is public where that is not all', () => {
    const [open, closed] = [file('o', { audience: 'public', most: 9 }), file('c')]
    expect(found([closed, open])).toMatchObject([
      { readers: 'all', files: ['c', 'o'], k: 5 },
      { readers: 'public', files: ['o'], k: 10 },
    ])
    for (const all of [[open], [closed], [open, open]])
      expect(found(all)).toMatchObject([{ readers: 'all', files: all.map((one) => one.file) }])
  })

  it('is small by the least that any report hides, or by the usual', () => {
    expect(found([file('a', { most: null })])[0]!.k).toBe(5)
    expect(found([file('a', { most: 9 }), file('b', { most: null })])[0]!.k).toBe(5)
    expect(found([file('a', { most: 2 }), file('b', { most: 9 })])[0]!.k).toBe(3)
  })

  it('is read from the oldest on, and in the order given where they are of one day', () => {
    const days = { a: '2022-04-20', b: '2022-01-20', c: '2022-01-20', d: '' }
    const reports = Object.entries(days).map(([name, asAt]) => file(name, { asAt }))
    expect(found(reports)[0]!.files).toEqual(['d', 'b', 'c', 'a'])
    expect(found(reports.toReversed())[0]!.files).toEqual(['d', 'c', 'b', 'a'])
  })

  it('is added as the oldest report that says so has it, also in tables that do not', () => {
    const [LATEST, SUM] = [
      { overPlaces: 'sum', overTime: 'latest' },
      { overPlaces: 'sum', overTime: 'sum' },
    ] as const
    const told = [count(20, { isOfValues: false }), count(18, { span: '2021-Q1..2021-Q3', isOfValues: false }), HIDDEN]
    const kinds = (adds: Parameters<typeof reportOf>[0]) =>
      found([file('a', adds), reportOf({ file: 'b', asAt: '2', told, rules: new Map([['V3', SUM]]) })])[0]!.kinds
    expect(kinds(reportOf({ told: [HIDDEN] }))).toContain('rest')
    expect(kinds(reportOf({ told: [HIDDEN], adds: { V3: LATEST } }))).not.toContain('rest')
  })
})

describe('what is looked at', () => {
  it('is what hides something, or shows nothing small', () => {
    const open = [count(3), count(20, { place: 'A' })]
    expect(found([reportOf({ told: open })])[0]).toMatchObject({ open: ['V3'], hidden: 0, kinds: [] })
    expect(found([reportOf({ told: [count(30), count(5)] })])[0]).toMatchObject({ open: [], hidden: 0 })
    expect(found([reportOf({ told: [...open, HIDDEN] })])[0]).toMatchObject({ open: [], hidden: 1, kinds: ['shown'] })
  })

  it.each([
    [1, true],
    [-4, true],
    [5, false],
    [-5, false],
    [0, false],
  ])('is a change of %d that is told: %s', (difference, small) => {
    const change = { indicator: 'V3', about: '', difference, at: 'G2' }
    expect(found([file('a', { changes: [change] })])[0]!.kinds).toEqual(small ? ['told-change'] : [])
    expect(found([file('a', { changes: [{ ...change, indicator: 'V4' }] })])[0]!.kinds).toEqual([])
  })

  it('is what was left beside a hidden figure, in whatever report', () => {
    const beside = { indicator: 'V3', hidden: 'I9', at: 'L9', column: 'target' as const }
    const attacks = attackReports([file('a'), file('b', { beside: [beside] })], solver)
    expect(attacks[0]!.findings).toEqual([{ kind: 'beside', report: 1, beside }])
  })

  it('is a small count once, though its cell tells it under several dates', () => {
    const small = count(3, { at: 'E5' })
    const again = count(3, { at: 'E5', span: '2021-Q1..2021-Q3' })
    const other = count(3, { at: 'E6', place: 'A' })
    const kinds = found([reportOf({ told: [small, again, other, HIDDEN] })])[0]!.kinds
    expect(kinds.filter((kind) => kind === 'shown')).toHaveLength(2)
  })

  it('is a hidden figure once, whichever cells hide it', () => {
    const hidden = ['I4', 'K4'].map((at) => count(null, { place: 'B', at }))
    const told = [count(33), count(30, { place: 'A', at: 'I3' }), ...hidden, HIDDEN]
    const [attack] = attackReports([reportOf({ told })], solver)
    const worked = attack!.findings.filter((one) => one.kind === 'hidden')
    expect(attack!.hidden).toBe(2)
    expect(worked).toMatchObject([{ facts: [{ at: 'I4' }, { at: 'K4' }], least: 3, most: 3 }])
  })

  it('is a group that stands in no table, where several figures together tell it and no two do', () => {
    // In the second half 13 of the project less 10 of A: 3 are elsewhere.
    const FIRST_HALF = '2021-Q1..2021-Q2'
    const inHalf = [count(20, { span: FIRST_HALF, at: 'I4' }), count(13, { span: FIRST_HALF, place: 'A', at: 'I5' })]
    const told = [count(33), count(23, { place: 'A', at: 'I3' }), ...inHalf, HIDDEN]
    const [attack] = attackReports([reportOf({ told })], solver)
    const because = ['I2', 'I3', 'I4', 'I5'].map((at) => expect.objectContaining({ at }))
    expect(attack!.findings).toEqual([
      { kind: 'group', facts: [], least: 3, most: 3, because: expect.arrayContaining(because) },
    ])
  })

  it('is nothing of figures that contradict each other', () => {
    const told = [count(20), count(12, { place: 'A' }), count(9, { place: 'B' }), count(null, { place: 'C' })]
    expect(found([reportOf({ told: [...told, count(25, { at: 'X1' }), HIDDEN] })])[0]).toMatchObject({ unfit: ['V3'] })
  })
})

it('places of today’s map are what they were before, in tables of that map alone', () => {
  const text = (name: string) => ({ vi: name, en: `${name} en` })
  const told = [count(1, { place: 'B en' }), count(1, { place: 'C / C en' })]
  const today = reportOf({ map: 'today', told })
  const changes = [
    { from: text('A'), to: text('B'), on: '2021-07-01' },
    { from: text('B'), to: text('B'), on: '2021-07-01' },
    { from: text('D'), to: text('C'), on: '2021-10-01' },
  ]
  const [one, other] = withFormerPlaces([today, reportOf({ told })], changes)
  expect([...one!.former]).toEqual([
    ['B en', { names: ['A', 'B en'], until: q('2021-Q2') }],
    ['C / C en', { names: ['D'], until: q('2021-Q3') }],
  ])
  expect(other!.former.size).toBe(0)
})
