import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadSolver } from '../../../src/suppression/highs.ts'
import type { Solver } from '../../../src/suppression/lp.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import { protect } from '../../../src/suppression/protect.ts'
import { judge, loss } from '../../suppression/generated/judge.ts'
import { optimum } from '../../suppression/generated/optimum.ts'
import { problemOfCase, workedCase } from './case-file.ts'
import cases from './cases.json' with { type: 'json' }

const expected = z.object({ suppressed: z.record(z.string(), z.string()), unprotectable: z.array(z.string()) })
const known = z.array(workedCase.extend({ name: z.string(), expect: expected.optional() })).parse(cases)

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe.each(known)('$name', (worked) => {
  const problem = problemOfCase(worked)
  const answered = () => {
    const answer = protect(problem, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer
  }

  it('holds against every whole number an atom could be', () => judge(problem, answered()))

  it('hides no more than the cheapest choice there is', () => {
    const answer = answered()
    expect(answer.proven).toBe(true)
    // A wish to keep the earlier pattern comes before the size of figures, never before their number.
    const cheapest = optimum(problem)
    const found = loss(problem, answer)
    expect(worked.keep ? { cells: found.cells } : found).toEqual(worked.keep ? { cells: cheapest.cells } : cheapest)
  })
})

const workedOut = known.filter((one) => one.expect !== undefined)

describe('the pattern worked out by hand', () => {
  it.each(workedOut)('$name', (worked) => {
    const answer = protect(problemOfCase(worked), solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    const { suppressed, unprotectable } = answer
    expect({ suppressed, unprotectable }).toEqual(worked.expect)
  })
})
