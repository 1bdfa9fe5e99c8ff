import { expect, it } from 'vitest'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor } from '../../../src/releases/content/source.ts'
import { solve } from '../../../src/releases/protection/solve.ts'
import { bilingualIn } from '../../../src/releases/workbook/bilingual.ts'
import { notesSheet } from '../../../src/releases/workbook/sheets/notes.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import { MADE, smallSource } from '../small-report/report.ts'

it('the notes of a report say from when to when the fiscal years of its donor run', async () => {
  const source = smallSource()
  const { answer } = await solve(problemFor(source), 60_000, () => {})
  if (isRefusal(answer)) throw new Error(answer.refused)
  const content = contentOf(source, problemFor(source).problem, answer.suppressed, { draft: false, at: MADE })
  expect(content.fiscalStart).toBe(4)
  const said = (language: 'vi' | 'en', fiscalStart: number) => {
    const { rows } = notesSheet({ ...content, fiscalStart }, bilingualIn(language), 'Notes')
    const lines = rows.flatMap(({ cells }) => cells.map(String))
    return lines.flatMap((line) => /(?:Fiscal years run|Năm tài chính) [^.]*\./.exec(line) ?? [])
  }
  expect([1, 4, 7, 10].flatMap((start) => said('en', start))).toEqual([
    'Fiscal years run from 1 January to 31 December and are named after the year they start in.',
    'Fiscal years run from 1 April to 31 March and are named after the year they start in.',
    'Fiscal years run from 1 July to 30 June and are named after the year they start in.',
    'Fiscal years run from 1 October to 30 September and are named after the year they start in.',
  ])
  expect(said('vi', 7)).toEqual(['Năm tài chính từ ngày 1/7 đến ngày 30/6 và gọi theo năm bắt đầu.'])
})
