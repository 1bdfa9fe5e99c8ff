import exceljs from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { NativeChart } from '../../src/spreadsheet/native-charts/chart.ts'
import { chartXml } from '../../src/spreadsheet/native-charts/chart-xml.ts'
import { withCharts } from './with-charts.ts'
import { all, type Node, outOfOrder, treeOf } from './xml-tree.ts'

/** "Quý I/2019" and those after it. */
const quarters = (count: number) =>
  Array.from({ length: count }, (_, nth) => `Quý ${['I', 'II', 'III', 'IV'][nth % 4]}/${2019 + Math.floor(nth / 4)}`)
const chart = (more: Partial<NativeChart> = {}): NativeChart => ({
  kind: 'bar',
  title: 'Clients & <others>',
  alt: 'Chart: "clients" of each quarter',
  axes: { category: 'Period', value: 'person' },
  format: '#,##0',
  categories: { at: "'Data'!$A$2:$A$4", values: ['Q1', 'Q2', 'Q3'] },
  series: [
    { name: 'Achieved', colour: '0B5563', values: { at: "'Data'!$B$2:$B$4", values: [20, null, 0] } },
    { name: 'Planned', colour: 'B3430A', look: 'path', values: { at: "'Data'!$C$2:$C$4", values: [10, 20, 30] } },
  ],
  over: { from: { column: 1, row: 4 }, to: { column: 6, row: 5 } },
  ...more,
})

const values = (node: Node, name: string) => all(node, name).map(({ attributes }) => attributes.val)

