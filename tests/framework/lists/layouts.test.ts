import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readFolder } from '../../../src/framework/folder-load.ts'
import { LIST_NAMES } from '../../../src/framework/list-name.ts'
import { problemLine } from '../../../src/framework/problem.ts'
import { problemText } from '../../../src/framework/problem-in-words.ts'
import { readProject } from '../../../src/framework/read.ts'
import { saveProject } from '../../../src/framework/save.ts'
import { filesOf } from '../../../src/framework/written/written.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { donorsIn } from '../../../src/project/donor-store.ts'
import { emptyDb } from '../../support/database.ts'
import { problemsAfter, small, texts } from '../small.ts'

const both = (text: string) => ({ vi: text, en: `${text} (en)` })
const layout = {
  code: 'fcdo',
  name: both('Khung'),
  fiscalStartMonth: 4,
  sheets: [{ is: 'data', name: both('Số liệu') }, { is: 'notes' }, { is: 'tracking' }],
  columns: [{ is: 'ref' }, { is: 'cumulative', name: both('Hiện tại') }],
}
const wrong = (change: (one: typeof layout & Record<string, unknown>) => void) =>
  problemsAfter((project) => {
    const one = structuredClone(layout)
    change(one)
    project.layouts = [one]
  }).map(problemLine)

describe('a layout of workbooks', () => {
  it('says how the reports of donors are made that name it, where they say nothing themselves', () => {
    const project = small()
    project.layouts = [layout]
    project.donors = [
      { code: 'one', name: both('Một'), workbook: 'fcdo' },
      { code: 'two', name: both('Hai'), workbook: 'fcdo', fiscalStartMonth: 7, language: 'en' },
      { code: 'three', name: both('Ba') },
    ]
    const read = readProject(texts(project))
    const db = emptyDb()
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    saveProject(db, null, read.data, 0)
    const [one, two, three] = donorsIn(db)
    expect([one, two, three].map((donor) => [donor?.language, donor?.fiscalStartMonth])).toEqual([
      ['both', 4],
      ['en', 7],
      ['both', null],
    ])
    expect(one?.workbook).toEqual({
      code: 'fcdo',
      name: both('Khung'),
      sheets: [
        { is: 'data', name: both('Số liệu') },
        { is: 'notes', name: null },
        { is: 'tracking', name: null },
      ],
      columns: [
        { is: 'ref', name: null },
        { is: 'cumulative', name: both('Hiện tại') },
      ],
      deviations: { below: 'red', above: 120 },
    })
    expect(three?.workbook).toBeNull()
  })

  it.each([
    [
      'names no sheet that there is not',
      (one) => one.sheets.push({ is: 'budget' }),
      'sheets.3.is: not-on-the-list "budget"',
    ],
    [
      'names no column that there is not',
      (one) => one.columns.push({ is: 'cost' }),
      'columns.2.is: not-on-the-list "cost"',
    ],
    ['has each sheet once', (one) => one.sheets.push({ is: 'notes' }), 'sheets.3.is: twice "notes"'],
    ['has each column once', (one) => one.columns.push({ is: 'ref' }), 'columns.2.is: twice "ref"'],
    ['has the sheet that figures follow', (one) => one.sheets.shift(), 'sheets: missing "data"'],
    ['has a column', (one) => one.columns.splice(0), 'columns: out-of-range'],
    [
      'is amber below green',
      (one) => Object.assign(one, { rag: { green: 70, amber: 70 } }),
      'rag.amber: does-not-fit "70"',
    ],
  ] as [string, (one: typeof layout) => unknown, string][])('%s', (_, change, problem) => {
    const [line, ...others] = wrong(change)
    expect(line).toContain('donors/fcdo.json')
    expect(line).toContain(problem)
    expect(others).toEqual([])
  })

  it('is told in a sentence by its file, sheet and what there is', () => {
    const [problem] = problemsAfter((project) => {
      project.layouts = [{ ...layout, sheets: [...layout.sheets, { is: 'budget' }] }]
    })
    const text = problemText(problem!, wordsFor('en'))
    expect(text).toMatch(/^donors\/fcdo\.json, .*sheets › 4 › is/)
    expect(text).toContain('budget')
    expect(text).toContain('tracking')
  })

  it('is named by donors only where there is one of that code, and by results only outputs have weights', () => {
    const donor = problemsAfter((project) => {
      project.donors = [{ code: 'one', name: both('Một'), workbook: 'nobody' }]
    })
    expect(donor.map(problemLine)).toEqual(['donors.json, row 1 (one), workbook: unknown "nobody"'])
    const result = problemsAfter((project) => {
      Object.assign(project.results[1]!, { weight: 100 })
    })
    expect(result.map(problemLine)).toEqual(['results.json, row 2 (1), weight: does-not-fit "100"'])
  })

  it('is a file of its own, which is named where it is no JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layouts-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'donors'))
    const project = { ...small(), layouts: [layout] }
    for (const [file, text] of filesOf(texts(project))) writeFileSync(join(folder, file), text)
    expect(JSON.parse(readFileSync(join(folder, 'donors/fcdo.json'), 'utf8'))).toEqual(layout)
    expect(filesOf(texts(project)).length).toBe(LIST_NAMES.length)
    expect(Object.keys(readFolder(folder))).toEqual(['data'])
    writeFileSync(join(folder, 'donors/eu.json'), '{')
    const read = readFolder(folder)
    expect('problems' in read && read.problems.map(problemLine)).toEqual([
      expect.stringMatching(/^donors\/eu\.json \(eu\): not-json/),
    ])
  })
})
