import { parseQuarter } from '../../../src/calendar/quarter.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import type { Release } from '../../../src/releases/release.ts'
import { NOTHING_TICKED } from '../../../src/releases/ticks/tick.ts'
import type { Cell, RowPlan, WorkbookPlan } from '../../../src/releases/workbook/plan.ts'
import { q, World } from '../../support/world.ts'

/** When the report is made: a day in the spring after its year. */
export const MADE = Date.parse('2021-03-01T09:00:00+07:00')

type Described = {
  rules?: [measure: string, overPlaces: string, overTime: string]
  result?: number
  sensitivity?: number
  scale?: number
  decimals?: number
  targetStage?: number
  tags?: [sdg: string, gcm: string]
}

/** A small project of which everything has a name in both languages, as a workbook prints it. */
class Named extends World {
  describe(code: string, given: Described = {}): this {
    const {
      rules = ['count', 'sum', 'sum'],
      result = 1,
      sensitivity = 0,
      scale = 1,
      decimals = 0,
      tags = ['', ''],
    } = given
    const id = this.run(
      'insert into indicator (code, result_id, position) values (?, ?, ?)',
      code,
      result,
      code.charCodeAt(0),
    )
    this.know(`indicator ${code}`, id)
    this.run(
      `insert into indicator_definition (indicator_id, from_quarter, known_from, name_vi, name_en, definition_vi, definition_en,
         counting_unit_vi, counting_unit_en, measure, over_places, over_time, disjoint_reporters, direction, sensitivity,
         frequency, scale, decimals, target_stage, means_vi, means_en, responsible_vi, responsible_en, sdg, gcm)
       values (?, 7960, 0, ?, ?, ?, ?, 'người', 'person', ?, ?, ?, 0, 'higher', ?, 'quarterly', ?, ?, ?, 'Sổ', 'Register', 'Sở', 'Department', ?, ?)`,
      ...[id, `Chỉ số ${code}`, `Indicator ${code}`, `Định nghĩa ${code}.`, `Definition of ${code}.`],
      ...[...rules, sensitivity, scale, decimals, given.targetStage ?? null, ...tags],
    )
    return this
  }

  sexes(): this {
    const id = this.run(`insert into breakdown (code, name_vi, name_en, position) values ('sex', 'Giới', 'Sex', 1)`)
    for (const [position, [code, vi, en]] of [
      ['female', 'Nữ', 'Women'],
      ['male', 'Nam', 'Men'],
    ].entries()) {
      const category = this.run('insert into category (breakdown_id, code) values (?, ?)', id, code)
      this.run(
        `insert into category_definition (category_id, from_quarter, known_from, name_vi, name_en, position)
         values (?, 7960, 0, ?, ?, ?)`,
        ...[category, vi, en, position],
      )
    }
    return this.know('breakdown sex', id)
  }

  reported(code: string, by: Record<string, Parameters<World['fact']>[1][]>): this {
    for (const [place, values] of Object.entries(by)) {
      this.assign(code, place)
      for (const [at, given] of values.entries()) this.fact([code, place, `2020-Q${at + 1}`], given)
    }
    return this
  }
}

const people = (female: number, male: number) => ({ 'sex=female': female, 'sex=male': male })

