import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../../../../src/releases/workbook/assemble.ts'
import { writeXlsx } from '../../../../src/releases/workbook/write-xlsx.ts'
import { columnLetters } from '../../../../src/spreadsheet/address.ts'
import { all, type Node, outOfOrder, treeOf } from '../../../spreadsheet/xml-tree.ts'
import { smallContent } from '../small-content.ts'

/** What may stand in an element, in the order in which the schema has it (ECMA-376, part 1, annex A, sml.xsd). */
const ORDER = {
  worksheet: [
    ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
    ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
    ...['headerFooter', 'rowBreaks', 'colBreaks', 'drawing', 'tableParts'],
  ],
  sheetPr: ['tabColor', 'outlinePr', 'pageSetUpPr'],
  sheetViews: ['sheetView'],
  sheetView: ['pane', 'selection'],
  cols: ['col'],
  sheetData: ['row'],
  row: ['c'],
  c: ['f', 'v', 'is'],
  tableParts: ['tablePart'],
  table: ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo'],
  autoFilter: ['filterColumn'],
  tableColumns: ['tableColumn'],
  tableColumn: ['calculatedColumnFormula', 'totalsRowFormula'],
  workbook: ['fileVersion', 'workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'],
  styleSheet: [
    ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
    ...['colors', 'extLst'],
  ],
  border: ['left', 'right', 'top', 'bottom', 'diagonal'],
  xf: ['alignment', 'protection'],
  sst: ['si'],
} as const
/** Lists that say how many they hold. */
const COUNTED = [
  'tableColumns',
  'tableParts',
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'dxfs',
]

let parts: Map<string, Node>
let relations: Map<string, Node>
beforeAll(async () => {
  const content = await smallContent()
  const plan = workbookOf({ ...content, release: { ...content.release, language: 'both' } })
  const files = unzipSync(new Uint8Array(await writeXlsx(plan)))
  parts = new Map(
    Object.entries(files)
      .filter(([name]) => /^xl\/.*\.xml$/.test(name) && !/(theme|charts|drawings)\//.test(name))
      .map(([name, bytes]) => [name, treeOf(strFromU8(bytes))]),
  )
  relations = new Map(
    Object.entries(files)
      .filter(([name]) => name.startsWith('xl/worksheets/_rels/'))
      .map(([name, bytes]) => [name.replace('_rels/', '').replace(/\.rels$/, ''), treeOf(strFromU8(bytes))]),
  )
})
const named = (pattern: RegExp) => [...parts].filter(([name]) => pattern.test(name))
const tables = () => named(/tables\//).map(([, tree]) => tree)
const textOf = (node: Node): string => node.text + node.inside.map(textOf).join('')

describe('the parts of a finished file', () => {
  it('have their elements in the order of the schema, and of each list as many as it says', () => {
    expect(named(/worksheets\/|tables\/|workbook|styles|sharedStrings/).length).toBeGreaterThan(20)
    for (const [name, tree] of parts) {
      expect(outOfOrder(ORDER, tree), name).toEqual([])
      const lists = COUNTED.flatMap((one) => all(tree, one))
      for (const { attributes, inside } of lists) expect(Number(attributes.count), name).toBe(inside.length)
    }
  })

  it('refer to styles that are there', () => {
    const styles = parts.get('xl/styles.xml')!
    const inList = (name: string) => all(styles, name)[0]!.inside
    for (const { attributes } of inList('cellXfs')) {
      expect(Number(attributes.fontId)).toBeLessThan(inList('fonts').length)
      expect(Number(attributes.fillId)).toBeLessThan(inList('fills').length)
      expect(Number(attributes.borderId)).toBeLessThan(inList('borders').length)
      const isBuiltIn = Number(attributes.numFmtId) < 164
      const own = inList('numFmts').some((one) => one.attributes.numFmtId === attributes.numFmtId)
      expect(isBuiltIn || own, attributes.numFmtId).toBe(true)
    }
    const used = named(/worksheets\//).flatMap(([, tree]) => all(tree, 'c').map(({ attributes }) => attributes.s))
    expect(Math.max(...used.map((one) => Number(one ?? 0)))).toBeLessThan(inList('cellXfs').length)
  })

  it('are tables with an id and a name of their own, over columns each of another name', () => {
    expect(tables().length).toBeGreaterThan(8)
    for (const key of ['id', 'name', 'displayName']) {
      const all = tables().map(({ attributes }) => attributes[key]!)
      expect(new Set(all.map((one) => one.toLowerCase())).size, key).toBe(all.length)
    }
    for (const table of tables()) {
      // No cell is called so, and no name has a space (part 1, §18.5.1.2).
      expect(table.attributes.displayName).toMatch(/^[A-Za-z_][\w.]*$/)
      expect(table.attributes.displayName).not.toMatch(/^[A-Za-z]{1,3}\d+$/)
      const columns = all(table, 'tableColumn').map(({ attributes }) => attributes)
      expect(new Set(columns.map(({ name }) => name!.toLowerCase())).size).toBe(columns.length)
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
    }
  })

  it('are tables whose columns are called what stands in the cells of their headings, none over another', () => {
    const texts = parts.get('xl/sharedStrings.xml')!.inside.map(textOf)
    const ranges: Record<string, [number, number][]> = {}
    for (const [name, sheet] of named(/worksheets\//)) {
      const cells = new Map(all(sheet, 'c').map((one) => [one.attributes.r!, one]))
      for (const part of all(sheet, 'tablePart')) {
        const table = tableOf(name, part.attributes['r:id']!)
        const [, first, from, last, to] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.attributes.ref!)!
        expect(first).toBe('A')
        const heading = all(table, 'tableColumn').map((_, at) => cells.get(`${columnLetters(at)}${from}`)!)
        expect(heading.at(-1)!.attributes.r).toBe(`${last}${from}`)
        expect(heading.map((cell) => texts[Number(textOf(cell))])).toEqual(
          all(table, 'tableColumn').map(({ attributes }) => attributes.name),
        )
        expect(all(table, 'autoFilter').every(({ attributes }) => attributes.ref === table.attributes.ref)).toBe(true)
        ranges[name] = [...(ranges[name] ?? []), [Number(from), Number(to)]]
      }
    }
    expect(Object.values(ranges).some((own) => own.length > 1)).toBe(true)
    for (const own of Object.values(ranges)) {
      const sorted = own.toSorted(([one], [other]) => one - other)
      for (const [nth, [from, to]] of sorted.entries()) {
        expect(to).toBeGreaterThan(from)
        expect(from).toBeGreaterThan(sorted[nth - 1]?.[1] ?? 0)
      }
    }
  })
})

/** The part that a sheet means by the id of a relation. */
function tableOf(sheet: string, id: string): Node {
  const target = relations.get(sheet)!.inside.find(({ attributes }) => attributes.Id === id)!.attributes.Target!
  return parts.get(target.replace('..', 'xl'))!
}
