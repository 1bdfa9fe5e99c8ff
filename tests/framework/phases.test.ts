import { describe, expect, it } from 'vitest'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { problemLine } from '../../src/framework/problem.ts'
import { problemsAfter, readAfter, type Small, TWO_PHASES } from './small.ts'

const WRONG: [change: (project: Small) => void, line: string][] = [
  [
    (p) => p.phases.push(...TWO_PHASES, { ...TWO_PHASES[0]!, first: '2022-Q1', last: '2022-Q1' }),
    'phases.json, row 3 (one), code: twice "one"',
  ],
  [
    (p) => p.phases.push({ ...TWO_PHASES[0]!, last: '2020-Q4' }),
    'phases.json, row 1 (one), last: ends-first "2020-Q4"',
  ],
  [
    (p) => p.phases.push({ ...TWO_PHASES[0]!, first: '2020-Q4' }),
    'phases.json, row 1 (one), first: outside-project "2020-Q4"',
  ],
  [
    (p) => p.phases.push({ ...TWO_PHASES[1]!, last: '2023-Q1' }),
    'phases.json, row 1 (two), last: outside-project "2023-Q1"',
  ],
  [
    (p) => p.phases.push(TWO_PHASES[1]!, { ...TWO_PHASES[0]!, last: '2022-Q2' }),
    'phases.json, row 2 (one), first: overlaps "2021-Q1"',
  ],
  [(p) => p.phases.push({ ...TWO_PHASES[0]!, last: '2021' }), 'phases.json, row 1 (one), last: not-a-quarter "2021"'],
  [
    (p) => p.phases.push({ ...TWO_PHASES[0]!, code: 'Giai đoạn' }),
    'phases.json, row 1 (Giai đoạn), code: badly-written "Giai đoạn"',
  ],
  [
    (p) => p.phases.push(...TWO_PHASES) && p.targets.phases.push({ phase: 'three', indicator: 'V1', value: 3 }),
    'targets.json (V1), phases.0.phase: unknown "three"',
  ],
  [
    (p) =>
      p.phases.push(...TWO_PHASES) &&
      p.targets.phases.push({ phase: 'two', indicator: 'V1', value: 3 }, { phase: 'two', indicator: 'V1', value: 4 }),
    'targets.json (V1), phases.1: overlaps "V1, project, phase 2022-Q2"',
  ],
]

describe('a baseline of a phase', () => {
  const withBaseline = (p: Small, phase: string) =>
    p.phases.push(...TWO_PHASES) && p.baselines.push({ ...p.baselines[0]!, phase })

  it('stands beside that of the project, and names a phase that is there', () => {
    expect(problemsAfter((p) => withBaseline(p, 'two'))).toEqual([])
    expect(problemsAfter((p) => withBaseline(p, 'three')).map(problemLine)).toEqual([
      'baselines.json, row 2 (V2), phase: unknown "three"',
    ])
    const again = problemsAfter((p) => withBaseline(p, 'two') && p.baselines.push(p.baselines[1]!))
    expect(again.map(({ list, row, code }) => [list, row, code])).toEqual([['baselines', 3, 'twice']])
  })
})

describe('the phases of a project as data', () => {
  it('are read with their targets', () => {
    expect(problemsAfter((p) => p.phases.push(...TWO_PHASES))).toEqual([])
  })

  it.each(WRONG)('are refused by list, row, field and code: %#', (change, line) => {
    expect(problemsAfter(change).map(problemLine)).toContain(line)
  })

  it('sets targets for a phase, and leaves out of a list of quarters or years those in which nothing is done', () => {
    const data = readAfter((p) => {
      p.phases.push(...TWO_PHASES)
      Object.assign(p.project, { last: '2024-Q4' })
      p.phases.push({ ...TWO_PHASES[1]!, code: 'three', first: '2024-Q1', last: '2024-Q4' })
      Object.assign(p.targets.years[0]!, { values: [40, 60, 80] })
      p.targets.phases.push(
        { phase: 'two', indicator: 'V1', value: 55 },
        { phase: 'one', indicator: 'V1', place: 'nghe-an', value: 5 },
      )
    })
    const of = (kind: string) =>
      data.targets
        .filter((one) => one.kind === kind)
        .map(({ place, from, to, value }) => [place, quarterCode(from), quarterCode(to), value])
    expect(of('phase')).toEqual([
      [null, '2022-Q2', '2022-Q4', 55],
      ['nghe-an', '2021-Q1', '2021-Q2', 5],
    ])
    expect(of('year').map(([, from, , value]) => [from, value])).toEqual([
      ['2021-Q1', 40],
      ['2022-Q1', 60],
      ['2022-Q1', 70],
      ['2024-Q1', 80],
    ])
    expect(of('quarter').map(([, from]) => from)).toEqual(['2021-Q1', '2021-Q2', '2022-Q2', '2022-Q3'])
  })
})
