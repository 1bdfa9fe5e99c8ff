import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { NativeChart } from '../../src/spreadsheet/native-charts/chart.ts'
import { chartXml } from '../../src/spreadsheet/native-charts/chart-xml.ts'
import { drawingXml } from '../../src/spreadsheet/native-charts/drawing-xml.ts'
import { withCharts } from './with-charts.ts'

/*
 * Whole parts as they stand in a file, an element a line: written anew with `--update`, then read against ECMA-376 and opened.
 */
const CHARTS: Record<NativeChart['kind'], NativeChart> = {
  bar: {
    kind: 'bar',
    title: 'Người & <nhóm>',
    alt: 'Biểu đồ "cột" & đường',
    axes: { category: 'Kỳ', value: 'người' },
    format: '#,##0',
    categories: { at: "'Dữ liệu'!$A$2:$A$5", values: ['Q1', null, 'Q3 <tạm>', 'Q4'] },
    series: [
      { name: 'Đạt & được', colour: '0B5563', values: { at: "'Dữ liệu'!$B$2:$B$5", values: [20, null, 0, 3.5] } },
      { name: 'Kế hoạch', colour: 'B3430A', look: 'path', values: { at: "'Dữ liệu'!$C$2:$C$5", values: [1, 2, 3, 4] } },
    ],
    over: { from: { column: 1, row: 4 }, to: { column: 6, row: 22 } },
  },
  line: {
    kind: 'line',
    title: 'Tỷ lệ',
    alt: 'Đường',
    axes: { category: 'Kỳ', value: '%' },
    format: '0.0%',
    categories: { at: 'D!$A$1:$A$2', values: ['Q1', 'Q2'] },
    series: [{ name: 'Tỷ lệ', colour: '123456', values: { at: 'D!$B$1:$B$2', values: [-0.1, 0.5] } }],
    over: { from: { column: 0, row: 0 }, to: { column: 1, row: 1 } },
  },
  stacked: {
    kind: 'stacked',
    title: 'Tiến độ',
    alt: 'Chồng',
    axes: { category: 'Hợp phần', value: 'chỉ số' },
    format: '0',
    categories: { at: 'D!$A$1:$A$2', values: ['Phòng ngừa', 'Bảo vệ'] },
    series: [
      { name: 'Xanh', colour: '2E7D32', values: { at: 'D!$B$1:$B$2', values: [4, 0] } },
      { name: 'Đỏ', colour: 'B71C1C', values: { at: 'D!$C$1:$C$2', values: [1, 2] } },
    ],
    over: { from: { column: 2, row: 3 }, to: { column: 9, row: 12 } },
  },
  step: {
    kind: 'step',
    title: 'Giai đoạn',
    alt: 'Bậc',
    axes: { category: 'Kỳ', value: 'giai đoạn' },
    format: '0',
    categories: { at: 'D!$A$1:$A$3', values: ['Q1', 'Q2', 'Q3'] },
    series: [{ name: 'Bậc', colour: '0B5563', values: { at: 'D!$B$1:$B$3', values: [1, 1, 2] } }],
    over: { from: { column: 0, row: 0 }, to: { column: 4, row: 9 } },
  },
}
const lines = (xml: string) => xml.replaceAll('><', '>\n<')
const KINDS = Object.keys(CHARTS) as NativeChart['kind'][]

describe('the parts of charts, whole', () => {
  it.each(KINDS)('a chart of kind %s', async (kind) => {
    await expect(lines(chartXml(CHARTS[kind]))).toMatchFileSnapshot(`whole/chart-${kind}.xml`)
  })

  it('a drawing', async () => {
    await expect(lines(drawingXml([CHARTS.bar, CHARTS.stacked]))).toMatchFileSnapshot('whole/drawing.xml')
  })

  it('a workbook: sheets with relations, without, and without charts', async () => {
    const parts: Record<string, string> = {
      '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData/><pageSetup/><tableParts count="1"/></worksheet>',
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="x"><Relationship Id="rId3" Target="t"/><Relationship Id="rId12" Target="u"/></Relationships>',
      'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
      'xl/worksheets/sheet3.xml': '<worksheet><sheetData/><legacyDrawing id="1"/></worksheet>',
      'xl/worksheets/_rels/sheet3.xml.rels': '<Relationships xmlns="x"/>',
      'xl/worksheets/sheet4.xml': '<worksheet><sheetData/></worksheet>',
    }
    const file = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
    const charts = new Map([
      [1, [CHARTS.bar, CHARTS.line]],
      [2, [CHARTS.step]],
      [3, [CHARTS.stacked]],
      [4, []],
    ])
    const made = Object.entries(unzipSync(withCharts(file, charts))).sort(([one], [other]) => (one < other ? -1 : 1))
    const told = made.map(([name, bytes]) => {
      const isChart = name.startsWith('xl/charts/') || name.startsWith('xl/drawings/drawing')
      return isChart ? `== ${name}: ${bytes.length} bytes` : `== ${name}\n${lines(strFromU8(bytes))}`
    })
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('whole/workbook.txt')
  })

  it('hold nothing that XML has no place for', () => {
    const odd = { ...CHARTS.line, title: 'a\u0000b\u001fc\ufffed\uffffe\tf\n"<&>' }
    expect(chartXml(odd)).toContain('>abcde\tf\n&quot;&lt;&amp;&gt;<')
  })

  it('are the same bytes whatever the clock says', () => {
    const file = zipSync({ '[Content_Types].xml': strToU8('<Types></Types>'), a: strToU8('a') })
    const day = Buffer.from(withCharts(file, new Map())).readUInt32LE(10)
    // 1 or 2 January 1980, by the zone of the machine (APPNOTE 4.4.6): years from 1980, months and days from 1.
    expect(day >>> 25).toBe(0)
    expect((day >>> 21) & 15).toBe(1)
  })
})
