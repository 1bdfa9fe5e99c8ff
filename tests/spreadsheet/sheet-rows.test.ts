import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { rowsXml, SharedTexts, type WrittenCell } from '../../src/spreadsheet/writing/sheet-rows.ts'
import { packedPart, packedPieces, zipFile } from '../../src/spreadsheet/writing/zip-file.ts'

const row = (cells: (WrittenCell | null)[], texts = new SharedTexts(7)) => [...rowsXml([{ cells }], 3, texts)].join('')

describe('rows of a sheet', () => {
  it.each<[string, WrittenCell, string]>([
    ['a number', { value: 0.1, style: 4 }, '<c r="A3" s="4"><v>0.1</v></c>'],
    ['zero', { value: 0, style: 4 }, '<c r="A3" s="4"><v>0</v></c>'],
    ['a text, by its number', { value: 'x', style: 1 }, '<c r="A3" s="1" t="s"><v>7</v></c>'],
    [
      'a number that is worked out',
      { value: 2, formula: 'A1<B1&C1', style: 1 },
      '<c r="A3" s="1"><f>A1&lt;B1&amp;C1</f><v>2</v></c>',
    ],
    [
      'a text that is worked out',
      { value: 'a<b', formula: 'T(A1)', style: 1 },
      '<c r="A3" s="1" t="str"><f>T(A1)</f><v>a&lt;b</v></c>',
    ],
  ])('have %s', (_, cell, expected) => {
    expect(row([cell])).toBe(`<row r="3">${expected}</row>`)
  })

  it('have nothing where there is nothing, and letters to the end of the alphabet and on', () => {
    expect(row([null, { value: 1, style: 0 }, null])).toBe('<row r="3"><c r="B3" s="0"><v>1</v></c></row>')
    expect(row([...Array.from({ length: 26 }, () => null), { value: 1, style: 0 }])).toContain('r="AA3"')
    expect([...rowsXml([{ cells: [] }, { cells: [], height: 21.75 }], 9, new SharedTexts(0))]).toEqual([
      '<row r="9"></row>',
      '<row r="10" ht="21.75" customHeight="1"></row>',
    ])
  })

  it('name a text once, after those that are there', () => {
    const texts = new SharedTexts(2)
    const given = [' a ', 'b', ' a '].map((value) => ({ value, style: 0 }))
    expect(row(given, texts).match(/<v>\d+/g)).toEqual(['<v>2', '<v>3', '<v>2'])
    expect(texts.addedTo('<sst count="5" uniqueCount="2"><si/></sst>')).toBe(
      '<sst count="8" uniqueCount="4"><si/><si><t xml:space="preserve"> a </t></si><si><t>b</t></si></sst>',
    )
    expect(texts.addedTo('<sst count="0" uniqueCount="0"/>')).toMatch(/^<sst count="3" uniqueCount="2"><si>.*<\/sst>$/)
  })

  it('have texts where they stand when there are too many to be listed', () => {
    const texts = new SharedTexts(0)
    for (let nth = 0; nth < 65_536; nth++) texts.numberOf(String(nth))
    expect(texts.numberOf('7')).toBe(7)
    expect(row([{ value: 'one & more', style: 0 }], texts)).toContain(
      't="inlineStr"><is><t>one &amp; more</t></is></c>',
    )
  })
})

describe('an archive', () => {
  it('holds what was put into it, packed whole or piece by piece', async () => {
    const pieces = Array.from({ length: 60_000 }, (_, nth) => `Tỉnh ${nth};`)
    const parts = [
      packedPart('một/a.xml', Buffer.from('<a/>')),
      packedPart('empty', Buffer.alloc(0)),
      await packedPieces('b.xml', pieces),
      await packedPieces('nothing', []),
    ]
    const read = unzipSync(new Uint8Array(zipFile(parts)))
    const texts = Object.entries(read).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
    expect(texts).toEqual([
      ['một/a.xml', '<a/>'],
      ['empty', ''],
      ['b.xml', pieces.join('')],
      ['nothing', ''],
    ])
    expect(parts.map(({ packed, length }) => packed.reduce((sum, one) => sum + one.length, 0) - length)).toEqual([
      0, 0, 0, 0,
    ])
  })
})
