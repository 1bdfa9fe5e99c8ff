import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../src/config/root.ts'

const file = join(root, 'tests/figures/cases.json')
const cases = JSON.parse(readFileSync(file, 'utf8')) as { name: string; figure: unknown }[]

describe('the runner of cases', () => {
  const tsx = join(root, 'node_modules/.bin/tsx')
  const runner = join(import.meta.dirname, 'run-cases.ts')

  it('prints the figures of a file in its order', () => {
    const printed = execFileSync(tsx, [runner, file], { encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual(cases.map(({ figure }) => figure))
  })

  it('answers a refused question in its place, by the code of the refusal', () => {
    const mixed = join(mkdtempSync(join(tmpdir(), 'cases-')), 'mixed.json')
    const unknown = { ...cases[0], ask: { places: ['XX'], from: '2020-Q1', to: '2020-Q1' } }
    writeFileSync(mixed, JSON.stringify([unknown, cases[0]]))
    const printed = JSON.parse(execFileSync(tsx, [runner, mixed], { encoding: 'utf8' }))
    expect(printed).toEqual([{ refused: 'unknown-place' }, cases[0]!.figure])
  })

  it("refuses a place that was merged away by name, in a list on today's map, and a hand-over that can't be", () => {
    const mixed = join(mkdtempSync(join(tmpdir(), 'cases-')), 'mixed.json')
    const merged = cases.find(({ name }) => name === "on today's map predecessors are summed into the successor")!
    const list = { ...merged, ask: { places: ['NA', 'QB'], from: '2020-Q1', to: '2020-Q1', map: 'today' } }
    const wu = { partner: 'wu', place: 'NA' }
    const handed = (from: object, to: object) => ({ ...cases[0], handovers: [{ from, to }] })
    const ht = { partner: 'wu-ht', place: 'HT' }
    const bad = [
      handed(wu, wu),
      handed({ partner: 'iom', place: 'NA' }, wu),
      handed(wu, { partner: 'iom', place: 'NA' }),
    ]
    const circle = {
      ...handed(wu, ht),
      handovers: [
        { from: wu, to: ht },
        { from: ht, to: wu },
      ],
    }
    writeFileSync(mixed, JSON.stringify([list, ...bad, circle, handed(wu, ht)]))
    const printed = JSON.parse(execFileSync(tsx, [runner, mixed], { encoding: 'utf8' }))
    expect(printed).toEqual([
      { refused: 'merged-away', place: 'QB' },
      { refused: 'to-itself' },
      { refused: 'not-assigned' },
      { refused: 'not-assigned' },
      { refused: 'circle' },
      cases[0]!.figure,
    ])
  })

  it.each([
    ['not json', '{', /cannot be read as JSON/],
    ['not a list', '{}', /not a list of cases/],
    [
      'a case that lacks its question',
      '[{"indicator": {"measure": "count", "overPlaces": "sum", "overTime": "sum"}}]',
      /case 1: .*ask/,
    ],
    [
      'a word that is no quarter',
      JSON.stringify([{ ...cases[0], ask: { places: '*', from: '2020', to: '2020-Q1' } }]),
      /"2020" is not a quarter/,
    ],
  ])('says in a sentence what is wrong with %s', (_, text, sentence) => {
    const bad = join(mkdtempSync(join(tmpdir(), 'cases-')), 'bad.json')
    writeFileSync(bad, text)
    const { status, stderr } = spawnSync(tsx, [runner, bad], { encoding: 'utf8' })
    expect(stderr).toMatch(sentence)
    expect(
      stderr
        .trim()
        .split('\n')
        .filter((line) => /^\s+at /.test(line)),
    ).toEqual([])
    expect(status).toBe(2)
  })
})