/** What may stand in an element, in the order in which the schema has it (ECMA-376, part 1, annex A, dml-chart.xsd). */
const ORDER: Record<string, string[]> = {
  'c:chartSpace': ['c:date1904', 'c:roundedCorners', 'c:chart', 'c:spPr', 'c:txPr'],
  'c:chart': ['c:title', 'c:autoTitleDeleted', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs'],
  'c:plotArea': ['c:layout', 'c:barChart', 'c:lineChart', 'c:catAx', 'c:valAx'],
  'c:barChart': ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:gapWidth', 'c:overlap', 'c:axId'],
  'c:lineChart': ['c:grouping', 'c:varyColors', 'c:ser', 'c:marker', 'c:axId'],
  'c:ser': [
    'c:idx',
    'c:order',
    'c:tx',
    'c:spPr',
    'c:invertIfNegative',
    'c:marker',
    'c:dLbls',
    'c:cat',
    'c:val',
    'c:smooth',
  ],
  'c:dLbls': [
    ...['c:numFmt', 'c:spPr', 'c:txPr', 'c:showLegendKey', 'c:showVal', 'c:showCatName', 'c:showSerName'],
    ...['c:showPercent', 'c:showBubbleSize'],
  ],
  'c:title': ['c:tx', 'c:overlay'],
  'c:rich': ['a:bodyPr', 'a:p'],
  'c:txPr': ['a:bodyPr', 'a:p'],
  'c:scaling': ['c:orientation', 'c:min'],
  'c:catAx': [
    ...['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:title', 'c:numFmt', 'c:majorTickMark', 'c:minorTickMark'],
    ...['c:tickLblPos', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:auto', 'c:lblAlgn', 'c:lblOffset'],
    ...['c:tickLblSkip', 'c:tickMarkSkip', 'c:noMultiLvlLbl'],
  ],
  'c:valAx': [
    ...['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark'],
    ...['c:minorTickMark', 'c:tickLblPos', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:crossBetween', 'c:majorUnit'],
  ],
  'c:numCache': ['c:formatCode', 'c:ptCount', 'c:pt'],
  'c:strCache': ['c:ptCount', 'c:pt'],
  'c:numRef': ['c:f', 'c:numCache'],
  'c:strRef': ['c:f', 'c:strCache'],
  'c:legend': ['c:legendPos', 'c:overlay'],
}

describe('a chart of a spreadsheet', () => {
  it.each(['bar', 'line', 'stacked', 'step'] as const)('has its elements in the order of the schema: %s', (kind) => {
    expect(outOfOrder(ORDER, treeOf(chartXml(chart({ kind }))))).toEqual([])
    expect(outOfOrder(ORDER, treeOf(chartXml(chart({ kind, series: chart().series.slice(0, 1) }))))).toEqual([])
  })

  it('refers to cells, and keeps of them what is there: of a gap nothing', () => {
    const xml = treeOf(chartXml(chart()))
    expect(all(xml, 'c:f').map(({ text }) => text)).toEqual([
      ...["'Data'!$A$2:$A$4", "'Data'!$B$2:$B$4"],
      ...["'Data'!$A$2:$A$4", "'Data'!$C$2:$C$4"],
    ])
    const [kept] = all(xml, 'c:numCache')
    expect(values(kept!, 'c:ptCount')).toEqual(['3'])
    expect(all(kept!, 'c:pt').map(({ attributes, inside }) => [attributes.idx, inside[0]!.text])).toEqual([
      ['0', '20'],
      ['2', '0'],
    ])
    expect(values(xml, 'c:dispBlanksAs')).toEqual(['gap'])
  })

  it('says what it is, and what its axes are', () => {
    expect(all(treeOf(chartXml(chart())), 'a:t').map(({ text }) => text)).toEqual([
      'Clients & <others>',
      'Period',
      'person',
    ])
  })

  it('draws amounts as bars with the plan as a dashed line over them, levels as lines, steps without room between', () => {
    const plots = (kind: NativeChart['kind']) =>
      all(treeOf(chartXml(chart({ kind }))), 'c:plotArea')[0]!.inside.flatMap(({ name, inside }) =>
        /Chart$/.test(name) ? [[name, inside.filter((one) => one.name === 'c:ser').length]] : [],
      )
    expect(plots('bar')).toEqual([
      ['c:barChart', 1],
      ['c:lineChart', 1],
    ])
    expect(plots('line')).toEqual([['c:lineChart', 2]])
    expect(values(treeOf(chartXml(chart({ kind: 'step' }))), 'c:gapWidth')).toEqual(['0'])
    expect(values(treeOf(chartXml(chart())), 'a:prstDash')).toEqual(['dash'])
    const stacked = treeOf(chartXml(chart({ kind: 'stacked' })))
    expect([values(stacked, 'c:grouping'), values(stacked, 'c:overlap')]).toEqual([['stacked', 'standard'], ['100']])
  })

  it.each<[string, (string | null)[], string]>([
    ['each of three years', ['Năm 2019', 'Năm 2020', 'Năm 2021'], '1'],
    ['each of four quarters', quarters(4), '1'],
    ['every other of two years in English', quarters(8).map((label) => label.replace(/Quý .+\//, 'Q1 ')), '2'],
    ['the first quarter of three years', quarters(12), '4'],
    ['as many in two languages, each on its line', quarters(12).map((label) => `${label}\nQ1 2019`), '4'],
    ['every other of six half-years', Array<string>(6).fill('6 tháng đầu năm 2019'), '2'],
    ['one of those without a name', [null], '1'],
  ])('writes under its ticks what has room: %s', (_, labels, nth) => {
    const tree = treeOf(chartXml(chart({ categories: { at: "'Data'!$A$2:$A$9", values: labels } })))
    expect([values(tree, 'c:tickLblSkip'), values(tree, 'c:tickMarkSkip')]).toEqual([[nth], ['1']])
  })

  it('begins at 0, unless something lies below', () => {
    expect(values(treeOf(chartXml(chart())), 'c:min')).toEqual(['0'])
    const below = { name: 'x', colour: '0B5563', values: { at: 'x', values: [-1] } }
    expect(values(treeOf(chartXml(chart({ series: [below] }))), 'c:min')).toEqual([])
  })
})

describe('a workbook with charts', () => {
  const made = async (table: boolean) => {
    const book = new exceljs.Workbook()
    for (const name of ['One', 'Two'])
      book.addWorksheet(name).addRows([
        ['a', 'b'],
        [1, 2],
      ])
    if (table)
      book.worksheets[1]!.addTable({ name: 'T', ref: 'A1', columns: [{ name: 'a' }, { name: 'b' }], rows: [[1, 2]] })
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const partsOf = (file: Uint8Array) =>
    new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))

  const LETTERS = { name: 'Arial', size: 10 }

  it('measures columns by letters that everybody has', async () => {
    const styles = partsOf(withCharts(await made(true), new Map(), LETTERS)).get('xl/styles.xml')!
    expect(/<font>.*?<\/font>/s.exec(styles)![0]).toBe(
      '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>',
    )
  })

  it('has a part for each, related to its sheet beside what the sheet had, each said to be what it is', async () => {
    const parts = partsOf(withCharts(await made(true), new Map([[2, [chart(), chart()]]]), LETTERS))
    const relations = treeOf(parts.get('xl/worksheets/_rels/sheet2.xml.rels')!).inside.map(
      ({ attributes }) => attributes,
    )
    expect(new Set(relations.map(({ Id }) => Id)).size).toBe(2)
    const drawing = relations.find(({ Target }) => Target === '../drawings/drawing2.xml')!
    const sheet = treeOf(parts.get('xl/worksheets/sheet2.xml')!)
    expect(all(sheet, 'drawing').map(({ attributes }) => attributes['r:id'])).toEqual([drawing.Id])
    const names = sheet.inside.map(({ name }) => name)
    expect(names.indexOf('drawing')).toBeGreaterThan(names.indexOf('pageMargins'))
    expect(names.indexOf('drawing')).toBeLessThan(names.indexOf('tableParts'))
    const types = treeOf(parts.get('[Content_Types].xml')!).inside.map(({ attributes }) => attributes.PartName)
    expect(types).toEqual(
      expect.arrayContaining(['/xl/drawings/drawing2.xml', '/xl/charts/chart1.xml', '/xl/charts/chart2.xml']),
    )
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<drawing')
    const drawn = treeOf(parts.get('xl/drawings/drawing2.xml')!)
    expect(all(drawn, 'xdr:cNvPr').map(({ attributes }) => attributes.descr)).toEqual(Array(2).fill(chart().alt))
    expect(all(drawn, 'xdr:row').map(({ text }) => text)).toEqual(['4', '5', '4', '5'])
    const targets = treeOf(parts.get('xl/drawings/_rels/drawing2.xml.rels')!).inside.map(({ attributes }) => attributes)
    expect(all(drawn, 'c:chart').map(({ attributes }) => attributes['r:id'])).toEqual(targets.map(({ Id }) => Id))
    expect(targets.map(({ Target }) => Target)).toEqual(['../charts/chart1.xml', '../charts/chart2.xml'])
  })

  it('numbers charts through all sheets, and is opened with its cells as they were', async () => {
    const file = withCharts(
      await made(false),
      new Map([
        [1, [chart()]],
        [2, [chart()]],
      ]),
      LETTERS,
    )
    const parts = partsOf(file)
    expect([...parts.keys()].filter((name) => name.startsWith('xl/charts/'))).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
    ])
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Id="rId1"')
    const book = new exceljs.Workbook()
    await book.xlsx.load(file as never)
    expect(book.worksheets.map((sheet) => sheet.getCell('B2').value)).toEqual([2, 2])
  })

  it('is the same bytes whenever it is made of the same file', async () => {
    const file = await made(false)
    const charts = new Map([[1, [chart()]]])
    expect(withCharts(file, charts, LETTERS)).toEqual(withCharts(file, charts, LETTERS))
  })
})
