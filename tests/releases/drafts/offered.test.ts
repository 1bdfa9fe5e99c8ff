import { describe, expect, it } from 'vitest'
import { readForm } from '../../../src/forms/read.ts'
import type { WeightsOff } from '../../../src/indicators/results/result.ts'
import { wordsFor } from '../../../src/language/words.ts'
import type { Donor } from '../../../src/project/donor.ts'
import type { ProjectCard } from '../../../src/project/project.ts'
import { newReleaseOf, releaseForm } from '../../../src/releases/drafts/form.ts'
import { formPage } from '../../../src/releases/drafts/form-page.ts'
import { namedRelease } from '../../../src/releases/drafts/named.ts'
import { newForm } from '../../../src/releases/drafts/new-form.ts'
import type { Supersedable } from '../../../src/releases/standing/standing.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { q } from '../../support/small-project.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const project = { from: q('2019-Q1'), to: q('2021-Q4') }
const donor = (code: string, more: Partial<Donor> = {}) =>
  ({ code, name: { vi: `${code} vi`, en: code.toUpperCase() }, threshold: null, ...more }) as Donor
const card = (...donors: Donor[]) =>
  ({
    ...{ firstQuarter: q('2021-Q1'), lastQuarter: q('2021-Q2'), donors, thresholds: { donor: 5, public: 10 } },
    terms: PILOT_TERMS,
  }) as unknown as ProjectCard
const earlier = (id: number, more: Partial<Supersedable> = {}): Supersedable => ({
  ...{ id, title: `Report ${id}`, audience: 'donor', donorCode: 'uk', language: 'both', recipients: [4] },
  ...{ from: q('2021-Q1'), to: q('2021-Q2') },
  ...more,
})
const TYPED = {
  ...newForm({ from: '2021-Q1', to: '2021-Q2' }, NOW, null, { start: 1, cut: 0, of: 40 }),
  ...{ title: 'Quarterly', recipients: ['4'], donor: 'uk' },
}
const ISSUED = [earlier(9), earlier(8, { recipients: [5] })]

describe('the form of a new report', () => {
  const read = (over: object, payers = ['uk', 'eu']) =>
    readForm(releaseForm({ project, donors: [4, 5], payers, supersedable: ISSUED, now: NOW }), { ...TYPED, ...over })
  const made = (over: object = {}, payers?: string[], whose: ProjectCard | null = null) => {
    const found = read(over, payers)
    if ('errors' in found) return found.errors
    return newReleaseOf(found.values, whose, ISSUED)
  }

  it.each([
    ['the one that was chosen', 'eu', ['uk', 'eu'], { donorCode: 'eu' }],
    ['the first where none was', '', ['uk', 'eu'], { donorCode: 'uk' }],
    ['none in a project without any', '', [], { donorCode: null }],
    ['none that the project does not have', 'us', ['uk', 'eu'], { donor: 'releases:wrong.choice' }],
  ])('is for a donor: %s', (_, code, payers, found) => {
    expect(made({ donor: code }, payers)).toMatchObject(found)
  })

  it.each([
    ['the usual one, when nothing is said', '', { supersedes: 9 }],
    ['the usual one', 'usual', { supersedes: 9 }],
    ['none', 'none', { supersedes: null }],
    ['one that is named', '9', { supersedes: 9 }],
    ['one that went to others', '8', { supersedes: 'releases:wrong.supersedes' }],
    ['one that is not there', '7', { supersedes: 'releases:wrong.choice' }],
    ['what is no number', 'x', { supersedes: 'releases:wrong.choice' }],
  ])('takes the place of %s', (_, supersedes, found) => {
    expect(made({ supersedes })).toMatchObject(found)
  })

  it('says that it can’t take a place only where its readers are right by themselves', () => {
    expect(made({ supersedes: '8', recipients: ['6'] })).toEqual({ recipients: 'releases:wrong.recipients' })
    expect(made({ supersedes: '8', recipients: [] })).toMatchObject({ recipients: 'releases:wrong.recipients-none' })
    expect(made({ supersedes: '8', audience: 'press' })).toEqual({ audience: 'releases:wrong.audience' })
  })

  it('hides what its donor or its project says, where nobody types another number', () => {
    const whose = card(donor('uk', { threshold: 7 }), donor('eu'))
    const threshold = (over: object) => (made(over, undefined, whose) as { threshold: number }).threshold
    expect(threshold({})).toBe(7)
    expect(threshold({ donor: 'eu', supersedes: 'none' })).toBe(5)
    expect(threshold({ threshold: '20' })).toBe(20)
  })
})

