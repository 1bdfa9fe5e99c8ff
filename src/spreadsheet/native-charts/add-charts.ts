import { strFromU8, strToU8 } from 'fflate'
import type { NativeChart } from './chart.ts'
import { chartXml } from './chart-xml.ts'
import { drawingXml } from './drawing-xml.ts'
import { element, valued } from './xml.ts'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const

/** Of a workbook, by their paths, as they are before they are packed. */
export type WorkbookParts = Record<string, Uint8Array>

/**
 * Adds charts to the sheets of a workbook: parts of their own, to which each sheet is related beside what it has already.
 * @param charts by the number of their sheet in the file, from 1
 * @param letters the standard ones, by which programs measure the widths of columns; left out: the file's own
 */
export function addCharts(
  parts: WorkbookParts,
  charts: ReadonlyMap<number, readonly NativeChart[]>,
  letters?: { name: string; size: number },
): void {
  const styles = 'xl/styles.xml'
  if (letters && parts[styles])
    parts[styles] = edited(parts[styles], (xml) => xml.replace(/<font>.*?<\/font>/s, fontXml(letters)))
  const said: string[] = []
  let drawn = 0
  for (const [sheet, own] of charts) {
    if (own.length === 0) continue
    const first = drawn + 1
    for (const chart of own) parts[partName('chart', ++drawn)] = strToU8(chartXml(chart))
    parts[partName('drawing', sheet)] = strToU8(drawingXml(own))
    parts[`xl/drawings/_rels/drawing${sheet}.xml.rels`] = strToU8(
      relationsXml(own.map((_, nth) => relation(`rId${nth + 1}`, 'chart', `../charts/chart${first + nth}.xml`))),
    )
    relateSheet(parts, sheet)
    said.push(override('drawing', sheet), ...own.map((_, nth) => override('chart', first + nth)))
  }
  const types = '[Content_Types].xml'
  parts[types] = edited(parts[types]!, (xml) => xml.replace('</Types>', `${said.join('')}</Types>`))
}

function fontXml({ name, size }: { name: string; size: number }): string {
  return element('font', {}, valued('sz', size), valued('name', name), valued('family', 2))
}

function partName(kind: keyof typeof TYPES, nth: number): string {
  return `xl/${kind}s/${kind}${nth}.xml`
}

function override(kind: keyof typeof TYPES, nth: number): string {
  return element('Override', { PartName: `/${partName(kind, nth)}`, ContentType: TYPES[kind] })
}

function relation(Id: string, kind: keyof typeof TYPES, Target: string): string {
  return element('Relationship', { Id, Type: `${RELATIONS}/${kind}`, Target })
}

function relationsXml(relations: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element('Relationships', { xmlns: PACKAGE }, ...relations)}`
}

/** What comes after a drawing in the schema of a sheet (ECMA-376, part 1, §18.3.1.99). */
const AFTER_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/

function relateSheet(parts: WorkbookParts, sheet: number): void {
  const [part, relations] = [`xl/worksheets/sheet${sheet}.xml`, `xl/worksheets/_rels/sheet${sheet}.xml.rels`]
  const known = parts[relations] ? strFromU8(parts[relations]) : relationsXml([])
  // The numbers go on from those that are there.
  const numbers = [...known.matchAll(/\bId="rId(\d+)"/g)].map(([, number]) => Number(number))
  const id = `rId${Math.max(0, ...numbers) + 1}`
  const added = relation(id, 'drawing', `../drawings/drawing${sheet}.xml`)
  parts[relations] = strToU8(
    known.includes('</Relationships>')
      ? known.replace('</Relationships>', `${added}</Relationships>`)
      : known.replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${added}</Relationships>`),
  )
  const drawing = element('drawing', { 'xmlns:r': RELATIONS, 'r:id': id })
  parts[part] = edited(parts[part]!, (xml) => xml.replace(AFTER_DRAWING, (next) => `${drawing}${next}`))
}

function edited(part: Uint8Array, edit: (xml: string) => string): Uint8Array {
  return strToU8(edit(strFromU8(part)))
}
