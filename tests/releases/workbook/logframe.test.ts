import { beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../src/indicators/results/result.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { scoreFor } from '../../../src/releases/workbook/sheets/logframe/score-aid.ts'
import { q } from '../../support/small-project.ts'
import { inBoth, linesOf, smallContent, textOf } from './small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})

const sheetOf = (more: Partial<ReleaseContent> = {}) =>
  workbookOf({ ...content, ...more }).sheets.find(({ key }) => key === 'logframe')!
const rowsFrom = (more: Partial<ReleaseContent> = {}) => {
  const { rows } = sheetOf(more)
  const head = rows.findIndex(({ style }) => style === 'heading')
  const headings = rows[head]!.cells.map(textOf)
  return rows.slice(head + 1).map(({ cells }) => (starting: string) => {
    const at = headings.findIndex((heading) => heading.startsWith(starting))
    return { cell: cells[at] ?? null, text: textOf(cells[at] ?? '') }
  })
}
const rowsOf = (code: string, more: Partial<ReleaseContent> = {}) =>
  rowsFrom(more).filter((at) => at('Ref').text === code)
const output = (more: Partial<Result> = {}): Result => ({
  ...{ id: 2, code: 'O2', level: 'output', component: 'prevention', parent: null, statement: inBoth('Talks') },
  ...{ assumption: null, weight: null, risk: null, ...more },
})

describe('the logframe', () => {
  it('has each result with its statement, and under it its indicators: what is planned over what is achieved', () => {
    const codes = rowsFrom().map((at) => at('Ref').text)
    const under = (result: string) => content.indicators.filter(({ resultCode }) => resultCode === result)
    expect(codes).toEqual(
      content.results.flatMap(({ code }) => [code, ...under(code).flatMap((one) => [one.code, one.code])]),
    )
    const [planned, achieved] = rowsOf('A')
    expect([planned!('Row').text, achieved!('Row').text]).toEqual(['Planned', 'Achieved'])
    expect([planned!('2020').text, achieved!('2020').text]).toEqual(['270', '240'])
    expect([planned!('Baseline').text, achieved!('Final target').text]).toEqual(['12', '240'])
    expect(achieved!('2020').cell).toMatchObject({ formula: expect.stringMatching(/^data!/) })
  })

  it('has of two languages one in each of the two rows, whole, and what indicators began with once under the table', () => {
    const release = { ...content.release, language: 'both' as const }
    const own = rowsFrom({ release }).filter((at) => at('Mã').text === 'A')
    expect(own.map((at) => [at('Kết quả').text, at('Nguồn').text])).toEqual([
      ['Chỉ số A (người)', 'Sổ'],
      ['Indicator A (person)', 'Register'],
    ])
    const sheet = sheetOf({ release })
    const under = linesOf(sheet).slice(sheet.table!.lastRow)
    expect(under).toEqual([
      ...['A – Ban đầu: Quý I/2020. Khảo sát', 'B – Ban đầu: Quý I/2020. Sổ cũ'],
      ...['A – Baseline: Q1 2020. Survey', 'B – Baseline: Q1 2020. Old register'],
    ])
    expect(linesOf(sheetOf()).slice(sheetOf().table!.lastRow)).toEqual([])
  })

  it('shows of years that are not over what is planned, and nothing that has come in', () => {
    const [planned, achieved] = rowsOf('A')
    expect([planned!('2021').text, achieved!('2021').cell]).toEqual(['not set', { mark: '[d]' }])
    const over = { ...content.project, lastQuarter: content.release.to }
    expect(linesOf(sheetOf({ project: over })).join()).not.toContain('2021')
  })

  it('has of many years those before the end of the report and one ahead, or the first where it has hardly begun', () => {
    const until = (from: string, to: string) => {
      const release = { ...content.release, from: q(from), to: q(to) }
      const sheet = sheetOf({ release, project: { ...content.project, lastQuarter: q('2027-Q4') } })
      const headings = sheet.rows.find(({ style }) => style === 'heading')!.cells.map(textOf)
      return headings.flatMap((heading) => /^20\d\d/.exec(heading) ?? [])
    }
    expect(until('2020-Q1', '2024-Q4')).toEqual(['2023', '2024', '2025'])
    expect(until('2020-Q1', '2020-Q4')).toEqual(['2020', '2021', '2022'])
    expect(until('2020-Q1', '2027-Q4')).toEqual(['2025', '2026', '2027'])
    const release = { ...content.release, to: q('2024-Q4') }
    expect(linesOf(sheetOf({ release, project: { ...content.project, lastQuarter: q('2027-Q4') } })).join()).toContain(
      'Other years (2020, 2021, 2022, 2026, 2027) stand in Data',
    )
  })

  it('hides what is hidden, with what was planned for it', () => {
    const tables = content.tables.map((one) => {
      const cells = one.table.cells.map((row) =>
        row.map((cell) => ({ ...cell, shown: { kind: 'confidential' } as const })),
      )
      return one.table.indicator.code === 'A' ? { ...one, table: { ...one.table, cells } } : one
    })
    const years = rowsOf('A', { tables }).flatMap((at) => [at('2020').cell, at('Final target').cell])
    expect(years).toEqual(years.map(() => ({ mark: '[c]' })))
  })

  it('has what is assumed, weights, risk and the score that a person gave, with when and why', () => {
    const results = [output({ assumption: inBoth('Peace'), weight: 60, risk: 'high' })]
    const score = { result: 'O2', quarter: q('2020-Q4'), at: 1, score: 'A+' as const, reason: 'More came.' }
    const [row] = rowsOf('O2', { results, scores: [score] })
    const said = ['Source; of', 'Weight', 'Risk', 'Score'].map((heading) => row!(heading).text)
    expect(said).toEqual(['Peace', '0.6', 'high', 'A+ (Q4 2020)\nMore came.'])
    expect(linesOf(sheetOf({ results, scores: [score] })).join('\n')).toContain('add up to 60%, not 100%')
    const [later] = rowsOf('O2', { results, scores: [{ ...score, quarter: q('2021-Q1') }] })
    expect(later!('Score').text).toBe('not scored yet')
  })

  it('suggests a score by the mean of what was reached of the plan, as a formula over Data', () => {
    const [row] = rowsOf('O2', { results: [output()] })
    const aid = row!('Aid: %').cell as { number: number; formula: string }
    expect(aid.formula).toMatch(/^ROUND\(AVERAGE\(data![A-Z]+\d+(,data![A-Z]+\d+)*\),6\)$/)
    expect(row!('Aid: score').cell).toEqual({
      text: scoreFor(aid.number),
      formula: `LOOKUP(${aid.formula},{-1000000,0.625,0.875,1.125,1.375},{"C","B","A","A+","A++"})`,
    })
    const [none] = rowsOf('O9', { results: [output({ code: 'O9' })] })
    expect([none!('Aid: %').text, none!('Aid: score').text]).toEqual(['–', '–'])
  })

  it.each([
    [0.6249, 'C'],
    [0.625, 'B'],
    [0.875, 'A'],
    [1.1249, 'A'],
    [1.125, 'A+'],
    [1.375, 'A++'],
  ] as const)('suggests for %d of the plan %s', (share, score) => {
    expect(scoreFor(share)).toBe(score)
  })
})
