import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { ask } from '../../src/figures/ask.ts'
import { GAPS, MARKS, SIGNS } from '../../src/figures/marks.ts'
import { contentOf } from '../../src/releases/content/publish.ts'
import { problemFor } from '../../src/releases/content/source.ts'
import { loadSource } from '../../src/releases/content/source-load.ts'
import { previewOf, workbookPlanOf } from '../../src/releases/store.ts'
import { workbookOf } from '../../src/releases/workbook/assemble.ts'
import { DATA_COLUMNS } from '../../src/releases/workbook/data-sheet/columns.ts'
import { isMark, type SheetPlan, type WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { DEMO_NOW } from '../support/demo.ts'
import { DERIVED_COLUMNS, TRACKING_COLUMNS } from './columns.ts'
import { pilotWith } from './pilot.ts'
import { dayIn, headingOf, numberIn, rowsOf, wordsIn } from './workbook/plan-rows.ts'

const plans = new Map<string, WorkbookPlan>()
let db: Db
let hidden: string[] = []

beforeAll(async () => {
  const made = await pilotWith('protected')
  db = made.db
  const { release } = made
  const source = loadSource(db, release, DEMO_NOW)
  const { problem } = problemFor(source)
  const preview = previewOf(db, release.id)!
  hidden = preview.hidden.map(({ id }) => id)
  for (const language of ['vi', 'en', 'both'] as const) {
    const said = { ...source, release: { ...release, language } }
    const content = contentOf(said, problem, preview.suppressed, { draft: false, at: DEMO_NOW })
    plans.set(language, workbookOf(content))
  }
  plans.set('draft', workbookPlanOf(db, release.id)!)
})
afterAll(() => db.$client.close())

const sheet = (key: string, language = 'en'): SheetPlan => plans.get(language)!.sheets.find((one) => one.key === key)!
describe('the workbook of a report', () => {
  it('has the sheets a donor looks for, named in the language asked for', () => {
    const names = (language: string) => plans.get(language)!.sheets.map(({ name }) => name)
    expect(names('en')).toEqual([
      'Cover',
      'Summary',
      'Logframe',
      'Tracking table',
      'Whole project',
      'Prevention',
      'Prosecution',
      'Protection',
      'By quarter',
      'Breakdowns',
      'SDG and GCM',
      'Data',
      'Notes',
    ])
    expect(names('vi')).toEqual([
      'Bìa',
      'Tóm tắt',
      'Khung logic',
      'Bảng theo dõi',
      'Toàn dự án',
      'Phòng ngừa',
      'Truy tố',
      'Bảo vệ',
      'Theo quý',
      'Phân tổ',
      'SDG và GCM',
      'Dữ liệu',
      'Ghi chú',
    ])
    for (const name of names('both')) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\]/)
      expect(name).toContain(' – ')
    }
  })

  it('tracks every indicator once, with all the columns', () => {
    const rows = rowsOf(sheet('tracking'))
    expect(rows).toHaveLength(44)
    expect(Object.keys(rows[0]!)).toEqual(TRACKING_COLUMNS)
    for (const row of rows) for (const [column, cell] of Object.entries(row)) expect(wordsIn(cell), column).not.toBe('')
  })

  it('says exactly what the database says, or a sign, and the sign only where something is hidden', () => {
    const span = { key: 's', from: quarterOf(2021, 1), to: quarterOf(2021, 4) }
    const answer = ask(
      db,
      { indicators: '*', groups: [{ key: 'p', places: '*' }], spans: [span], asAt: DEMO_NOW },
      DEMO_NOW,
    )
    let [shown, marked] = [0, 0]
    for (const row of rowsOf(sheet('tracking'))) {
      const code = wordsIn(row.Ref!)
      const { scale, measure } = answer.indicators.find((one) => one.code === code)!
      const figure = answer.figure(code, 'p', 's')
      const cell = numberIn(row['Achieved in the period'])
      if (hidden.includes(`${code}|project|2021-Q1..2021-Q4|`)) {
        expect(cell, code).toBe('[c]')
        marked++
      } else if (figure.value !== null) {
        expect(cell, code).toBe(measure === 'ratio' && scale === 100 ? figure.value : figure.value * scale)
        if (measure === 'ratio')
          expect([numberIn(row['Numerator or n']), numberIn(row.Denominator)]).toEqual([
            figure.numerator,
            figure.denominator,
          ])
        shown++
      } else expect(cell, code).toMatch(/^\[[xzdaq]\]$/)
    }
    expect(shown).toBeGreaterThan(25)
    expect(marked).toBeGreaterThan(0)
  })

  it('lets nothing that is derived from a hidden figure survive it', () => {
    const [derived, cumulative] = DERIVED_COLUMNS
    let checked = 0
    for (const row of rowsOf(sheet('tracking'))) {
      for (const columns of [derived, cumulative]) {
        if (numberIn(row[columns[columns === derived ? 1 : 0]!]) !== '[c]') continue
        checked++
        for (const column of columns) expect(numberIn(row[column]), `${wordsIn(row.Ref!)} ${column}`).toBe('[c]')
      }
    }
    expect(checked).toBeGreaterThan(0)
    const data = rowsOf(sheet('data')).filter((row) => numberIn(row.Mark) === '[c]')
    expect(data.length).toBe(hidden.length)
    const numbers = [
      ...['Value', 'Numerator or n', 'Denominator', 'Target', 'Variance', '% of target', 'Planned by now'],
      ...['% of what was planned by now', 'Life-of-project target', '% of life-of-project target'],
      ...['Received (k)', 'Expected (n)'],
    ]
    for (const row of data) {
      for (const column of numbers) expect(row[column], column).toBeNull()
      for (const column of ['Flags', 'Flag codes']) expect(row[column], column).toBe('[c]')
      for (const column of ['Progress (RAG)', 'RAG code', 'RAG code, planned by now', 'Stage'])
        expect(['[c]', '–'], column).toContain(row[column])
    }
  })

  it('is in the order of the framework, so that a place in a list says nothing about a hidden value', () => {
    const codes = rowsOf(sheet('tracking')).map((row) => wordsIn(row.Ref!))
    const answer = ask(
      db,
      { indicators: '*', groups: [{ key: 'p', places: '*' }], spans: [{ key: 's', from: 8084, to: 8087 }] },
      DEMO_NOW,
    )
    expect(codes).toEqual(answer.indicators.map(({ code }) => code))
  })

  it('has the widths and heights of its words, not of its values', () => {
    const masked = (plan: WorkbookPlan) =>
      plan.sheets.map(({ columns, rows }) => [columns, rows.map(({ height }) => height ?? 0)])
    const doubled = structuredClone(plans.get('en')!)
    for (const one of doubled.sheets)
      for (const row of one.rows)
        for (const cell of row.cells)
          if (typeof cell === 'object' && cell !== null && 'number' in cell) cell.number *= 1000
    expect(masked(doubled)).toEqual(masked(plans.get('en')!))
  })

  it('has one row a figure in the data, with dates that programs can read', () => {
    const rows = rowsOf(sheet('data'))
    const names = rows.map((row) =>
      ['Ref', 'Place', 'First day', 'Last day', 'Breakdown', 'Category']
        .map((column) => wordsIn(row[column]!))
        .join('|'),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(rows.map((row) => row.Key)).size).toBe(rows.length)
    for (const row of rows)
      for (const column of ['First day', 'Last day', 'As at'])
        expect(row[column]).toEqual({ number: expect.any(Number), format: 'd mmm yyyy' })
    expect(dayIn(rows[0]!['First day'])).toBe('2021-01-01')
  })

  it('has each value under the dates it covers, once, by the name of its own span', () => {
    const periods = new Map<string, string[]>()
    for (const row of rowsOf(sheet('data'))) {
      const [ref, place, by, first, last, period] = [
        'Ref',
        'Place',
        'Breakdown',
        'First day',
        'Last day',
        'Period',
      ].map((name) => dayIn(row[name]) ?? wordsIn(row[name]!))
      if (place !== 'Whole project' || by !== 'not split' || !first!.startsWith('2021')) continue
      periods.set(ref!, [...(periods.get(ref!) ?? []), `${first} ${last} ${period}`])
    }
    const [half, other] = ['2021-01-01 2021-06-30 H1 2021', '2021-07-01 2021-12-31 H2 2021']
    expect(periods.get('J5')!.sort()).toEqual([half, '2021-01-01 2021-12-31 Achieved in the period', other])
    expect(periods.get('J11')).toEqual(expect.arrayContaining([half, other]))
    expect(periods.get('J4')).toEqual(['2021-01-01 2021-12-31 Achieved in the period'])
    expect(periods.get('I1')!.every((one) => one.startsWith('2021-01-01 2021-12-31'))).toBe(true)
    expect(periods.get('P5')).toEqual(['2021-07-01 2021-09-30 Endline survey'])
    const notes = sheet('notes').rows.flatMap(({ cells }) => cells.map(wordsIn))
    expect(notes.find((one) => one.includes('survey rounds: P5, P6, P7'))).toMatch(/half-years: .*J5.*; years: .*I1/)
  })

  it('leaves no cell of a table empty, and explains every sign', () => {
    for (const row of rowsOf(sheet('tracking'))) for (const cell of Object.values(row)) expect(cell).not.toBeNull()
    const numbers = new Set(DATA_COLUMNS.filter(({ kind }) => kind === 'number').map(({ key }) => headingOf(key)))
    for (const row of rowsOf(sheet('data'))) {
      for (const [column, cell] of Object.entries(row))
        if (numbers.has(column)) expect(cell === null || typeof numberIn(cell) === 'number', column).toBe(true)
        else expect(cell, column).not.toBeNull()
      // Why there is no number stands beside it.
      expect(wordsIn(row.Mark!), wordsIn(row.Key!)).toMatch(row.Value === null ? /^\[[xzdqatc]\]$/ : /^(–|\[h\])$/)
    }
    const used = new Set(
      plans
        .get('en')!
        .sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(isMark).map(({ mark }) => mark))),
    )
    const legend = sheet('notes').rows.map(({ cells }) => wordsIn(cells[0] ?? null))
    for (const mark of used) expect(legend).toContain(mark)
    for (const name of GAPS.filter((one) => one !== 'outside')) expect(legend).toContain(MARKS[name].sign)
    for (const sign of SIGNS)
      expect(legend.filter((one) => one === sign).length).toBe(['[p]', '[o]', '[h]'].includes(sign) ? 0 : 1)
  })

  it('says on its cover what it is: project, donor, dates, as at, basis, version, rule, contents; and that it is made up', () => {
    const words = sheet('cover')
      .rows.flatMap(({ cells }) => cells.map(wordsIn))
      .join('\n')
    for (const said of [
      'Tackling Modern Slavery',
      'UK Home Office',
      '1 Jan 2021 – 31 Dec 2021',
      '20 Jan 2022 09:00',
      'Approved values only',
      'Report no. 1, issued',
      'Counts of 1 to 4',
      'Contents',
      'The figures are illustrative, not real ones.',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('DRAFT')
    const draft = plans
      .get('draft')!
      .sheets[0]!.rows.flatMap(({ cells }) => cells.map(wordsIn))
      .join('\n')
    expect(draft).toContain('DRAFT: not issued. Do not pass on.')
    const links = sheet('cover').rows.flatMap(({ cells }) =>
      cells.filter((cell) => typeof cell === 'object' && cell !== null && 'sheet' in cell),
    )
    expect(links).toHaveLength(12)
  })

  it('is one or both languages throughout', () => {
    const said = (language: string) => rowsOf(sheet('tracking', language))[20]!
    const heading = (language: string) => Object.keys(said(language))[5]
    expect([heading('vi'), heading('en'), heading('both')]).toEqual([
      'Đạt được trong kỳ',
      'Achieved in the period',
      'Đạt được trong kỳ / Achieved in the period',
    ])
    const names = ['vi', 'en'].map((language) => wordsIn(Object.values(said(language))[1]!))
    const both = wordsIn(Object.values(said('both'))[1]!)
    for (const name of names) expect(both).toContain(name)
  })

  it('has the same numbers in every language; the page of the summary has room for fewer where there are two', () => {
    const numbers = (language: string, isSummary: boolean) =>
      plans
        .get(language)!
        .sheets.filter(({ key }) => (key === 'summary') === isSummary)
        .map(({ rows }) => rows.flatMap(({ cells }) => cells.map(numberIn).filter((one) => one !== undefined)))
    expect(numbers('vi', false)).toEqual(numbers('en', false))
    expect(numbers('both', false)).toEqual(numbers('en', false))
    expect(numbers('vi', true)).toEqual(numbers('en', true))
    expect(numbers('en', true).flat()).toEqual(expect.arrayContaining(numbers('both', true).flat()))
  })

  it('prints n and d with every ratio on the component sheets', () => {
    const { rows } = sheet('component-protection')
    const at = rows.findIndex(({ cells, style }) => !style && wordsIn(cells[0] ?? null) === 'V6')
    const headings = rows.findLast(({ style }, nth) => style === 'heading' && nth < at)!.cells.map(wordsIn)
    const values = headings.flatMap((said, nth) => (/ \([A-Z][a-z]{2}\s|^To date$/.test(String(said)) ? [nth] : []))
    expect(values.length).toBeGreaterThan(1)
    for (const nth of values) {
      expect(headings[nth + 1]).toMatch(/^num\., n: /)
      expect(headings[nth + 2]).toMatch(/^den\.: /)
    }
  })
})
