import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { packedForm, unpackedMark } from '../../../src/releases/forms/packed-form.ts'
import { reportNumbers, verifiedLines } from '../../../src/releases/verifying/in-words.ts'
import { isAsIssued, type Verified } from '../../../src/releases/verifying/verified.ts'

const words = wordsFor('en')
const said = (verified: Verified) =>
  verifiedLines(7, verified).map((line) => (typeof line === 'string' ? line : line(words)))
const compared = (more: Partial<Exclude<Verified, string>> = {}): Exclude<Verified, string> => ({
  ...{ sha256: 'abc', cells: 90, differences: [], forms: [], older: null },
  ...more,
})
const differing = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ at: `Data!A${nth + 1}`, expected: 4, found: null }))

describe('how the file of a report stands beside the database', () => {
  it('is told with the first cells that differ, and the other files that do', () => {
    expect(said(compared())).toEqual(['Report 7: 90 cells compared with the database, 0 differ. SHA-256 abc'])
    expect(
      said(compared({ differences: [{ at: 'Data!B2', expected: 'x', found: null }], forms: ['iati', 'data'] })),
    ).toEqual([
      'Report 7: 90 cells compared with the database, 1 differs. SHA-256 abc',
      '  Data!B2: the file says "x", the database –',
      `Report 7: these files are not what was issued, or the database would say something else now: ${[
        words.t('releases:forms.name.iati'),
        words.t('releases:forms.name.data'),
      ].join(', ')}.`,
    ])
    expect(said(compared({ differences: differing(30) }))).toHaveLength(21)
  })

  it('is told of a file of another version with what this one would write otherwise, each kind by its name', () => {
    const nothing = { columns: { added: [], gone: [] }, added: 0, unasked: 0, worded: [], forms: [] }
    expect(said(compared({ older: nothing }))).toEqual([
      'Report 7: its file is the one that was issued, by another version of the program. 90 codes and numbers of its data compared with the database, 0 differ. SHA-256 abc',
    ])
    const columns = { added: ['Key', 'Mark'], gone: ['Old'] }
    const worded = [
      { sheet: 'Cover', cells: 2 },
      { sheet: 'Notes', cells: 1 },
    ]
    const older = compared({ older: { columns, added: 3, unasked: 5, worded, forms: ['data'] } })
    expect(said(older).slice(1)).toEqual([
      '  columns of data that this version adds: Key; Mark',
      '  columns of data that this version does not have: Old',
      '  rows of data that this version adds: 3',
      "  rows of data that this version's report has no more, and that were not compared: 5",
      '  cells that this version words or places otherwise, by sheet: Cover 2; Notes 1',
      `  files that this version writes otherwise; those that were issued are kept: ${words.t('releases:forms.name.data')}`,
    ])
    expect(isAsIssued(older)).toBe(true)
    expect(isAsIssued(compared({ older: nothing, differences: differing(1) }))).toBe(false)
    expect(said(compared({ older: nothing, differences: differing(1) }))).toHaveLength(2)
  })

  it.each(['not-found', 'no-file', 'file-damaged', 'ledger-damaged', 'changed'] as const)('is told: %s', (verified) => {
    expect(said(verified)).toEqual([words.t(`releases:verify.${verified}`, { id: 7 })])
    expect(isAsIssued(verified)).toBe(false)
  })

  it('is as it was issued only if neither a cell nor another file differs', () => {
    expect(isAsIssued(compared())).toBe(true)
    expect(isAsIssued(compared({ differences: differing(1) }))).toBe(false)
    expect(isAsIssued(compared({ forms: ['data'] }))).toBe(false)
  })

  it.each<[string[], number[] | null]>([
    [['12'], [12]],
    [
      ['1', '999999999'],
      [1, 999999999],
    ],
    [[], []],
    [['0'], null],
    [['1', 'x'], null],
    [['1234567890'], null],
    [['12 '], null],
  ])('is asked for by numbers: %j', (given, numbers) => {
    expect(reportNumbers(given)).toEqual(numbers)
  })
})

describe('a file as it is kept', () => {
  it('comes out as it went in, in however many pieces it was packed, under one fingerprint', () => {
    const whole = `điều ${'x'.repeat(300_000)} cuối`
    const inOne = packedForm('data', [whole])
    const inMany = packedForm('data', whole.match(/.{1,70000}/gsu)!)
    for (const form of [inOne, inMany]) {
      expect(gunzipSync(form.packed).toString()).toBe(whole)
      expect(unpackedMark(form)).toBe(form.sha256)
    }
    expect(inMany.sha256).toBe(inOne.sha256)
    expect(inMany.form).toBe('data')
  })

  it('may be empty, and of what is damaged nothing comes out', () => {
    const empty = packedForm('iati', [])
    expect(gunzipSync(empty.packed).toString()).toBe('')
    expect(unpackedMark(empty)).toBe(empty.sha256)
    expect(unpackedMark({ ...empty, packed: empty.packed.subarray(0, 5) })).toBeNull()
  })
})
