import { describe, expect, it } from 'vitest'
import type { EarlierNumber } from '../../../../src/disclosure/earlier/hold.ts'
import type { PublishableCell } from '../../../../src/disclosure/publishable.ts'
import type { Figure } from '../../../../src/figures/figure.ts'
import { bilingualIn } from '../../../../src/releases/workbook/bilingual.ts'
import { baselineCell, baselineSourceCell } from '../../../../src/releases/workbook/sheets/tracking/baseline-cells.ts'
import { COLUMNS } from '../../../../src/releases/workbook/sheets/tracking/columns.ts'
import { evidenceCell } from '../../../../src/releases/workbook/sheets/tracking/evidence-cell.ts'
import { explanationCell } from '../../../../src/releases/workbook/sheets/tracking/explanation-cell.ts'
import type { Tracked } from '../../../../src/releases/workbook/sheets/tracking/tracked.ts'
import { COUNT, reported } from '../../../charts/tables.ts'
import { q } from '../../../support/small-project.ts'
import { figureCell } from '../data-sheet/given.ts'
import { inBoth } from '../small-content.ts'

const YEAR = { from: q('2021-Q1'), to: q('2021-Q4') }
const IN_YEAR = figureCell(reported(3))

/** A row of the tracking table of a report of a year, of which nothing more is known than is given. */
function tracked(content: object = {}, more: Partial<Tracked> = {}, language: 'en' | 'both' = 'en'): Tracked {
  const cells = { period: IN_YEAR, toDate: IN_YEAR, rated: IN_YEAR, ...more }
  const nothing = { changes: [], explanations: [], evidence: [], deviations: [], draft: false }
  const maps = { baselines: new Map(), deviationTexts: new Map(), targetChanges: new Map() }
  return {
    ...{ indicator: { ...COUNT, breakdowns: [], ended: null }, breaks: [], bilingual: bilingualIn(language) },
    ...{ ...cells, reached: { toDate: cells.toDate, rated: cells.rated }, live: { beside: (made: object) => made } },
    ...more,
    content: { ...nothing, ...maps, layout: { sheets: [] }, release: { language, ...YEAR }, ...content },
  } as unknown as Tracked
}

describe('the explanation of a figure', () => {
  const said = (content: object, more?: Partial<Tracked>, language?: 'en' | 'both') =>
    explanationCell(tracked(content, more, language))
  const texts = new Map([['V3', { vi: 'Mưa', en: 'Rain' }]])
  const deviations = [{ indicator: 'V3' }]

  it('is what a manager says, in the languages of the report; nothing is –', () => {
    expect(said({})).toBe('–')
    expect(said({ deviationTexts: texts })).toBe('Rain')
    expect(said({ deviationTexts: texts }, {}, 'both')).toBe('Mưa\nRain')
    expect(said({ deviationTexts: new Map([['V3', { vi: 'Mưa', en: null }]]) })).toBe('–')
  })

  it('is awaited in a draft where the figure is far from its plan and nobody has said why', () => {
    expect(said({ draft: true, deviations })).toBe('to be explained before the report is issued')
    expect(said({ draft: true, deviations, deviationTexts: texts })).toBe('Rain')
    expect(said({ draft: true, deviations: [{ indicator: 'V4' }] })).toBe('–')
    expect(said({ deviations })).toBe('–')
  })

  it('has targets that are others than they were, unless the figure is hidden', () => {
    const change = { from: q('2021-Q1'), to: q('2021-Q4'), before: 40, now: 50, on: Date.UTC(2021, 4, 2), reason: null }
    const targetChanges = new Map([['V3', [change, { ...change, reason: inBoth('More staff.') }]]])
    const lines = String(said({ targetChanges })).split('\n')
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toMatch(/1 Jan 2021 – 31 Dec 2021.*40.*50.*2 May 2021/)
    expect(lines[1]).toMatch(/More staff\.$/)
    expect(said({ targetChanges }, { rated: figureCell('confidential') })).toBe('–')
  })

  it('leads to the sheet of what reporters wrote, by its own name, where something of it is about this figure', () => {
    const explanations = [{ indicator: 'V3', place: inBoth('Ha Tinh'), quarter: q('2021-Q3'), text: 'Floods.' }]
    const layout = (name: object | null) => ({ sheets: [{ is: 'notes' }, { is: 'narrative', name }] })
    expect(said({ explanations, layout: layout(null) })).toBe('Reporters: Narrative')
    expect(said({ explanations, layout: layout(inBoth('Stories')) })).toBe('Reporters: Stories')
    expect(said({ explanations: [], layout: layout(null) })).toBe('–')
    expect(said({ explanations, deviationTexts: texts })).toBe('Rain\nHa Tinh, Q3 2021: Floods.')
  })
})

