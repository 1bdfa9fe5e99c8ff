import { describe, expect, it } from 'vitest'
import { releaseFactsOf, releaseParts } from '../../src/api/releases/answer.ts'
import { rowsOfData } from '../../src/api/releases/row.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Release } from '../../src/releases/release.ts'
import { STANDS } from '../../src/releases/standing/standing.ts'
import type { Cell, SheetPlan, WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { q } from '../support/small-project.ts'

const sheet = (headings: string[], ...rows: Cell[][]): SheetPlan => ({
  ...{ key: 'data', name: 'Data', columns: [], freeze: { rows: 0, columns: 0 } },
  print: { landscape: true, repeatRows: 0 },
  rows: [{ cells: ['Data'] }, { cells: headings }, ...rows.map((cells) => ({ cells }))],
})
const heading = (key: string, language: 'vi' | 'en' = 'en') =>
  wordsFor(language, PILOT_TERMS).t(`releases:workbook.column.${key as 'ref'}`)
const read = (columns: Record<string, Cell>, language: 'vi' | 'en' = 'en') =>
  rowsOfData(
    sheet(
      Object.keys(columns).map((key) => heading(key, language).replaceAll('\n', ' / ')),
      Object.values(columns),
    ),
    language,
    PILOT_TERMS,
  )[0]!

describe('a row of a report', () => {
  it('has codes, numbers and words, each found by its heading, and nothing of columns that the report has not', () => {
    const row = read({ value: 5, ref: 'V3', indicator: 'Clients' })
    expect(row).toMatchObject({ ref: 'V3', value: 5, indicator: { en: 'Clients' }, state: 'reported', d: null })
    expect(row).toHaveProperty('of_target', null)
    expect(row.component).toEqual({ en: null })
  })

  it('has words in the language of the report', () => {
    expect(read({ ref: 'V3', indicator: 'Khách hàng' }, 'vi').indicator).toEqual({ vi: 'Khách hàng' })
  })

  it('has days as dates, as a spreadsheet counts them', () => {
    expect(read({ first: 44197, last: '–' })).toMatchObject({ first: '2021-01-01', last: null })
    expect(read({ first: 'soon' }).first).toBeNull()
  })

  it.each<[Cell, string]>([
    [{ mark: '[c]' }, 'confidential'],
    [{ mark: '[x]' }, 'not-reported'],
    ['', 'reported'],
    ['[r]', 'reported'],
  ])('says in one word what stands in the place of a number: %j', (mark, state) => {
    expect(read({ value: { mark: '[c]' }, mark }).state).toBe(state)
  })

  it('has a sign in its own column alone', () => {
    expect(read({ value: { mark: '[c]' }, mark: { mark: '[c]' }, n: '–' })).toMatchObject({
      ...{ value: null, mark: '[c]', n: null },
    })
  })

  it.each<[Cell, string[]]>([
    ['partial, revised', ['partial', 'revised']],
    ['–', []],
    ['', []],
    [null, []],
    [{ mark: '[c]' }, []],
  ])('has its flags as a list: %j', (cell, flags) => {
    expect(read({ 'flag-codes': cell }).flag_codes).toEqual(flags)
  })

  it('has partners where a project has no areas', () => {
    expect(read({ partner: 'MFA' }).place).toEqual({ en: 'MFA' })
  })

  it('of a sheet without rows is none', () => {
    expect(rowsOfData({ ...sheet([]), rows: [] }, 'en', PILOT_TERMS)).toEqual([])
  })
})

const RELEASE = {
  ...{ id: 4, title: 'T', donor: 'Home Office', audience: 'donor', threshold: 5, language: 'en' },
  ...{ from: q('2021-Q1'), to: q('2021-Q4'), asAt: Date.UTC(2022, 0, 31), issuedAt: Date.UTC(2022, 1, 1) },
} as Release

describe('a report', () => {
  const facts = {
    ...{ id: 4, title: 'T', donor: 'Home Office', audience: 'donor', threshold: 5, language: 'en' },
    ...{ from: '2021-Q1', to: '2021-Q4', first_day: '2021-01-01', last_day: '2021-12-31' },
    ...{ as_at: '2022-01-31T00:00:00.000Z', issued_at: '2022-02-01T00:00:00.000Z' },
  }

  it('is told as its cover has it, and as it stands today', () => {
    expect(releaseFactsOf(RELEASE, STANDS)).toEqual({ ...facts, withdrawn: null, superseded_by: null })
    const gone = {
      ...{ withdrawn: { at: Date.UTC(2022, 2, 1), reason: 'wrong' }, supersededBy: { id: 5, issuedAt: null } },
    }
    expect(releaseFactsOf({ ...RELEASE, issuedAt: null }, gone)).toEqual({
      ...facts,
      ...{ issued_at: facts.as_at, superseded_by: 5 },
      withdrawn: { at: '2022-03-01T00:00:00.000Z', reason: 'wrong' },
    })
  })

  it('names each of its indicators once, before its figures', () => {
    const data = sheet(
      ['ref', 'value', 'direction'].map((key) => heading(key)),
      ['V3', 1, 'up'],
      ['V3', 2, 'up'],
      ['V4', 3, null],
    )
    const plan = { author: 'TMSV', sheets: [{ ...data, key: 'cover' }, data] } as unknown as WorkbookPlan
    const { head, rows } = releaseParts(RELEASE, STANDS, plan, 'abc', PILOT_TERMS)
    expect(rows.map((row) => [row.ref, row.value])).toEqual([
      ['V3', 1],
      ['V3', 2],
      ['V4', 3],
    ])
    expect(head).toMatchObject({ ...facts, project: 'TMSV', basis: 'approved', workbook_sha256: 'abc' })
    const { indicators } = head as { indicators: Record<string, unknown>[] }
    expect(indicators.map(({ ref }) => ref)).toEqual(['V3', 'V4'])
    expect(Object.keys(indicators[0]!)).toEqual([
      ...['ref', 'indicator', 'component_code', 'component', 'level', 'measure', 'unit', 'direction', 'rule_code'],
    ])
  })

  it('without its sheet of data has no figures', () => {
    const plan = { author: 'TMSV', sheets: [] } as unknown as WorkbookPlan
    expect(releaseParts(RELEASE, STANDS, plan, null, PILOT_TERMS).rows).toEqual([])
  })
})
