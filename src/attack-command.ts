import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Attack, attackReports } from './attack/attack.ts'
import { attackInWords } from './attack/in-words.ts'
import type { MapChange } from './attack/maps.ts'
import { readCsv } from './attack/read/csv/csv.ts'
import { readReportCsv, readReportJson } from './attack/read/forms/data-report.ts'
import { readIati } from './attack/read/forms/iati.ts'
import { type IssuedReport, NotAReport } from './attack/read/report.ts'
import { readReport } from './attack/read/workbook.ts'
import type { CommandOutcome } from './command.ts'
import { placesData, successionsData } from './framework/lists/places.ts'
import { wordsFor } from './language/words.ts'
import { loadSolver } from './suppression/highs.ts'

/**
 * `npm run attack -- report-1.xlsx report-1.iati.xml table.csv`: what can be worked out from issued reports, in whatever form, and
 * downloaded tables together. No database is opened; with `--places FOLDER` it is known, too, from the lists of a project, which places
 * became which. Says it in the language of the first file; where one can't be read, in that of the terminal.
 */
export async function attackCommand(given: readonly string[]): Promise<CommandOutcome> {
  const { folder, files } = asked(given)
  if (files.length === 0) return refused('attack:usage')
  const mapChanges = folder === null ? [] : readMapChanges(folder)
  if (mapChanges === null) return refused('attack:no-places', folder ?? '')
  const reports: IssuedReport[] = []
  for (const file of files) {
    const read = await readOrRefuse(file)
    if ('done' in read) return read
    reports.push(read)
  }
  const attacks = attackReports(reports, await loadSolver(), mapChanges)
  const words = wordsFor(reports[0]!.languages[0] ?? 'vi')
  return { done: attacks.every(isClean), lines: attackInWords(attacks, words) }
}

function isClean({ findings, unfit }: Attack): boolean {
  return findings.length === 0 && unfit.length === 0
}

async function readOrRefuse(path: string): Promise<IssuedReport | CommandOutcome> {
  const file = basename(path)
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return refused('attack:no-file', path)
  }
  try {
    // A workbook is a zip file.
    if (bytes.subarray(0, 2).toString() === 'PK') return await readReport(file, bytes)
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
    if (text.startsWith('<')) return readIati(file, text)
    if (text.startsWith('{')) return readReportJson(file, text)
    return readReportCsv(file, text) ?? readCsv(file, text)
  } catch (error) {
    if (!(error instanceof NotAReport)) throw error
    return refused('attack:not-a-report', path)
  }
}

function asked(given: readonly string[]): { folder: string | null; files: string[] } {
  const at = given.indexOf('--places')
  if (at < 0) return { folder: null, files: [...given] }
  return { folder: given[at + 1] ?? '', files: given.filter((_, nth) => nth !== at && nth !== at + 1) }
}

/** Which places became which, by their names, from the lists of a project; null where there are none. */
function readMapChanges(folder: string): MapChange[] | null {
  try {
    const read = (list: string): unknown => JSON.parse(readFileSync(join(folder, `${list}.json`), 'utf8'))
    const names = new Map(placesData.parse(read('places')).map(({ slug, name }) => [slug, name]))
    return successionsData.parse(read('successions')).flatMap(({ from, to, on }) => {
      const [one, other] = [names.get(from), names.get(to)]
      return one && other ? [{ from: one, to: other, on }] : []
    })
  } catch {
    return null
  }
}

function refused(
  key: 'attack:usage' | 'attack:no-file' | 'attack:no-places' | 'attack:not-a-report',
  file = '',
): CommandOutcome {
  return { done: false, lines: [({ t }) => t(key, { file })] }
}