it('evidence is named with where and when it was attached, each file on a line of its own', () => {
  const file = (text: string, indicator = 'V3') => ({
    ...{ indicator, text, place: inBoth('Ha Tinh'), quarter: q('2021-Q3') },
  })
  expect(evidenceCell(tracked({ evidence: [file('List.pdf'), file('Other.pdf', 'V4'), file('Map.png')] }))).toBe(
    'List.pdf (Ha Tinh, Q3 2021)\nMap.png (Ha Tinh, Q3 2021)',
  )
  expect(evidenceCell(tracked({ evidence: [file('Other.pdf', 'V4')] }))).toBe('–')
})

describe('the baseline of a figure', () => {
  const cells = (baseline: object | null) => {
    const one = tracked({ baselines: new Map(baseline ? [['V3', baseline]] : []) })
    return [baselineCell(one), baselineSourceCell(one)]
  }
  const about = { quarter: inBoth('Q1 2019'), source: inBoth('Survey') }

  it('is a number or the sign for why there is none, with when it was and who says so', () => {
    expect(cells({ ...about, value: 12, mark: null })).toEqual([{ number: 12, format: '#,##0' }, 'Q1 2019. Survey'])
    expect(cells({ ...about, value: null, mark: '[c]' })[0]).toEqual({ mark: '[c]' })
    expect(cells({ ...about, value: null, mark: null })[0]).toEqual({ mark: '[x]' })
  })

  it('has no sign where it was never set: nobody said that it does not apply', () => {
    expect(cells(null)).toEqual(['not set', 'not set'])
  })
})

describe('the status of a figure', () => {
  const column = COLUMNS.find(({ key }) => key === 'status')!
  const status = (content: object = {}, more?: Partial<Tracked>) => column.cell(tracked(content, more))
  const held = (figure: Figure = reported(4)): PublishableCell => {
    const cell = figureCell(figure)
    return { ...cell, shown: { ...cell.shown, held: {} as EarlierNumber } as PublishableCell['shown'] }
  }
  const changed = (kind: string, indicator = 'V3') => ({ changes: [{ kind, indicator }] })

  it('is that it is approved, and revised where one of its values was corrected since the report before', () => {
    expect(status()).toBe('approved')
    expect(status(changed('corrected'))).toBe('approved; [r] revised')
    expect([status(changed('late')), status(changed('corrected', 'V4'))]).toEqual(['approved', 'approved'])
  })

  it('says which dates its values are of, where these are not those of the report', () => {
    const half = { from: q('2021-Q1'), to: q('2021-Q2') }
    const covering = figureCell(reported(3), { covers: half })
    const dates = 'values of 1 Jan 2021 – 30 Jun 2021'
    expect(status({}, { period: covering })).toBe(`approved\nAchieved in the period: ${dates}`)
    expect(status({}, { toDate: covering })).toBe(`approved\nCumulative to date: ${dates}`)
    const last = figureCell(reported(3), { period: half })
    expect(status({}, { reached: { toDate: last, rated: IN_YEAR } })).toBe(`approved\nCumulative to date: ${dates}`)
    const before = figureCell(reported(3), { period: { ...YEAR, from: q('2020-Q4') } })
    expect(status({}, { period: before })).toContain('Achieved in the period: values of 1 Oct 2020 – 31 Dec 2021')
  })

  it('says which of its other figures stand at an earlier number', () => {
    const [earlier, later] = [held(), held()]
    const lines = (toDate: PublishableCell, rated: PublishableCell) =>
      String(status({}, { toDate, rated })).split('\n').slice(1)
    const [TO_DATE, IN_PHASE] = ['[h] held: Cumulative to date', '[h] held: Cumulative in the phase']
    expect(lines(earlier, IN_YEAR)).toEqual([TO_DATE])
    expect(lines(IN_YEAR, later)).toEqual([IN_PHASE])
    expect(lines(earlier, later)).toEqual([TO_DATE, IN_PHASE])
    // Without phases both are one figure.
    expect(lines(earlier, earlier)).toEqual([TO_DATE])
  })

  it('says that it is asked for no more, can’t be added, or breaks', () => {
    const indicator = { ...COUNT, breakdowns: [], ended: inBoth('Asked for until 2020.') } as Tracked['indicator']
    expect(status({}, { indicator })).toBe('approved\nAsked for until 2020.')
    expect(status({}, { breaks: [inBoth('Other forms.'), inBoth('Other map.')] })).toBe(
      'approved\nOther forms.\nOther map.',
    )
    const apart: Figure = { ...reported(1), state: 'not additive', value: null, why: 'definitions' }
    for (const more of [{ period: figureCell(apart) }, { toDate: figureCell(apart) }])
      expect(status({}, more)).toMatch(/^approved\nCannot be added/)
    expect(status({}, { period: figureCell({ ...apart, why: 'reporters' }) })).toBe('approved')
  })
})
