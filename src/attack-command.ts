import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Attack, attackReports } from './attack/attack.ts'
import { attackInWords } from './attack/in-words.ts'
import type { IssuedReport } from './attack/read/report.ts'
import { NotAReport, readReport } from './attack/read/workbook.ts'
import type { CommandOutcome } from './command.ts'
import { wordsFor } from './language/words.ts'
import { loadSolver } from './suppression/highs.ts'

/**
 * `npm run attack -- report-1.xlsx report-2.xlsx`: what can be worked out from issued workbooks together. No database is opened.
 * Says it in the language of the first workbook; where one can't be read, in both.
 */
export async function attackCommand(files: readonly string[]): Promise<CommandOutcome> {
  if (files.length === 0) return refused('attack:usage')
  const reports: IssuedReport[] = []
  for (const file of files) {
    const read = await readOrRefuse(file)
    if ('done' in read) return read
    reports.push(read)
  }
  const attacks = attackReports(reports, await loadSolver())
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
    return await readReport(file, bytes)
  } catch (error) {
    if (!(error instanceof NotAReport)) throw error
    return refused('attack:not-a-report', path)
  }
}

function refused(key: 'attack:usage' | 'attack:no-file' | 'attack:not-a-report', file = ''): CommandOutcome {
  return { done: false, lines: (['vi', 'en'] as const).map((language) => wordsFor(language).t(key, { file })) }
}