describe('the page of a new report', () => {
  const page = (
    whose: ProjectCard,
    over: object = {},
    supersedable: Supersedable[] = [],
    weights: WeightsOff | null = null,
  ) => {
    const beside = { fiscal: { start: 4, cut: 0, of: 0 }, supersedable, weights, brokenLayout: null }
    const form = { card: whose, donors: [{ id: 4, name: 'Ann' }], typed: { ...TYPED, ...over }, errors: {}, ...beside }
    return formPage(form, wordsFor('en', PILOT_TERMS))
  }

  it('offers every report it may take the place of, by number and title; nothing where none was issued', () => {
    expect(page(card(), {}, ISSUED).supersedable).toEqual([
      { value: 'usual', label: 'The last report of the same period, language and readers, if there is one' },
      { value: 'none', label: 'No report' },
      { value: '9', label: expect.stringMatching(/9.*Report 9/) },
      { value: '8', label: expect.stringMatching(/8.*Report 8/) },
    ])
    expect(page(card()).supersedable).toEqual([])
  })

  it('says by which layout the workbook is made: its donor’s, else every sheet and column', () => {
    const layout = { name: { vi: 'mẫu', en: 'Matrix' } } as NonNullable<Donor['workbook']>
    const whose = card(donor('uk', { workbook: layout }), donor('eu'))
    expect(page(whose).workbook).toBe('The workbook for UK follows the layout “Matrix”.')
    expect(page(whose, { donor: 'eu' }).workbook).toContain('EU has no workbook layout of its own')
    expect(page(card()).workbook).toBeNull()
  })

  it('offers quarters with their dates, people by their names, and years as the donor’s begin', () => {
    const { quarters, donors, layout, values, weights } = page(card())
    expect(quarters.map(({ value, label }) => [value, label])).toEqual([
      ['2021-Q1', expect.stringContaining('1 Jan 2021 – 31 Mar 2021')],
      ['2021-Q2', expect.stringContaining('1 Apr 2021 – 30 Jun 2021')],
    ])
    expect(donors).toEqual([{ value: '4', label: 'Ann' }])
    expect(layout.years.find(({ value }) => value === 'fiscal')!.label).toContain('April')
    expect(values).toEqual({ first: '2021-Q1', last: '2021-Q2' })
    expect(weights).toBeNull()
    expect(page(card(), {}, [], { sum: 95, missing: 0 }).weights).toContain('95')
  })
})

describe('the name of a report', () => {
  const asked = (more: object = {}) => {
    const found = readForm(releaseForm({ project, donors: [4], payers: ['uk'], now: NOW }), { ...TYPED, ...more })
    if ('errors' in found) throw new Error(JSON.stringify(found.errors))
    return namedRelease(newReleaseOf(found.values), card(donor('uk')))
  }

  it('is its title, else made of its period in the languages of the report', () => {
    expect(asked().title).toBe('Quarterly')
    expect(asked({ title: '', language: 'en' }).title).toBe('Results report, 1 Jan 2021 – 30 Jun 2021')
    expect(asked({ title: '' }).title).toMatch(/^.+ 01\/01\/2021 – 30\/06\/2021 \/ Results report, 1 Jan 2021/)
  })

  it('has the name of its donor beside it, if it has one', () => {
    expect(asked({ language: 'en' }).donor).toBe('UK')
    expect(namedRelease(asked(), card()).donor).toBe('')
  })
})
