import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/figures/answer.ts'
import type { IndicatorChange } from '../../src/indicators/definitions/changes.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { type Axis, comparedTable, type TableOptions } from '../../src/targets/compared-table.ts'
import type { Compare } from '../../src/targets/comparison.ts'

const indicator = { code: 'A', measure: 'count', stages: [] as DefinedIndicator['stages'] } as DefinedIndicator
const source = { vi: 'n', en: 's' }
/** A category that comes on the first day of a quarter. */
const broken = (from: number): IndicatorChange => ({
  of: 'categories',
  from,
  breakdown: { id: 1, code: 'sex', name: { vi: 'Giới', en: 'Sex' }, categories: [] },
  added: [{ id: 1, code: 'x', name: { vi: 'ẩn', en: 'unknown' }, definitions: [] }],
  ended: [],
  renamed: [],
})
const answer = (overlaps = false) =>
  ({
    span: (key: string) => ({ key, from: Number(key[1]), to: Number(key[1]) }),
    definition: (code: string, span: string) => (span === 'q3' ? { code, measure: 'ratio', stages: [] } : indicator),
    figure: (...keys: string[]) => ({
      ...{ state: 'reported', value: keys.join('/'), flags: [] },
      ...(keys[2] === 'q3' ? { coverage: [1, 1], flags: ['break', 'carried'] } : {}),
    }),
    covers: () => null,
    overlaps: () => overlaps,
    breaks: () => [1, 2, 3, 4].map(broken),
    lists: [],
    basis: 'approved',
    map: 'today',
    asAt: 5,
  }) as unknown as Answer
const compare: Compare = (_, ref, span, figure, heading) =>
  ({ target: `${ref.group} ${span.from} ${heading}`, progress: figure.value }) as unknown as ReturnType<Compare>

const axis = (are: Axis['are'], ...keys: string[]): Axis => ({
  are,
  headings: keys.map((key) => ({ key, label: { vi: key, en: key } })),
})
const made = (wish: Partial<TableOptions>, overlaps = false) =>
  comparedTable(
    answer(overlaps),
    {
      id: 't',
      title: source,
      indicator,
      rows: axis('periods', 'q1', 'q2'),
      columns: axis('places', 'p'),
      at: {},
      source,
      ...wish,
    },
    compare,
  )

