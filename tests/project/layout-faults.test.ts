import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import { layoutFaults, usableParts, writtenParts } from '../../src/project/layout-faults.ts'
import { USUAL_WORKBOOK } from '../../src/project/workbook-layout.ts'
import { brokenLayoutText } from '../../src/releases/in-words.ts'

const layout = (sheets: string[], columns: string[] = ['ref']) => ({
  sheets: sheets.map((is) => ({ is, name: null })),
  columns: columns.map((is) => ({ is, name: null })),
})
const both = (text: string) => ({ vi: text, en: `${text} (en)` })

describe('what can’t be followed in a layout of workbooks', () => {
  it.each<[string, ReturnType<typeof layout>, [string, number | null, string, string][]]>([
    ['nothing of one that names what there is', layout(['data', 'notes', 'tracking']), []],
    ['nothing of what is usual', USUAL_WORKBOOK as unknown as ReturnType<typeof layout>, []],
    ['a sheet that is not there', layout(['data', 'budget', 'notes']), [['sheets', 1, 'unknown', 'budget']]],
    ['a column that is not there', layout(['data', 'notes'], ['ref', 'cost']), [['columns', 1, 'unknown', 'cost']]],
    ['a column where sheets are named', layout(['data', 'notes', 'ref']), [['sheets', 2, 'unknown', 'ref']]],
    ['a sheet where columns are named', layout(['data', 'notes'], ['data']), [['columns', 0, 'unknown', 'data']]],
    ['what stands in it twice', layout(['data', 'notes', 'data']), [['sheets', 2, 'twice', 'data']]],
    [
      'what is not there, twice',
      layout(['data', 'notes'], ['cost', 'ref', 'cost', 'ref']),
      [
        ['columns', 0, 'unknown', 'cost'],
        ['columns', 2, 'twice', 'cost'],
        ['columns', 3, 'twice', 'ref'],
      ],
    ],
    [
      'sheets without which the others can’t be read',
      layout(['summary']),
      [
        ['sheets', null, 'missing', 'data'],
        ['sheets', null, 'missing', 'notes'],
      ],
    ],
  ])('%s', (_, given, faults) => {
    expect(layoutFaults(given).map(({ part, at, fault, is }) => [part, at, fault, is])).toEqual(faults)
  })

  it('is left out of what is looked at meanwhile, and what is needed comes last', () => {
    const sheets = [{ is: 'tracking', name: both('Bảng') }, ...layout(['budget', 'notes', 'tracking']).sheets]
    const usable = usableParts({ sheets, columns: layout([], ['cost', 'rag', 'rag']).columns })
    expect(usable.sheets).toEqual([
      { is: 'tracking', name: both('Bảng') },
      { is: 'notes', name: null },
      { is: 'data', name: null },
    ])
    expect(usable.columns).toEqual([{ is: 'rag', name: null }])
    expect(layoutFaults(usable)).toEqual([])
    expect(usableParts(layout(['data', 'notes'], ['cost'])).columns).toEqual(USUAL_WORKBOOK.columns)
  })

  it.each([
    ['{"is":"data","name":{"vi":"S","en":"D"}}', { is: 'data', name: { vi: 'S', en: 'D' } }],
    ['{"is":"data","name":null}', { is: 'data', name: null }],
    ['{"is":"data"}', { is: 'data', name: null }],
    ['"data"', { is: 'data', name: null }],
    ['{"is":"data","name":"Số liệu"}', { is: '{"is":"data","name":"Số liệu"}', name: null }],
    ['{"is":"data","name":{"vi":"Số liệu"}}', { is: '{"is":"data","name":{"vi":"Số liệu"}}', name: null }],
    ['{"is":"data","name":{"vi":"S","en":2}}', { is: '{"is":"data","name":{"vi":"S","en":2}}', name: null }],
    ['{"name":"data"}', { is: '{"name":"data"}', name: null }],
    ['{"is":7}', { is: '{"is":7}', name: null }],
    ['null', { is: 'null', name: null }],
    ['7', { is: '7', name: null }],
  ])('is read as it is kept, whatever stands there: %s', (json, part) => {
    expect(writtenParts(`[${json}]`)).toEqual([part])
  })

  it('is told by name, with what to do', () => {
    const faults = layoutFaults(layout(['budget', 'data', 'data'], ['cost', 'ref', 'ref']))
    const broken = { name: both('Khung'), faults }
    expect(brokenLayoutText(broken, wordsFor('en'))).toBe(
      "The layout “Khung (en)” of this donor's workbook does not fit this version of the program: there is no sheet “budget”; " +
        'the sheet “data” stands in it twice; the tracking table has no column “cost”; the column “ref” stands in it twice; ' +
        'the sheet “notes” is missing, without which the others cannot be read. No report can be issued by it. Tell whoever runs ' +
        'the program: the layout has to be mended in the database, or the version of the program that wrote it has to be run.',
    )
    expect(brokenLayoutText(broken, wordsFor('vi'))).toMatch(
      /^Bố cục “Khung” .* không có trang “budget”; .* thiếu trang “notes”/,
    )
  })
})
