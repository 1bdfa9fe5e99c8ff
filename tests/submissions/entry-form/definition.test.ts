import { describe, expect, it } from 'vitest'
import {
  formDefinition,
  numberField,
  rowsIn,
  rowsOn,
  sectionsOf,
} from '../../../src/submissions/entry-form/definition.ts'
import { screenQuery, versionField } from '../../../src/submissions/form.ts'
import { componentOf, sectionOf } from '../../../src/vocabulary/component.ts'
import type { Measure } from '../../../src/vocabulary/indicator.ts'
import { BREAKDOWNS, definition, indicator, QUARTER, row } from './definitions.ts'

describe('what one indicator asks for', () => {
  const grids = (...given: Parameters<typeof row>) =>
    row(...given).grids.map(({ kind, breakdowns, cells }) => [kind, breakdowns.map(({ code }) => code), cells])

  it('is its undivided value where it has no primary breakdown, beside extra ones too', () => {
    expect(grids('V1', 'count')).toEqual([['primary', [], ['']]])
    expect(grids('V1', 'count', [['multiple', 'service']])).toEqual([
      ['primary', [], ['']],
      ['multiple', ['service'], ['service=legal', 'service=health']],
    ])
  })

  it('is every combination of its primary breakdowns, the last running fastest; then partitions, then multiples', () => {
    expect(
      grids('V1', 'count', [
        ['multiple', 'service'],
        ['partition', 'age'],
        ['primary', 'status', 'age'],
      ]),
    ).toEqual([
      [
        'primary',
        ['status', 'age'],
        ['age=child|status=victim', 'age=adult|status=victim', 'age=child|status=other', 'age=adult|status=other'],
      ],
      ['partition', ['age'], ['age=child', 'age=adult']],
      ['multiple', ['service'], ['service=legal', 'service=health']],
    ])
  })

  it('has the categories that were on their lists in the quarter', () => {
    const [sex] = BREAKDOWNS
    const ended = sex!.categories.map((one, nth) =>
      nth === 2 ? { ...one, definitions: [{ ...one.definitions[0]!, to: QUARTER - 1 }] } : one,
    )
    const cells = (quarter: number) =>
      formDefinition([indicator('V1', 'count', [['primary', 'sex']])], [{ ...sex!, categories: ended }], quarter)
        .rows[0]!.grids[0].cells
    expect(cells(QUARTER - 1)).toEqual(['sex=male', 'sex=female', 'sex=not-recorded'])
    expect(cells(QUARTER)).toEqual(['sex=male', 'sex=female'])
  })

  it('is split as it was in the quarter', () => {
    const split = indicator('V1', 'count', [['primary', 'age']])
    const before = formDefinition([split], BREAKDOWNS, split.schemes[0]!.from - 1)
    expect(before.rows[0]!.grids[0].cells).toEqual([''])
    expect(before.quarter).toBe(split.schemes[0]!.from - 1)
  })
})

describe('the screens of a form', () => {
  const form = definition(
    indicator('V1', 'count'),
    indicator('X1', 'count', [], { component: null }),
    indicator('P1', 'count', [], { component: 'prevention' }),
    indicator('V2', 'count'),
  )
  const codes = (rows: ReturnType<typeof rowsIn>) => rows.map((one) => one.indicator.code)

  it('are those of its components in the order of the framework, what belongs to none first', () => {
    const ordered = { ...form, rows: [...form.rows.slice(1), form.rows[0]!] }
    expect(sectionsOf(ordered)).toEqual(['cross-cutting', 'prevention', 'protection'])
    expect(sectionsOf(definition())).toEqual([])
  })

  it('hold the indicators of their component', () => {
    expect(codes(rowsIn(form, 'protection'))).toEqual(['V1', 'V2'])
    expect(codes(rowsIn(form, 'cross-cutting'))).toEqual(['X1'])
    expect(codes(rowsOn(form, 'protection'))).toEqual(['V1', 'V2'])
  })

  it('are all of them where none is named, or one there is not', () => {
    expect(codes(rowsOn(form, undefined))).toEqual(['V1', 'X1', 'P1', 'V2'])
    expect(codes(rowsOn(form, 'prosecution'))).toEqual(['V1', 'X1', 'P1', 'V2'])
  })

  it('are named by their component, and back', () => {
    for (const section of ['cross-cutting', 'prevention', 'protection'])
      expect(sectionOf(componentOf(section))).toBe(section)
    expect(componentOf('cross-cutting')).toBeNull()
    expect(sectionOf(null)).toBe('cross-cutting')
  })

  it('are read from an address, none where it makes no sense, and that is named', () => {
    expect(screenQuery.parse({ component: 'protection' })).toEqual({ component: 'protection', misread: [] })
    const misread = [{ parameter: 'component', value: 'No sense' }]
    expect(screenQuery.parse({ component: 'No sense' })).toEqual({ component: undefined, misread })
    expect(screenQuery.parse({})).toEqual({ component: undefined, misread: [] })
  })
})

it.each<[Measure, 'v' | 'd', boolean, boolean]>([
  ['count', 'v', true, false],
  ['ratio', 'v', true, false],
  ['ratio', 'd', true, false],
  ['mean', 'v', false, true],
  ['mean', 'd', true, false],
  ['median', 'v', false, false],
  ['median', 'd', true, false],
  ['milestone', 'v', true, false],
])('of a %s %s is whole: %s, may be below zero: %s', (measure, part, whole, negative) => {
  expect(numberField(measure, part)).toEqual({ whole, negative })
})

it.each([
  ['3', 3],
  ['', 0],
  ['x', 0],
  ['1.5', 0],
  ['1e99', 0],
  ['-1', -1],
])('the version %j is read as %d', (text, version) => {
  expect(versionField.parse(text)).toBe(version)
})
