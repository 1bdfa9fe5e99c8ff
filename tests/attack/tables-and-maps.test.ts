import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attackReports } from '../../src/attack/attack.ts'
import { attackInWords } from '../../src/attack/in-words.ts'
import type { MapChange } from '../../src/attack/maps.ts'
import { readCsv } from '../../src/attack/read/csv/csv.ts'
import { csvLines } from '../../src/attack/read/csv/csv-lines.ts'
import { type IssuedReport, NotAReport } from '../../src/attack/read/report.ts'
import { attackCommand } from '../../src/attack-command.ts'
import { linesIn } from '../../src/language/terminal.ts'
import { NO_TERMS } from '../../src/language/terms.ts'
import { type Key, wordsFor } from '../../src/language/words.ts'
import { loadSolver } from '../../src/suppression/highs.ts'
import type { Language } from '../../src/vocabulary/language.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { csvOf, RATIO, reported, table } from '../charts/tables.ts'
import { type HandRow, handMade } from './hand-made.ts'

const solver = await loadSolver()
const YEAR = '2021-Q1..2021-Q4'
const DATES = { vi: '01/01/2021 – 31/12/2021', en: '1 Jan 2021 – 31 Dec 2021' }
const NOTHING = ['Nothing can be worked out.']

type Shown = { kind?: 'trend' | 'over-time' | 'breakdown'; map?: 'today'; language?: Language; breakdown?: string }

/** A table of a page of V3 in 2021, downloaded: a column each of what it is told apart by. */
function downloaded(
  values: Record<string, number>,
  { kind = 'over-time', map, language = 'en', breakdown = '' }: Shown = {},
): string {
  const words = wordsFor(language, NO_TERMS)
  const made = table([Object.values(values).map((value) => reported(value))], { columns: Object.keys(values) })
  const title = words.t(`charts:table.${kind}` as Key, { code: 'V3', name: 'Clients', breakdown, areas: 'provinces' })
  const cells = made.cells.map((row) => row.map((cell) => ({ ...cell, period: { from: 8084, to: 8087 } })))
  const given = {
    ...made,
    cells,
    title: { vi: title, en: title },
    rows: [{ key: '2021', label: { vi: 'Năm 2021', en: '2021' }, dates: DATES }],
    ...(map ? { map } : {}),
  }
  return csvOf(given, DATES[language], words, true)
}

function found(reports: readonly IssuedReport[], changes: readonly MapChange[] = []): string[] {
  return attackInWords(attackReports(reports, solver, changes), wordsFor('en'))
    .slice(reports.length)
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim())
}

const workbook = (rows: HandRow[], language: Language = 'en') => handMade({ name: '1.xlsx', language, rows })
const HIDES: HandRow[] = [
  { span: YEAR, value: '[c]' },
  { place: 'Hải Phòng', span: YEAR, value: 12 },
  { place: 'Quảng Ninh', span: YEAR, value: 6 },
  { place: 'Nghệ An', span: YEAR, value: '[c]' },
]

describe('a table that was downloaded from a page', () => {
  it('gives away with a workbook what neither tells by itself', async () => {
    const whole = readCsv('t.csv', downloaded({ 'Whole project': 20 }, { kind: 'trend' }))
    expect(whole).toMatchObject({ languages: ['en'], asAt: '2021-10-31', map: 'as-reported' })
    const report = await workbook(HIDES)
    expect(found([report])).toEqual(NOTHING)
    const lines = found([report, whole])
    expect(lines.some((line) => /Nghệ An.*: it is 2\..*\[t\.csv\]E10/.test(line))).toBe(true)
  })

  it('gives nothing away with numbers that the workbook shows too, or that leave the hidden one open', async () => {
    const same = downloaded({ 'Hải Phòng': 12, 'Quảng Ninh': 6 })
    expect(found([await workbook(HIDES), readCsv('t.csv', same)])).toEqual(NOTHING)
    const open = [...HIDES.slice(0, 2), { ...HIDES[2]!, value: '[c]' as const }, HIDES[3]!]
    const whole = downloaded({ 'Whole project': 20 }, { kind: 'trend' })
    expect(found([await workbook(open), readCsv('t.csv', whole)])).toEqual(NOTHING)
  })

  it('is caught showing a small count that the workbook hides, by category and by place', async () => {
    const sexes = downloaded({ Male: 3, Female: 9 }, { kind: 'breakdown', breakdown: 'sex' })
    const report = await workbook([
      { span: YEAR, by: ['Sex', 'Male'], value: '[c]' },
      { span: YEAR, by: ['Sex', 'Female'], value: '[c]' },
    ])
    expect(found([report, readCsv('t.csv', sexes)])).toContain(
      'V3, count, whole project, Sex: Male, 1 Jan 2021 – 31 Dec 2021: 3 is shown, though it is small and others are hidden. (from [t.csv]E10)',
    )
    const places = readCsv('t.csv', downloaded({ 'Nghệ An': 2 }))
    expect(found([await workbook(HIDES), places]).some((line) => /Nghệ An.*2 is shown/.test(line))).toBe(true)
  })

  it('is read in Vietnamese, with semicolons and decimal commas, and with both sides of a ratio', async () => {
    const vi = downloaded({ 'Toàn dự án': 20 }, { kind: 'trend', language: 'vi' })
    const region = csvLines(vi).map((line) => line.map(({ text }) => `"${text}"`).join(';'))
    const read = readCsv('t.csv', region.join('\r\n'))
    expect(read.told.map(({ place, shown, span }) => [place, shown, span])).toEqual(
      readCsv('t.csv', vi).told.map(({ place, shown, span }) => [place, shown, span]),
    )
    expect(read.languages).toEqual(['vi'])
    const half = csvOf(
      {
        ...table([[reported(0.5, { numerator: 6, denominator: 12 })]], {
          indicator: RATIO,
          columns: ['Whole project'],
        }),
        title: { vi: '', en: 'V6. Share: over time' },
        rows: [{ key: 'x', label: { vi: '', en: '' }, dates: DATES }],
      },
      '',
      wordsFor('en'),
    )
    const local = csvLines(half).map((line) =>
      line
        .map(({ text }) => text.replace(/^0\.5$/, '0,5'))
        .map((text) => `"${text}"`)
        .join(';'),
    )
    const told = readCsv('t.csv', local.join('\n')).told.filter(({ isOfValues }) => isOfValues)
    expect(told.map(({ part, shown, coverage }) => [part, shown, coverage])).toEqual([
      ['numerator', 6, '5/5'],
      ['denominator', 12, '5/5'],
    ])
  })

  it('is refused where it is none, and quotes and what was defused are read', () => {
    expect(() => readCsv('t.csv', 'name,phone\r\nA,1')).toThrow(NotAReport)
    expect(() => readCsv('t.csv', '')).toThrow(NotAReport)
    expect(
      csvLines(`\uFEFF"a ""b"", c",'=1+1,-2\r\n,,x`).map((line) =>
        line.map(({ text, number, at }) => [text, number, at]),
      ),
    ).toEqual([
      [
        ['a "b", c', null, 'A1'],
        ['=1+1', null, 'B1'],
        ['-2', -2, 'C1'],
      ],
      [
        ['', null, 'A2'],
        ['', null, 'B2'],
        ['x', null, 'C2'],
      ],
    ])
  })
})

