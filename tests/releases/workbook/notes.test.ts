import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { bilingualIn } from '../../../src/releases/workbook/bilingual.ts'
import { notesSheet } from '../../../src/releases/workbook/sheets/notes.ts'
import { added, inBoth, inPhases, smallContent } from './small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})

describe('the years of a report', () => {
  const said = (language: 'vi' | 'en', fiscalStart: number, years: 'calendar' | 'fiscal' = 'fiscal') => {
    const release = { ...content.release, layout: { ...content.release.layout, years } }
    const { rows } = notesSheet({ ...content, fiscalStart, release }, bilingualIn(language), 'Notes')
    const lines = rows.flatMap(({ cells }) => cells.map(String))
    return lines.flatMap(
      (line) => /(?:Fiscal years run|Năm tài chính|Quarters and years|Quý và năm) [^.]*\./.exec(line) ?? [],
    )
  }

  it('are said with the days from which to which the donor’s run, where its report has them', () => {
    expect(content.fiscalStart).toBe(4)
    expect([4, 7, 10].flatMap((start) => said('en', start))).toEqual([
      'Fiscal years run from 1 April to 31 March and are named after the year they start in.',
      'Fiscal years run from 1 July to 30 June and are named after the year they start in.',
      'Fiscal years run from 1 October to 30 September and are named after the year they start in.',
    ])
    expect(said('vi', 7)).toEqual(['Năm tài chính từ ngày 1/7 đến ngày 30/6 và gọi theo năm bắt đầu.'])
  })

  it('are the calendar’s where the report has those, or where fiscal ones begin in January', () => {
    for (const of of [said('en', 4, 'calendar'), said('en', 1)])
      expect(of).toEqual(['Quarters and years are those of the calendar.'])
    expect(said('vi', 1)).toEqual(['Quý và năm là quý và năm dương lịch.'])
  })
})

describe('the notes of a report', () => {
  const notes = (more: Partial<ReleaseContent>) => added(notesSheet, content, more).join('\n')

  it('say what a held figure is where there are any, and nothing of them where there are none', () => {
    expect(content.held).toEqual([])
    expect(notes({ held: ['V1'] })).toMatch(/^\[h\]\theld: [\s\S]*marked \[h\]/)
    const usual = notesSheet(content, bilingualIn('en'), 'Notes').rows.flatMap(({ cells }) => cells.map(String))
    expect(usual.join()).not.toContain('[h]')
  })

  it('say that nothing is hidden where no indicator is sensitive', () => {
    const indicators = content.indicators.map((one) => ({ ...one, sensitivity: 0 as const }))
    expect(notes({ indicators })).toContain('No indicator of this report is sensitive')
  })

  it('name the partners whose quarters end before the calendar’s, by the day', () => {
    const cutOffs = [
      { partner: inBoth('Police'), day: 14 },
      { partner: inBoth('Court'), day: 20 },
      { partner: inBoth('Guards'), day: 14 },
    ]
    const said = notes({ cutOffs })
    expect(said).toMatch(/on day 14 of the month; .*: Police, Guards\./)
    expect(said).toMatch(/on day 20 of the month; .*: Court\./)
    expect(added(notesSheet, content, { cutOffs })).toHaveLength(2)
  })

  it('say on which map figures stand, where any are told place by place', () => {
    expect(notes({ redrawnOn: ['2025-07-01'] })).toMatch(/before the changes of 1 Jul 2025/)
    const noPlaces = content.tables.filter(({ section }) => section !== 'provinces')
    expect(added(notesSheet, content, { tables: noPlaces, redrawnOn: ['2025-07-01'] })).toEqual([])
  })

  it('tell of phases, places that ended and related indicators where there are any', () => {
    expect(notes(inPhases(content))).toMatch(/^[^\n]*The project works in phases\.[^\n]*$/)
    expect(notes({ endedPlaces: [inBoth('Two provinces ended.')] })).toContain('Two provinces ended.')
    const lines = added(notesSheet, content, { relations: [{ indicator: 'C', counted: 'A' }] as never })
    expect(lines).toEqual([
      'Relations between indicators',
      expect.stringMatching(/^C\tWhat C is divided by.* count of A/),
    ])
  })

  it('say where evidence is kept where any is named, since no recipient can open it', () => {
    const lines = added(notesSheet, content, { evidence: [{ indicator: 'A' }] as never })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/stay with the project and are not handed out with a report/)
  })

  it('name the indicators whose values cover more than a quarter, by how much', () => {
    const [one, other, third, ...more] = content.indicators
    const indicators = [
      { ...one!, frequency: 'annual' as const },
      { ...other!, frequency: 'half-yearly' as const },
      { ...third!, frequency: 'annual' as const },
      ...more,
    ]
    const said = notes({ indicators })
    expect(said).toMatch(new RegExp(`${one!.code}, ${third!.code}`))
    expect(said.indexOf(other!.code)).toBeLessThan(said.indexOf(`${one!.code}, ${third!.code}`))
  })
})
