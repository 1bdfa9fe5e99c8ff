import { cellsOfSheet, type FoundCell, TooManyCells } from './sheet-cells.ts'
import { NotAWorkbook, relationTargets, sheetPath, sheetsIn, stringsIn, stylesShowing } from './xml-parts.ts'
import { NotUnpacked, openZip, type ZipDirectory } from './zip-parts.ts'

/** Why a file from outside is not read; the sentences are under `submissions.upload.refused`. */
export const WORKBOOK_REFUSALS = [
  'not-xlsx',
  'old-xls',
  'password',
  'damaged',
  'bomb',
  'too-many-cells',
  'macros',
  'external-links',
] as const
export type WorkbookRefusal = (typeof WORKBOOK_REFUSALS)[number]

/** A sheet with its cells as they stand in the file, hidden ones too. */
export type ReadSheet = { name: string; cells: FoundCell[] }
export type ReadWorkbook = { sheets: ReadSheet[] } | { refused: WorkbookRefusal }

/** Cells of all sheets together. */
const MOST_CELLS = 200_000
/** How the files begin in which older Excel kept workbooks and today's keeps those with a password (MS-CFB, 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/**
 * Reads a workbook that came from outside. Nothing of it is run, and no other file is looked for: one with macros or with
 * links to other files is refused, of a formula there is what it was last worked out to be. Call it in a thread of its own.
 */
export async function readWorkbook(file: Uint8Array, mostCells = MOST_CELLS): Promise<ReadWorkbook> {
  try {
    return beginsWith(file, ZIP) ? await readZip(file, mostCells) : { refused: refusalOfOther(file) }
  } catch (error) {
    if (error instanceof NotUnpacked) return { refused: error.why }
    if (error instanceof NotAWorkbook) return { refused: 'damaged' }
    if (error instanceof TooManyCells) return { refused: 'too-many-cells' }
    throw error
  }
}

async function readZip(file: Uint8Array, mostCells: number): Promise<ReadWorkbook> {
  const zip = await openZip(file)
  const refused = refusalOfParts(zip.names)
  if (refused) return { refused }
  const targets = relationTargets(await textOf(zip, 'xl/_rels/workbook.xml.rels'))
  const has = (path: string) => zip.names.has(path)
  const strings = has('xl/sharedStrings.xml') ? stringsIn(await textOf(zip, 'xl/sharedStrings.xml')) : []
  const styles = has('xl/styles.xml') ? stylesShowing(await textOf(zip, 'xl/styles.xml')) : null
  const sheets: ReadSheet[] = []
  let most = mostCells
  for (const { name, relation } of sheetsIn(await textOf(zip, 'xl/workbook.xml'))) {
    const path = sheetPath(targets.get(relation))
    // A sheet that is a chart by itself has no cells.
    if (!path.startsWith('xl/worksheets/')) continue
    const cells = cellsOfSheet(await textOf(zip, path), { strings, styles, most })
    most -= cells.length
    sheets.push({ name, cells: cells.filter(({ value }) => value !== null && value !== '') })
  }
  return { sheets }
}

function refusalOfParts(names: ReadonlySet<string>): WorkbookRefusal | null {
  if (!names.has('xl/workbook.xml')) return 'not-xlsx'
  const all = [...names]
  if (all.some((name) => /vbaProject|\/macrosheets\/|\/dialogsheets\/|\/activeX\//i.test(name))) return 'macros'
  return all.some((name) => /^xl\/externalLinks\/|^xl\/connections\.xml$/i.test(name)) ? 'external-links' : null
}

/** What is no zip file: an older workbook, one with a password, or something else. */
function refusalOfOther(file: Uint8Array): WorkbookRefusal {
  if (!beginsWith(file, COMPOUND)) return 'not-xlsx'
  return Buffer.from(file.buffer, file.byteOffset, file.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'password'
    : 'old-xls'
}

function beginsWith(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, nth) => file[nth] === byte)
}

async function textOf(zip: ZipDirectory, path: string): Promise<string> {
  const bytes = await zip.part(path)
  if (!bytes) throw new NotAWorkbook(`${path} is missing`)
  return new TextDecoder().decode(bytes)
}