describe('two maps of one area', () => {
  const NEW = 'Hải Phòng (from 1 July 2025)'
  const changes: MapChange[] = ['Hải Phòng', 'Hải Dương'].map((name) => ({
    from: { vi: name, en: name },
    to: { vi: 'Hải Phòng (từ 01/07/2025)', en: NEW },
    on: '2025-07-01',
  }))
  const provinces = (other: HandRow['value'], third: HandRow['value']): HandRow[] => [
    { place: 'Hải Phòng', span: YEAR, value: 12 },
    { place: 'Hải Dương', span: YEAR, value: other },
    { place: 'Nghệ An', span: YEAR, value: third },
  ]
  const today = (whole: number, more: Record<string, number> = {}) =>
    readCsv('t.csv', downloaded({ [NEW]: whole, ...more }, { map: 'today' }))

  it('give a place away that is what today’s has beside the others', async () => {
    const report = await workbook(provinces('[c]', '[c]'))
    expect(today(15).map).toBe('today')
    const lines = found([report, today(15)], changes)
    expect(lines.some((line) => /Hải Dương.*: it is 3\./.test(line))).toBe(true)
    // Who does not know which places became which learns nothing of it.
    expect(found([report, today(15)])).toEqual(NOTHING)
  })

  it('give away the few that only one of two shown figures has', async () => {
    const report = await workbook([
      ...provinces('[x]', '[c]').slice(0, 1),
      { place: 'Nghệ An', span: YEAR, value: '[c]' },
    ])
    const lines = found([report, today(15)], changes)
    expect(lines.some((line) => /less V3, count, Hải Phòng, .*: 3 are in the first/.test(line))).toBe(true)
  })

  it('give nothing away where the one is what the others are, shown, or more than a few', async () => {
    expect(found([await workbook(provinces(9, '[c]')), today(21)], changes)).toEqual(NOTHING)
    expect(found([await workbook(provinces('[c]', '[c]')), today(12 + 7)], changes)).toEqual(NOTHING)
  })
})

describe('the command', () => {
  const run = async (given: string[]) => {
    const { done, lines } = await attackCommand(given)
    return { done, lines: linesIn(LANGUAGES, lines) }
  }

  it('reads tables beside workbooks, and the places of a project', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attack-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 't.csv')
    writeFileSync(file, downloaded({ 'Whole project': 20 }, { kind: 'trend' }))
    const { done, lines } = await run([file, '--places', 'fixtures/pilot'])
    expect([done, lines[0]]).toEqual([
      true,
      't.csv: 2 counts; it does not say up to what they are hidden, for: not said.',
    ])
    const wrong = await run(['--places', folder, file])
    expect([wrong.done, wrong.lines[1]]).toEqual([
      false,
      expect.stringMatching(/^places.json and successions.json can’t be read in /),
    ])
    writeFileSync(file, 'name,phone\nA,1\n')
    const other = await run([file])
    expect([other.done, other.lines[1]]).toEqual([
      false,
      expect.stringContaining('is no report (workbook, IATI, CSV, JSON) and no table (CSV) of this program'),
    ])
  })
})
