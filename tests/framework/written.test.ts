import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { tableNames } from '../../db/tables.ts'
import { readFolder } from '../../src/framework/folder-load.ts'
import { handOver } from '../../src/framework/handovers/hand-over.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import { type ListTexts, readProject } from '../../src/framework/read.ts'
import { saveProject } from '../../src/framework/save.ts'
import { loadWritten } from '../../src/framework/written/project-load.ts'
import { textsOf } from '../../src/framework/written/written.ts'
import fc from '../fast-check.ts'
import { emptyDb } from '../support/database.ts'
import { small, TWO_PHASES, texts } from './small.ts'

const both = (text: string) => ({ vi: text, en: `${text} (en)` })

function dataOf(given: ListTexts): ProjectData {
  const read = readProject(given)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.data
}

function loaded(data: ProjectData): Db | null {
  const db = emptyDb()
  return saveProject(db, null, data, 0) === 'saved' ? db : null
}

const saved = (db: Db) => textsOf(loadWritten(db)!)

/** Every row of what is framework or a version of it, in an order of its own. */
function contents(db: Db): Record<string, string[]> {
  const rows = (table: string) =>
    (db.prepared(`select * from ${table}`).all() as unknown[][]).map((row) => JSON.stringify(row)).sort()
  return Object.fromEntries(tableNames('framework', 'version').map((table) => [table, rows(table)]))
}

/** Who reports what one by one: a list may write it in several ways. */
const oneByOne = ({ assignments, ...data }: ProjectData) => ({
  ...data,
  assignments: assignments
    .flatMap(({ places, indicators, takesOver, ...row }) =>
      places.flatMap((place) =>
        indicators.map((indicator) => {
          const taken = takesOver.map((one) => `${one.partner} ${one.place ?? place}`)
          return JSON.stringify({ ...row, place, indicator, taken })
        }),
      ),
    )
    .sort(),
})

/** One of each kind of change, and two that are known on one day. */
const CHANGES = [
  {
    change: 'redefine',
    indicator: 'V1',
    known: '2022-01-10',
    from: '2022-Q1',
    set: { overTime: 'latest', sdg: ['5.2'], gcm: [] },
  },
  {
    change: 'redefine',
    indicator: 'V1',
    known: '2022-01-10',
    from: '2021-Q1',
    to: '2021-Q2',
    set: { name: both('Tên cũ') },
  },
  {
    change: 'redefine',
    indicator: 'V2',
    known: '2022-01-12',
    from: '2022-Q1',
    to: '2022-Q2',
    set: { means: both('Sổ mới') },
  },
  { change: 'retire', indicator: 'V3', known: '2022-02-01', last: '2022-Q2' },
  // Of the same day: it is known after the row before, and read back from there.
  {
    change: 'redefine',
    indicator: 'V3',
    known: '2022-02-01',
    from: '2021-Q3',
    to: '2021-Q4',
    set: { name: both('Tên khác') },
  },
  { change: 'split', indicator: 'V1', known: '2022-02-02', from: '2022-Q1', breakdowns: ['sex'] },
  { change: 'split', indicator: 'V2', known: '2022-02-02', from: '2022-Q2', to: '2022-Q3', breakdowns: ['age', 'sex'] },
  {
    change: 'list-category',
    breakdown: 'sex',
    category: 'intersex',
    known: '2022-02-03',
    from: '2022-Q1',
    name: both('Liên giới tính'),
  },
  {
    change: 'list-category',
    breakdown: 'sex',
    category: 'intersex',
    known: '2022-02-04',
    from: '2022-Q3',
    name: both('Khác'),
  },
  { change: 'end-category', breakdown: 'sex', category: 'intersex', known: '2022-02-05', last: '2022-Q3' },
  {
    change: 'place',
    place: 'ky-son-2025',
    known: '2022-03-01',
    name: both('Kỳ Sơn'),
    lastDay: '2026-06-30',
    became: ['nghe-an'],
  },
  { change: 'place', place: 'ky-son-2025', known: '2022-03-02', lastDay: null },
  { change: 'place', place: 'ky-son', known: '2022-03-02', became: ['nghe-an'] },
  { change: 'plan', known: '2022-04-01', last: '2023-Q2', phases: TWO_PHASES },
  { change: 'plan', known: '2022-04-02', phases: [] },
] as const

