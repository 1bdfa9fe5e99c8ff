import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/spreadsheet/read-workbook.ts'

const PARTS: Record<string, string> = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="Quý I" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="171" formatCode="#,##0&quot; days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1"><v>7</v></c></row></sheetData></worksheet>',
}
const zipped = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
const withParts = (parts: Record<string, string | Uint8Array>) => zipped({ ...PARTS, ...parts })
const withRows = (rows: string) =>
  withParts({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` })
const compound = (text: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')])

/** A number of the directory's first entry changed: its checksum (16) or its size unpacked (24). */
function withDirectory(file: Uint8Array, at: number, change: (value: number) => number): Uint8Array {
  const bytes = Buffer.from(file)
  const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt32LE(change(bytes.readUInt32LE(entry + at)), entry + at)
  return bytes
}

describe('a workbook that came from outside', () => {
  it('is read sheet by sheet, with what is a formula and what is a day', async () => {
    const rows =
      '<row><c r="A1" t="inlineStr"><is><t>Nữ</t></is></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" s="1"><v>45689</v></c></row>' +
      '<row><c r="C2" s="2"><v>45689</v></c><c r="D2" s="3"><v>5</v></c><c r="E2" s="3"/><c r="F2" t="e"><v>#REF!</v></c><c r="G2" s="4"><v>0.45</v></c></row>'
    expect(await readWorkbook(withRows(rows))).toEqual({
      sheets: [
        {
          name: 'Quý I',
          cells: [
            { row: 0, column: 0, value: 'Nữ', isFormula: false, isDate: false, isPercent: false },
            { row: 0, column: 1, value: 2, isFormula: true, isDate: false, isPercent: false },
            { row: 0, column: 2, value: 45689, isFormula: false, isDate: true, isPercent: false },
            { row: 1, column: 2, value: 45689, isFormula: false, isDate: true, isPercent: false },
            { row: 1, column: 3, value: 5, isFormula: false, isDate: false, isPercent: false },
            { row: 1, column: 5, value: '#REF!', isFormula: false, isDate: false, isPercent: false },
            { row: 1, column: 6, value: 0.45, isFormula: false, isDate: false, isPercent: true },
          ],
        },
      ],
    })
  })

  it('has its texts and sheets where it says they are; a sheet that is a chart has no cells', async () => {
    const file = withParts({
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="Chart" r:id="rId2"/><sheet name="B" r:id="rId3"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="chartsheets/sheet1.xml"/>' +
        '<Relationship Id="rId3" Target="worksheets/sheet2.xml"/></Relationships>',
      'xl/chartsheets/sheet1.xml': '<chartsheet><c r="A1"><v>9</v></c></chartsheet>',
      'xl/sharedStrings.xml': '<sst><si><t>không</t></si><si><t/></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"/></worksheet>',
      'xl/worksheets/sheet2.xml': '<worksheet><c r="A1"><v>1</v></c><c r="A2"/></worksheet>',
    })
    const read = await readWorkbook(file, 5)
    expect('sheets' in read && read.sheets.map(({ name, cells }) => [name, cells.map(({ value }) => value)])).toEqual([
      ['A', ['không']],
      ['B', [1]],
    ])
    // Empty cells count, and those of all sheets together.
    expect(await readWorkbook(file, 4)).toEqual({ refused: 'too-many-cells' })
  })

  it('may name other things alike', async () => {
    const parts = { 'docs/xl/externalLinks/a.xml': 'x', 'docs/xl/connections.xml': 'x', 'xl/connections.xml.txt': 'x' }
    expect(await readWorkbook(withParts(parts))).toHaveProperty('sheets')
    expect(await readWorkbook(withParts({ 'xl/connections.xml': 'x' }))).toEqual({ refused: 'external-links' })
  })

  it('has no text that is not there', async () => {
    expect(await readWorkbook(withRows('<row><c r="A1" t="s"><v>0</v></c></row>'))).toEqual({ refused: 'damaged' })
  })

  it('fails as it fails where that is no fault of the file', async () => {
    await expect(readWorkbook(null as never)).rejects.toThrow(TypeError)
  })

  it.each<[string, string, Uint8Array]>([
    ['one letter of two', 'not-xlsx', strToU8('Pk')],
    ['nothing at all', 'not-xlsx', new Uint8Array()],
    ['a text', 'not-xlsx', strToU8('V3;12')],
    ['a document of another kind', 'not-xlsx', zipped({ 'word/document.xml': '<w/>' })],
    ['one of an older Excel', 'old-xls', compound('Workbook')],
    ['one with a password', 'password', compound('EncryptedPackage')],
    ['a zip that ends early', 'damaged', withParts({}).subarray(0, 400)],
    ['a part that is not what it was', 'damaged', withDirectory(withParts({}), 16, (crc) => (crc ^ 1) >>> 0)],
    ['a part that is larger than it says', 'damaged', withDirectory(withParts({}), 24, (size) => size - 1)],
    ['a part that leads out of the file', 'damaged', withParts({ '../evil.xml': '<a/>' })],
    ['XML that breaks off', 'damaged', withParts({ 'xl/workbook.xml': '<workbook><sheets>' })],
    ['macros', 'macros', withParts({ 'xl/vbaProject.bin': 'x' })],
    ['links to other files', 'external-links', withParts({ 'xl/externalLinks/externalLink1.xml': '<a/>' })],
    ['a part that unpacks to very much', 'bomb', withParts({ 'xl/big.xml': new Uint8Array(6 * 1024 * 1024) })],
    ['a part that says it unpacks to a lot', 'bomb', withDirectory(withParts({}), 24, () => 60 * 1024 * 1024)],
    ['too many parts', 'bomb', withParts(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`a/${n}`, ''])))],
    ['an address that is none', 'damaged', withRows('<row><c r="A0"><v>1</v></c></row>')],
    ['too many cells', 'too-many-cells', withRows(`<row>${'<c r="A1"/>'.repeat(11)}</row>`)],
  ])('is refused with %s: %s', async (_, refused, file) => {
    expect(await readWorkbook(file, 10)).toEqual({ refused })
  })
})
