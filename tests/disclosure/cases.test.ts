import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver, type Solver } from '../../src/suppression/highs.ts'
import { isRefusal, type Question } from '../../src/suppression/problem.ts'
import { protect } from '../../src/suppression/protect.ts'
import { judge, loss } from '../suppression/generated/judge.ts'
import { optimum } from '../suppression/generated/optimum.ts'
import cases from './cases.json' with { type: 'json' }

interface Case extends Question {
  name: string
  expect?: { suppressed: Record<string, string>; unprotectable: string[] }
}
const known = cases as unknown as Case[]

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

describe.each(known)('$name', (question) => {
  const answered = () => {
    const answer = protect(question, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer
  }

  it('holds against every whole number an atom could be', () => judge(question, answered()))

  it('hides no more than the cheapest choice there is', () => {
    const answer = answered()
    expect(answer.proven).toBe(true)
    // A wish to keep the earlier pattern comes before the size of figures, never before their number.
    const cheapest = optimum(question)
    const found = loss(question, answer)
    expect(question.keep ? { figures: found.figures } : found).toEqual(
      question.keep ? { figures: cheapest.figures } : cheapest,
    )
  })
})

const workedOut = known.filter((one) => one.expect !== undefined)

describe('the pattern worked out by hand', () => {
  it.each(workedOut)('$name', (question) => {
    const answer = protect(question, solver)
    if (isRefusal(answer)) throw new Error(answer.refused)
    const { suppressed, unprotectable } = answer
    expect({ suppressed, unprotectable }).toEqual(question.expect)
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
    run(process.execPath, ['--import', 'tsx', 'tests/disclosure/run-cases.ts', ...files]).then(
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