/** One of each kind of indicator, small counts among them, two provinces, four quarters. */
export function smallProject(): Named {
  const world = new Named('2020-Q1').sexes().place('ha').place('no')
  world.run("update project set name_vi = 'Dự án nhỏ', name_en = 'Small project'")
  world.run("insert into donor (code, name_vi, name_en, language, position) values ('d', 'Bộ', 'Ministry', 'both', 0)")
  world.run(
    `insert into component (code, name_vi, name_en, colour, position) values ('prevention', 'Phòng ngừa', 'Prevention', 'blue', 0),
       ('prosecution', 'Truy tố', 'Prosecution', 'amber', 1), ('protection', 'Bảo vệ', 'Protection', 'violet', 2)`,
  )
  for (const slug of ['ha', 'no']) world.known(slug, { name: { vi: `Tỉnh ${slug}`, en: `Province ${slug}` } }, 1)
  for (const [id, component] of [
    [2, 'prevention'],
    [3, 'protection'],
  ] as const)
    world.run(
      `insert into result (id, code, level, component, statement_vi, statement_en, position) values (?, ?, 'outcome', ?, 'x', 'x', ?)`,
      ...[id, `O${id}`, component, id],
    )
  world
    .describe('A', { result: 2, tags: ['5.2,16.2', '10'] })
    .describe('B', { result: 3, sensitivity: 2 })
    .describe('C', { result: 3, sensitivity: 1, rules: ['ratio', 'sum', 'sum'], scale: 100, decimals: 1 })
    .describe('D', { rules: ['mean', 'sum', 'sum'], decimals: 2 })
    .describe('E', { rules: ['milestone', 'sum', 'latest'], targetStage: 1 })
    .describe('F', { result: 2, rules: ['count', 'none', 'sum'] })
    .describe('G', { result: 2, rules: ['ratio', 'sum', 'sum'], scale: 1000 })
  for (const [nth, name] of [
    ['0', 'none'],
    ['1', 'drafted'],
  ])
    world.run(
      `insert into stage (definition_id, nth, name_vi, name_en) select id, ?, ?, ? from indicator_definition where indicator_id = ?`,
      ...[Number(nth), `bước ${name}`, name, world.id('indicator E')],
    )
  for (const [code, value] of [
    ['A', 270],
    ['B', 80],
    ['C', 0.9],
  ] as const)
    world.run(
      `insert into target (indicator_id, kind, from_quarter, to_quarter, value, valid_from) values (?, 'project', ?, ?, ?, 0)`,
      ...[world.id(`indicator ${code}`), q('2020-Q1'), q('2020-Q4'), value],
    )
  world.scheme('B', { kind: 'primary', breakdowns: ['sex'] })
  world
    .target('A', '*', 2020, 400)
    .target('D', '*', 2020, 3)
    .target('B', '*', 2020, 60)
    .target('C', '*', 2020, 0.5)
    .baseline('A', '2020-Q1', [12, null], { vi: 'Khảo sát', en: 'Survey' })
    .baseline('B', '2020-Q1', [3, null], { vi: 'Sổ cũ', en: 'Old register' })
    .reported('A', { ha: [50, 60, 0, 70], no: [10, 20, 30] })
    .reported('B', {
      ha: [people(9, 6), people(1, 2), people(11, 0), people(7, 7)],
      no: [people(12, 1), people(0, 1), people(6, 14), people(2, 1)],
    })
    .reported('C', {
      ha: [
        [1, 20],
        [7, 9],
        [8, 16],
        [9, 12],
      ],
      no: [
        [2, 20],
        [2, 12],
        [6, 11],
        [30, 60],
      ],
    })
    .reported('D', {
      ha: [
        [2.5, 10],
        [3.25, 4],
        [2, 6],
        [4, 5],
      ],
    })
    .reported('E', { ha: [0, 0, 1, 1], no: [0, 0, 0, 0] })
    .reported('F', { ha: [1200, 3, 4, 5], no: [6, 7, 'n/a', 9] })
    .reported('G', {
      ha: [
        [1, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    })
  return world
}

export function smallRelease(over: Partial<Release> = {}): Release {
  return {
    id: 7,
    title: 'Báo cáo / Report',
    donor: 'Ministry',
    donorCode: null,
    audience: 'donor',
    threshold: 5,
    language: 'en',
    from: q('2020-Q1'),
    to: parseQuarter('2020-Q4')!,
    layout: { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' },
    asAt: MADE,
    smallChanges: 'hold',
    uncovers: 0,
    state: 'protected',
    failure: null,
    createdAt: MADE,
    createdBy: 1,
    issuedAt: null,
    issuedBy: null,
    ...over,
  }
}

export function smallSource(over: Partial<Release> = {}) {
  return loadSource(smallProject().db, smallRelease(over), MADE, NOTHING_TICKED)
}

/** A workbook as text: what each row is, then its cells, with whatever is said of how they look. */
export function printed({ sheets, ...about }: WorkbookPlan): string {
  const lines = sheets.flatMap(({ key, name, columns, rows, freeze, print, table, blocks, charts = [] }) => [
    `=== ${key}: ${name}  ${JSON.stringify({ freeze, print, table, blocks })}`,
    columns.map((column) => Object.values(column).join(' ')).join(' | '),
    ...charts.map((chart) => `chart ${JSON.stringify(chart)}`),
    ...rows.map((row) => `[${rowText(row)}] ${row.cells.map(cellText).join(' | ')}`),
  ])
  return [JSON.stringify(about), ...lines, ''].join('\n')
}

/** "heading 11.25 with-next ··#": with what stands on the page of the next row, and which headings stand over numbers. */
function rowText({ style, height, keepWithNext, runsOn, numbers }: RowPlan): string {
  const over = numbers?.map((isOverNumbers) => (isOverNumbers ? '#' : '·')).join('')
  return [style ?? '', height ?? '', keepWithNext && 'with-next', runsOn && 'runs-on', over]
    .filter((said) => said !== undefined)
    .join(' ')
}

function cellText(cell: Cell): string {
  if (cell === null) return '·'
  if (typeof cell === 'string') return JSON.stringify(cell)
  if (typeof cell === 'number') return String(cell)
  return Object.values(cell).map(String).join(' ~ ').replaceAll('\n', '\\n')
}