/** What the projects of the property are made of: each is in one or not. */
const PARTS: ((project: ReturnType<typeof small>) => void)[] = [
  (p) => Object.assign(p, { phases: TWO_PHASES }),
  (p) =>
    p.targets.phases.push(
      { phase: 'two', indicator: 'V1', value: 9 },
      { phase: 'two', indicator: 'V1', place: 'nghe-an', value: 4 },
    ),
  (p) => Object.assign(p.targets, { project: [], places: [], years: [], quarters: [], revised: [] }),
  (p) => p.targets.quarters.push({ indicator: 'V1', place: null, values: [1, 2, 3] }),
  (p) => p.indicators[0]!.schemes.push({ kind: 'partition', breakdowns: ['age'], from: '2021-Q3', to: '2022-Q1' }),
  (p) => Object.assign(p.indicators[0]!.schemes[0]!, { to: '2021-Q4' }),
  (p) =>
    Object.assign(p.indicators[1]!, {
      frequency: 'survey',
      rounds: ['2021-Q2', { from: '2021-Q3', to: '2021-Q4', name: both('Cuối năm') }],
    }),
  (p) => Object.assign(p.indicators[1]!, { yearStart: 4, frequency: 'annual', decimals: 2, sensitivity: 2 }),
  (p) => Object.assign(p.indicators[0]!, { range: { least: 0, most: 8.5 } }),
  (p) => Object.assign(p.indicators[0]!, { range: { most: 8 } }),
  (p) => Object.assign(p.project, { settings: { fiscalStartMonth: 7 } }),
  (p) => p.baselines.push({ ...p.baselines[0]!, place: null, base: null, setOn: '2021-02-01' }),
  (p) =>
    Object.assign(p, {
      donors: [
        { code: 'd', name: both('Nhà tài trợ'), threshold: 7, language: 'vi', rag: { green: 95, amber: 80 } },
        {
          code: 'e',
          name: both('Nhà tài trợ khác'),
          identifier: 'XM-1',
          fiscalStartMonth: 10,
          layout: { project: 'year', province: 'none', breakdown: 'year', years: 'fiscal' },
        },
      ],
    }),
  (p) =>
    Object.assign(p.project, {
      dueDays: 30,
      thresholds: { donor: 6, public: 12 },
      short: both('Sổ'),
      lead: both('Theo dõi.'),
    }),
  (p) => p.relations.push({ indicator: 'V2', counted: 'V1' }),
  (p) => p.places.reverse(),
  (p) => Object.assign(p.assignments[1]!, { takesOver: [] }),
  (p) =>
    p.assignments.push({
      ...p.assignments[0]!,
      indicators: ['V3'],
      places: ['nghe-an', 'ky-son', 'ky-son-2025'],
      to: null,
    }),
]

describe('a project that is saved', () => {
  it.each(readdirSync('fixtures').filter((name) => existsSync(`fixtures/${name}/indicators.json`)))(
    'as loaded from fixtures/%s is the project of that folder',
    (name) => {
      const read = readFolder(`fixtures/${name}`) as { data: ProjectData }
      const db = loaded(read.data)!
      const again = dataOf(saved(db))
      expect(oneByOne(again)).toEqual(oneByOne(read.data))
      const second = loaded(again)!
      expect(contents(second)).toEqual(contents(db))
      expect(saved(second)).toEqual(saved(db))
    },
  )

  it('tells every kind of change, in its order and from its day', () => {
    const data = dataOf(texts({ ...small(), changes: [...CHANGES] }))
    const db = loaded(data)!
    const again = dataOf(saved(db))
    const plain = (changes: ProjectData['changes']) => changes.filter(({ change }) => change !== 'plan')
    expect(plain(again.changes)).toEqual(plain(data.changes))
    expect(contents(loaded(again)!)).toEqual(contents(db))
  })

  it('is the same after it was loaded again, whatever it is made of', () => {
    let tried = 0
    fc.assert(
      fc.property(fc.subarray(PARTS), fc.subarray([...CHANGES]), (parts, changes) => {
        const project = small()
        for (const part of parts) part(project)
        const read = readProject(texts({ ...project, changes }))
        const db = 'data' in read ? loaded(read.data) : null
        fc.pre(db !== null)
        tried += 1
        const again = dataOf(saved(db!))
        expect(again.assignments.length).toBeGreaterThan(0)
        expect(contents(loaded(again)!)).toEqual(contents(db!))
        expect(saved(loaded(again)!)).toEqual(saved(db!))
      }),
      { numRuns: 30 },
    )
    expect(tried).toBe(30)
  })

  it('has who reports what as it is now, after a duty was handed over in the program', () => {
    const data = dataOf(texts(small()))
    const db = loaded({ ...data, assignments: data.assignments.slice(0, 1).map((row) => ({ ...row, to: null })) })!
    const [place] = db.prepared("select id from place where slug = 'ky-son-2025'").get() as [number]
    const passing = {
      predecessor: { partnerId: 1, placeId: 2 },
      heir: { partnerId: 1, placeId: place },
      from: 2025 * 4 + 2,
    }
    expect(handOver(db, null, { ...passing, indicators: ['V1'], assigns: true }, Date.parse('2025-07-05'))).toBeNull()
    const again = dataOf(saved(db))
    expect(again.assignments.filter(({ takesOver }) => takesOver.length > 0)).toMatchObject([
      { places: ['ky-son-2025'], indicators: ['V1'], takesOver: [{ partner: 'police', place: 'ky-son' }] },
    ])
    expect(saved(loaded(again)!)).toEqual(saved(db))
  })

  it('is none in a file without a project', () => {
    expect(loadWritten(emptyDb())).toBeNull()
  })
})
