import { beforeAll, describe, expect, it } from 'vitest'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { columnHeading, isEmpty, type RawTable } from '../../../src/releases/content/tables.ts'
import { NOTHING_TICKED } from '../../../src/releases/ticks/tick.ts'
import { q } from '../../support/small-project.ts'
import { MADE, smallProject, smallRelease } from '../small-report/report.ts'

let tables: RawTable[]
beforeAll(() => {
  const world = smallProject()
  // Of a third province nobody says who the seven are.
  world.place('ba').known('ba', { name: { vi: 'Tỉnh ba', en: 'Province ba' } }, 1)
  world.assign('B', 'ba').fact(['B', 'ba', '2020-Q1'], 7)
  // Asked of nobody.
  world.describe('H', { result: 2 })
  tables = loadSource(world.db, smallRelease(), MADE, NOTHING_TICKED).tables
})
const tableOf = (id: string) => tables.find(({ table }) => table.id === id)!.table
const both = (list: readonly { label: { vi: string; en: string } }[]) =>
  list.map(({ label: { vi, en } }) => `${vi} / ${en}`)

describe('the tables of a report', () => {
  it('are one for each indicator, by what it is asked for, and no two of one name', () => {
    const ids = tables.map(({ table }) => table.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.includes('/B/'))).toEqual([
      'tracking/B//to-date',
      'series/B//quarter',
      'provinces/B//year',
      'totals/B//year',
      'breakdown/B/sex/year',
      'years/B//year',
    ])
  })

  it('bear the name of the indicator, and of what it is broken down by', () => {
    expect(tableOf('series/B//quarter').title).toEqual({ vi: 'Chỉ số B', en: 'Indicator B' })
    const broken = tables.find(({ section }) => section === 'breakdown')!
    expect(broken.table.title).toEqual({ vi: 'Chỉ số B – Giới', en: 'Indicator B – Sex' })
    expect(broken.breakdown).toEqual({ vi: 'Giới', en: 'Sex' })
    expect(tables.find(({ section }) => section === 'series')!.breakdown).toBeNull()
  })

  it('have places or categories as rows, and what is not divided as one of its own', () => {
    expect(both(tableOf('provinces/B//year').rows)).toEqual([
      'Tỉnh ha / Province ha',
      'Tỉnh no / Province no',
      'Tỉnh ba / Province ba',
    ])
    const [first, ...categories] = both(tableOf('breakdown/B/sex/year').rows).sort()
    expect([first, ...categories]).toEqual([
      'Không tách được theo phân tổ này / Cannot be split this way',
      'Nam / Men',
      'Nữ / Women',
    ])
    expect(both(tableOf('tracking/B//to-date').rows)).toEqual(['Toàn dự án / Whole project'])
  })

  it('have periods as columns, each with its dates, and in the tracking table what was reached and all to date', () => {
    expect(both(tableOf('tracking/B//to-date').columns)).toEqual([
      'Đạt được trong kỳ / Achieved in the period',
      'Lũy kế / Cumulative to date',
    ])
    const { columns } = tableOf('series/B//quarter')
    expect(both(columns)[0]).toBe('Quý I/2020 / Q1 2020')
    expect(columns[0]!.dates).toEqual({ vi: '01/01/2020 – 31/03/2020', en: '1 Jan 2020 – 31 Mar 2020' })
  })

  it('leave out places that owe nothing, but from the tracking table nothing', () => {
    expect(both(tableOf('provinces/D//quarter').rows)).toEqual(['Tỉnh ha / Province ha'])
    const tracked = tables.filter(({ section }) => section === 'tracking').map(({ table }) => table.indicator.code)
    expect(tracked.sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
  })

  it('are none by periods or places in which nothing is due, but track what is not due and plan its years', () => {
    const sections = (code: string) =>
      tables.filter(({ table }) => table.indicator.code === code).map(({ section }) => section)
    expect(sections('H')).toEqual(['tracking', 'years'])
  })

  it('hold no number where nothing was approved, and one where anything was', () => {
    const of = (...states: string[][]) =>
      isEmpty([{ table: { cells: states.map((row) => row.map((state) => ({ figure: { state } }))) } }] as never)
    expect(of(['not reported', 'not due'])).toBe(true)
    expect(of(['not reported', 'reported'], ['not due'])).toBe(false)
    expect(of(['not due'], ['reported'])).toBe(false)
    expect([isEmpty([]), isEmpty(tables)]).toEqual([true, false])
    expect(isEmpty([{ table: { cells: [] } } as never, tables[0]!])).toBe(false)
    // What lies before the report is nothing of it.
    expect(isEmpty(tables.map((one) => ({ ...one, section: 'before' as const })))).toBe(true)
  })

  it('call a period by its name, and what has come to date by how far back it goes', () => {
    const named = {
      from: q('2020-Q1'),
      to: q('2020-Q2'),
      grain: 'half-year' as const,
      key: '2020-H1',
      year: 2020,
      nth: 1,
    }
    const heading = (key: string) => columnHeading({ key, named })
    const dates = { vi: '01/01/2020 – 30/06/2020', en: '1 Jan 2020 – 30 Jun 2020' }
    expect(heading('phase-to-date')).toEqual({
      ...{ key: 'phase-to-date', dates, label: { vi: 'Lũy kế giai đoạn', en: 'Cumulative in the phase' } },
    })
    expect(heading('2020-H1')).toEqual({ key: '2020-H1', dates, label: { vi: '6 tháng đầu năm 2020', en: 'H1 2020' } })
  })
})
