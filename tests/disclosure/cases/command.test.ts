import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import cases from './cases.json' with { type: 'json' }

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
    const { code, stdout, stderr } = await runner(file(JSON.stringify(cases.slice(0, 4))))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(cases.slice(0, 4).map((one) => one.expect))
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
