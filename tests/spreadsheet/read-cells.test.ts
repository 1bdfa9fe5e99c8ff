import exceljs from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCells } from '../../src/spreadsheet/read-cells.ts'
import { NotAWorkbook } from '../../src/spreadsheet/xml-parts.ts'

const WORKBOOK = '<workbook><sheets><sheet name="Số &amp; chữ" sheetId="1" r:id="rId7"/></sheets></workbook>'
const RELATIONS = '<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>'

/** A workbook of one sheet with some rows, by hand; parts can be other ones, or left out. */
function fileOf(rows: string, strings: string | null = null, parts: Record<string, string | null> = {}): Uint8Array {
  const all: Record<string, string | null> = {
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': strings && `<sst>${strings}</sst>`,
    ...parts,
  }
  const kept = Object.entries(all).flatMap(([path, xml]) => (xml === null ? [] : [[path, strToU8(xml)]]))
  return zipSync(Object.fromEntries(kept))
}
const rowsIn = (rows: string, strings?: string) => readCells(fileOf(rows, strings))[0]!.rows

describe('the cells of a workbook', () => {
  it.each<[string, string, string | undefined, unknown]>([
    ['a number', '<row><c r="A1"><v>12.5</v></c></row>', undefined, [[12.5]]],
    ['a very small one', '<row><c r="A1" t="n"><v>1e-7</v></c></row>', undefined, [[1e-7]]],
    ['zero', '<row><c r="A1"><v>0</v></c></row>', undefined, [[0]]],
    ['an empty one with a look', '<row><c r="A1" s="4"/></row>', undefined, [[null]]],
    [
      'a shared text',
      '<row><c r="A1" t="s"><v>1</v></c></row>',
      '<si><t>no</t></si><si><t>Đủ &lt; 5</t></si>',
      [['Đủ < 5']],
    ],
    [
      'one in several runs',
      '<row><c r="A1" t="s"><v>0</v></c></row>',
      '<si><r><t>a </t></r><r><t>b</t></r></si>',
      [['a b']],
    ],
    [
      'without how it is pronounced',
      '<row><c r="A1" t="s"><v>0</v></c></row>',
      '<si><t>字</t><rPh><t>ji</t></rPh></si>',
      [['字']],
    ],
    ['an inline text', '<row><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>', undefined, [['x']]],
    ['a formula that came to a number', '<row><c r="A1"><f>1+1</f><v>2</v></c></row>', undefined, [[2]]],
    ['a formula that came to a text', '<row><c r="A1" t="str"><f>T("a")</f><v>a</v></c></row>', undefined, [['a']]],
    ['a formula that failed', '<row><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>', undefined, [['#DIV/0!']]],
    [
      'characters written by number',
      '<row><c r="A1" t="str"><v>a_x000D_b_x005F_x</v></c></row>',
      undefined,
      [['a\rb_x']],
    ],
    ['gaps', '<row><c r="C2"><v>1</v></c></row>', undefined, [[], [null, null, 1]]],
    [
      'columns of two and three letters',
      '<row><c r="AB1"><v>1</v></c></row>',
      undefined,
      [[...Array(27).fill(null), 1]],
    ],
  ])('%s', (_, rows, strings, expected) => {
    expect(rowsIn(rows, strings)).toEqual(expected)
  })

  it('stand under the names of their sheets, in the order of the workbook', async () => {
    expect(readCells(fileOf(''))).toEqual([{ name: 'Số & chữ', rows: [] }])
    const book = new exceljs.Workbook()
    book.addWorksheet('Hai').addRow(['a', 1, null, { formula: 'B1*2', result: 2 }])
    book.addWorksheet('Một').state = 'hidden'
    expect(readCells(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([
      { name: 'Hai', rows: [['a', 1, null, 2]] },
      { name: 'Một', rows: [] },
    ])
  })

  it.each<[string, Uint8Array]>([
    ['no zip', strToU8('Tháng,Số\n1,2')],
    ['nothing', new Uint8Array()],
    ['a zip that ends early', fileOf('').subarray(0, 200)],
    ['a zip of other things', zipSync({ 'word/document.xml': strToU8('<document/>') })],
    ['without the sheet it names', fileOf('', null, { 'xl/worksheets/sheet1.xml': null })],
    ['without where its sheets are', fileOf('', null, { 'xl/_rels/workbook.xml.rels': null })],
    ['XML that breaks off', fileOf('<row><c r="A1"><v>1</v>')],
    ['a text that is not there', fileOf('<row><c r="A1" t="s"><v>3</v></c></row>', '<si><t>a</t></si>')],
    ['an address that is none', fileOf('<row><c r="1A"><v>1</v></c></row>')],
  ])('are not read from a file with %s', (_, file) => {
    expect(() => readCells(file)).toThrow(NotAWorkbook)
  })
})
