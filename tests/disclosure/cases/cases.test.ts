import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
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

describe('cases from the command line', () => {
  const run = promisify(execFile)
  const file = (content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'cases-')), 'cases.json')
    writeFileSync(path, content)
    return path
  }
  const runner = (...files: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'tests/disclosure/cases/run-cases.ts', ...files]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )

  it('prints the answers in the order of the cases, and nothing else', async () => {
    const { code, stdout, stderr } = await runner(file(JSON.stringify(known.slice(0, 4))))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(known.slice(0, 4).map((one) => one.expect))
  })

  it.each([
    ['not JSON', '[{', /cannot be read as JSON/],
    ['not cases', '[{"threshold": "five"}]', /not a list of cases: 0 → threshold/],
    [
      'an unknown atom',
      '[{"threshold":5,"atoms":{},"figures":[{"id":"HP","sum":["HP"]}]}]',
      /Case 1 .*bad-figure \(HP\)/,
    ],
  ])('a bad file: %s', async (_, content, sentence) => {
    const { code, stdout, stderr } = await runner(file(content))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
  })

  it('no file', async () => {
    expect(await runner()).toMatchObject({ code: 2, stdout: '' })
  })
})
