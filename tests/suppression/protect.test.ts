import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Solver } from '../../src/suppression/lp.ts'
import { isRefusal, type SuppressionProblem } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'

let highs: Solver
beforeAll(async () => {
  highs = await loadSolver()
})

function protectedAs(problem: SuppressionProblem, solver = highs) {
  const answer = protect(problem, solver)
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const cells = (...sums: string[]) => sums.map((sum) => ({ id: sum, sum: [...sum] }))

describe('the answer', () => {
  it('says of each cell that is suppressed whether for its own sake, and of these what could and what can be inferred', () => {
    const answer = protectedAs({ threshold: 5, atoms: { a: 3, b: 10, c: 20 }, cells: cells('a', 'b', 'abc') })
    expect(answer).toMatchObject({
      suppressed: { a: 'primary' },
      intervals: { a: { before: [1, 23], after: [1, 23] } },
      ...{ unprotectable: [], causes: {}, groups: [], proven: true, blocks: 1 },
    })
    expect(protectedAs({ threshold: 5, atoms: { a: 3, b: 10 }, cells: cells('a', 'b', 'ab') })).toMatchObject({
      suppressed: { a: 'primary', b: 'secondary' },
      intervals: { a: { before: [3, 3], after: [1, 12] } },
    })
  })

  it('suppresses the cells of a small sum together, those that are not sensitive to protect the others', () => {
    const given = [...cells('a', 'abc'), { id: 'open', sum: ['a'], sensitive: false }]
    const answer = protectedAs({
      ...{ threshold: 5, atoms: { a: 3, b: 10, c: 20 }, cells: given },
      earlier: [
        { sum: ['b', 'c'], shown: 30 },
        { sum: ['a', 'b', 'c'], shown: 33 },
      ],
    })
    expect(answer.suppressed).toEqual({ a: 'primary', open: 'secondary' })
    expect(Object.keys(answer.intervals)).toEqual(['a'])
    expect([answer.causes, answer.unprotectable]).toEqual([{ a: 'earlier' }, ['a']])
  })

  it('adds up the blocks, of which each is protected alone', () => {
    const one: SuppressionProblem = { threshold: 5, atoms: { a: 3, b: 10, c: 20 }, cells: cells('a', 'b', 'abc') }
    const [alone, both] = [
      one,
      { ...one, atoms: { ...one.atoms, x: 2, y: 30, z: 9 }, cells: [...one.cells, ...cells('x', 'y', 'xyz')] },
    ].map((problem) => protectedAs(problem))
    expect(alone).toMatchObject({ blocks: 1, unknowns: 3 })
    expect(both).toMatchObject({ blocks: 2, unknowns: 6, programs: 2 * alone!.programs, proven: true })
    const quiet = protectedAs({ ...one, cells: [...one.cells, ...cells('z')], atoms: { ...one.atoms, z: 9 } })
    expect(quiet).toMatchObject({ blocks: 2, unknowns: 3, programs: alone!.programs })
  })
})

describe('groups', () => {
  it('are told by their atoms in the order of the problem, with the cells that would tell them', () => {
    const atoms = { z: 10, m: 1, a: 1 }
    const answer = protectedAs({ threshold: 5, atoms, cells: cells('zma', 'z') })
    expect(answer.groups).toEqual([
      { kind: 'difference', count: 2, atoms: ['m', 'a'], less: [], cells: ['z', 'zma'], given: null },
    ])
    expect(answer.suppressed).toEqual({ z: 'secondary' })
  })

  it('that are given away are named by their atoms, changes are not', () => {
    const mustShow = cells('f', 'mnf').map((cell) => ({ ...cell, suppressible: false }))
    const given = protectedAs({ threshold: 5, atoms: { f: 10, n: 1, m: 1 }, cells: mustShow })
    expect(given).toMatchObject({ unprotectable: ['n+m'], groups: [{ given: [2, 2] }] })
    const changed = protectedAs({
      ...{ threshold: 5, atoms: { '1': 12, '2': 13 }, restated: [['1', '2']] },
      cells: [{ id: 'now', sum: ['2'], suppressible: false }],
      earlier: [{ sum: ['1'], shown: 12 }],
    })
    expect(changed).toMatchObject({ unprotectable: [], groups: [{ kind: 'change', given: [1, 1] }] })
  })
})

it('what is not a failure of the solver is thrown as it is', () => {
  const fault = new Error('a fault of the program')
  const progress = () => {
    throw fault
  }
  expect(() => protect({ threshold: 5, atoms: { a: 3 }, cells: cells('a'), progress }, highs)).toThrow(fault)
})
