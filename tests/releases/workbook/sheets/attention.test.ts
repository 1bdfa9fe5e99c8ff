import { beforeAll, describe, expect, it } from 'vitest'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { ReleaseContent, ReleaseTable } from '../../../../src/releases/content/content.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { summarySheet } from '../../../../src/releases/workbook/sheets/summary.ts'
import type { Rag } from '../../../../src/vocabulary/rag.ts'
import { reported } from '../../../charts/tables.ts'
import { added, inPhases, smallContent, textOf } from '../small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})

/** The small report with its indicators rated like this, and all others not at all. */
function rated(as: Record<string, Rag>): ReleaseContent {
  const rate = (one: ReleaseTable) => (cell: PublishableCell) => {
    const progress = { variance: 0, ofTarget: 1, rag: as[one.table.indicator.code] ?? 'grey', plan: null, life: null }
    return { ...cell, shown: { kind: 'figure', figure: reported(1), target: 1, progress } }
  }
  const tables = content.tables.map((one) => ({
    ...one,
    table: { ...one.table, cells: one.table.cells.map((row) => row.map(rate(one))) },
  }))
  return { ...content, tables } as unknown as ReleaseContent
}

/** Codes under the headings of the two tables of indicators, and what stands under those. */
function listed(of: ReleaseContent, language: 'en' | 'both' = 'en') {
  const { rows } = summarySheet(of, bilingualIn(language), 'S')
  const headings = rows.flatMap(({ style }, at) => (style === 'heading' ? [at] : [])).slice(1)
  return headings.map((at) => {
    const after = rows.slice(at + 1)
    const end = after.findIndex(({ style }) => style !== undefined)
    const under = end === -1 ? [] : after.slice(end).filter(({ style }) => style === 'note')
    const codes = after.slice(0, end === -1 ? undefined : end).map(({ cells }) => textOf(cells[0]))
    return { codes, others: under.map(({ cells }) => textOf(cells[0])).at(0) ?? null }
  })
}

describe('the indicators of the summary', () => {
  it('need attention where they are off track, before those somewhat behind, each as the framework has them', () => {
    const codes = content.indicators.map(({ code }) => code)
    const [first, second, third, fourth, fifth] = codes as [string, string, string, string, string]
    const of = rated({ [first]: 'amber', [second]: 'red', [third]: 'green', [fourth]: 'amber', [fifth]: 'red' })
    expect(listed(of)[0]).toEqual({ codes: [second, fifth, first, fourth], others: null })
  })

  it('are all there where they have room, else as many as have, and which others the tracking table has', () => {
    const codes = content.indicators.map(({ code }) => code)
    const all = rated(Object.fromEntries(codes.map((code) => [code, 'red'])))
    expect(listed(all).map(({ codes: shown }) => shown.length)).toEqual([codes.length, codes.length])
    const [troubled, headline] = listed(all, 'both')
    expect(troubled!.codes).toEqual(codes.slice(0, 3))
    expect(troubled!.others).toContain(`: ${codes.slice(3).join(', ')}.`)
    expect(headline!.codes).toHaveLength(3)
  })

  it('stand under impact, outcome and output in this order where they are the headline', () => {
    const levels = { A: 'output', B: 'impact', C: 'outcome' } as Record<string, 'impact' | 'outcome' | 'output'>
    const indicators = content.indicators.map((one) => ({ ...one, level: levels[one.code] ?? 'output' }))
    const headline = listed({ ...content, indicators }).at(-1)!.codes
    expect(headline.slice(0, 2)).toEqual(['B', 'C'])
    expect(headline.slice(2)).toEqual(indicators.map(({ code }) => code).filter((code) => !'BC'.includes(code)))
  })

  it('have in a project of phases the columns of the phase, and how far they are beside them', () => {
    const headings = (of: ReleaseContent) =>
      summarySheet(of, bilingualIn('en'), 'S')
        .rows.findLast(({ style }) => style === 'heading')!
        .cells.map(textOf)
    const [usual, phased] = [headings(content), headings({ ...content, ...inPhases(content) })]
    expect([usual[3], ...usual.slice(7)]).toEqual([
      'Cumulative to date',
      'Life-of-project target',
      '% of life-of-project target',
    ])
    expect([phased[3], ...phased.slice(7)]).toEqual([
      'Cumulative in the phase',
      'Target of the phase',
      "% of the phase's target",
      'Cumulative to date',
    ])
  })
})

describe('what the summary says of changes', () => {
  const previous = { title: 'Before', issuedAt: Date.UTC(2021, 0, 20, 2), asAt: 0 }
  const said = (more: Partial<ReleaseContent>) => added(summarySheet, content, { previous, ...more }).join(' ')
  const change = (indicator: string, kind: string) => ({ indicator, kind }) as ReleaseContent['changes'][number]

  it('is how many figures differ, how many of them were corrected, and of which indicators, each once', () => {
    const changes = [change('B', 'corrected'), change('A', 'late'), change('B', 'late-and-corrected')]
    expect(said({ changes })).toMatch(
      /“Before”, issued 20 Jan 2021 09:00\. 3 figures are others than there, 2 of them corrected \(indicators B, A\)/,
    )
  })

  it('is that some do where none is told, or that none does', () => {
    for (const more of [{ untold: ['B'] }, { held: ['B'] }]) expect(said(more)).toContain('Some figures have changed')
    expect(said({})).toContain('No figure that stands in both reports has changed.')
    expect(said({ previous: null })).toBe('')
  })
})