describe('a compared table', () => {
  it('tells the breaks that fall into its spans, or begin one, in both languages, and no others', () => {
    const days = (wish: Partial<TableOptions>) => made(wish).breaks.map(({ en }) => /From (.*?):/.exec(en)?.[1])
    expect(made({ rows: axis('periods', 'q1') }).breaks).toEqual([
      {
        vi: '[b] Từ 01/04/1900: Giới: thêm nhóm “ẩn”.',
        en: '[b] From 1 Apr 1900: Sex: “unknown” is new.',
      },
    ])
    expect(days({ rows: axis('periods', 'q1', 'q3') })).toHaveLength(2)
    expect(days({ rows: axis('places', 'p'), columns: axis('periods', 'q2') })).toHaveLength(1)
  })

  it('has the figure of each row and column, with what it is held against', () => {
    expect(made({})).toMatchObject({
      id: 't',
      title: source,
      indicator,
      rowsAre: 'periods',
      columnsAre: 'places',
      basis: 'approved',
      map: 'today',
      asAt: 5,
      source,
      overlapping: false,
    })
    expect(made({}).rows.map(({ key }) => key)).toEqual(['q1', 'q2'])
    expect(made({}).columns.map(({ key }) => key)).toEqual(['p'])
    expect(made({}).cells.flat()).toEqual([
      {
        id: 'A|p|q1|',
        ref: { indicator: 'A', group: 'p', span: 'q1', cell: '' },
        figure: { state: 'reported', value: 'A/p/q1/', flags: [] },
        period: { from: 1, to: 1 },
        covers: null,
        target: 'p 1 q1',
        progress: 'A/p/q1/',
      },
      expect.objectContaining({ id: 'A|p|q2|', target: 'p 2 q2' }),
    ])
  })

  it('lays categories out with the keys that all of them share', () => {
    const { cells } = made({
      rows: axis('categories', 'sex=m'),
      columns: axis('periods', 'q2'),
      at: { group: 'project' },
    })
    expect(cells[0]![0]!.ref).toEqual({ indicator: 'A', group: 'project', span: 'q2', cell: 'sex=m' })
    expect(cells[0]![0]).toMatchObject({ target: 'project 2 q2' })
  })

  it('asks by another key than a heading has, and is held against what the heading says', () => {
    const columns = { ...axis('periods', 'period', 'to-date'), keys: ['q1', 'q1'] }
    const [row] = made({ rows: axis('places', 'p'), columns }).cells
    expect(row!.map(({ ref, target }) => [ref.span, target])).toEqual([
      ['q1', 'p 1 period'],
      ['q1', 'p 1 to-date'],
    ])
    const rows = { ...axis('places', 'shown'), keys: ['asked'] }
    expect(made({ rows, columns: axis('periods', 'q1') }).cells[0]![0]!.ref.group).toBe('asked')
  })

  it('says that rows overlap only where its rows or columns are categories that do', () => {
    const split = { rows: axis('categories', 'a'), columns: axis('periods', 'q1') }
    expect(made(split, true).overlapping).toBe(true)
    expect(made({ rows: axis('periods', 'q1'), columns: axis('categories', 'a') }, true).overlapping).toBe(true)
    expect(made(split, false).overlapping).toBe(false)
    expect(made({}, true).overlapping).toBe(false)
  })

  it('holds no number of another kind than its indicator names: what was measured otherwise has tables of its own', () => {
    const [before, after] = made({ rows: axis('periods', 'q3', 'q1') }).cells.map(([cell]) => cell!.figure)
    expect(before).toMatchObject({ state: 'not additive', value: null, why: 'definitions', flags: ['break'] })
    expect(after).toMatchObject({ state: 'reported' })
  })

  it.each(['undefined', 'not reported', 'not applicable', 'not due'] as const)(
    'of another kind says of a figure that is %s that it is not comparable only where it was worked out',
    (state) => {
      const given = {
        ...answer(),
        figure: () => ({ state, value: null, coverage: [1, 1], flags: [] }),
      } as unknown as Answer
      const options = { id: 't', title: source, indicator, columns: axis('places', 'p'), at: {}, source }
      const { cells } = comparedTable(given, { ...options, rows: axis('periods', 'q3') }, compare)
      expect(cells[0]![0]!.figure.state).toBe(state === 'undefined' ? 'not additive' : state)
    },
  )

  it.each([
    [[], { from: 1, to: 2 }],
    [['carried'], null],
  ])(
    'says which dates the values of a figure flagged %j have, unless some were carried on from before',
    (flags, covers) => {
      const given = {
        ...answer(),
        figure: () => ({ state: 'reported', value: 1, coverage: [1, 1], flags }),
        covers: () => ({ from: 1, to: 2 }),
      } as unknown as Answer
      const options = { id: 't', title: source, indicator, columns: axis('places', 'p'), at: {}, source }
      const { cells } = comparedTable(given, { ...options, rows: axis('periods', 'q1') }, compare)
      expect(cells[0]![0]!.covers).toEqual(covers)
    },
  )

  const withAnswer = (more: object, wish: Partial<TableOptions> = {}) => {
    const options = {
      id: 't',
      title: source,
      indicator,
      rows: axis('periods', 'q1'),
      columns: axis('places', 'p'),
      at: {},
      source,
    }
    return comparedTable({ ...answer(), ...more } as unknown as Answer, { ...options, ...wish }, compare)
  }

  it.each([
    [{ from: 1, to: 1 }, null],
    [
      { from: 0, to: 1 },
      { from: 0, to: 1 },
    ],
    [
      { from: 1, to: 2 },
      { from: 1, to: 2 },
    ],
    [null, null],
  ])('says the dates of values from %j beside a period of one quarter only where they are others', (covers, told) => {
    expect(withAnswer({ covers: () => covers }).cells[0]![0]!.covers).toEqual(told)
  })

  const stage = (vi: string, en: string) => ({ vi, en })
  const staged = (...stages: { vi: string; en: string }[]) => ({ ...indicator, stages }) as unknown as DefinedIndicator
  it.each([
    ['alike', [stage('thảo', 'drafted')], [stage('thảo', 'drafted')], false],
    ['otherwise in one language', [stage('soạn', 'drafted')], [stage('thảo', 'drafted')], true],
    ['otherwise in the other', [stage('thảo', 'written')], [stage('thảo', 'drafted')], true],
  ])('names the stages of a figure whose stages were called %s then', (_, then, now, told) => {
    const own = staged(...then)
    const { cells } = withAnswer({ definition: () => own }, { indicator: staged(...now) })
    expect(cells[0]![0]).toMatchObject(told ? { stages: then } : { id: 'A|p|q1|', figure: { state: 'reported' } })
    expect('stages' in cells[0]![0]!).toBe(told)
  })

  it('asks for the whole where nothing else is said', () => {
    const found = made({ rows: axis('categories', 'sex=m'), columns: axis('periods', 'q1') }).cells[0]![0]
    expect(found!.ref).toEqual({ indicator: 'A', group: '', span: 'q1', cell: 'sex=m' })
    const other = made({ rows: axis('categories', 'sex=m'), columns: axis('places', 'p'), at: {} }).cells[0]![0]
    expect(other!.ref).toEqual({ indicator: 'A', group: 'p', span: '', cell: 'sex=m' })
  })

  it('tells no break where there is none, whatever its spans are', () => {
    expect(withAnswer({ breaks: () => [] }).breaks).toEqual([])
  })
})
