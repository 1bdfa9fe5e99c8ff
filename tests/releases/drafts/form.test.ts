import { describe, expect, it } from 'vitest'
import { readForm } from '../../../src/forms/read.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { newReleaseOf, releaseForm } from '../../../src/releases/drafts/form.ts'
import { formPage } from '../../../src/releases/drafts/form-page.ts'
import { newForm } from '../../../src/releases/drafts/new-form.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { q } from '../../support/world.ts'

const NOW = Date.parse('2022-01-20T09:00:00+07:00')
const project = { from: q('2019-Q1'), to: q('2021-Q4') }
const CARD = { firstQuarter: project.from, lastQuarter: project.to, donors: [], thresholds: { donor: 5, public: 10 } }
const BEGUN = newForm({ from: '2021-Q1', to: '2021-Q2' }, NOW, null, { start: 1, cut: 0, of: 40 })
const TYPED = { ...BEGUN, title: 'Quarterly', recipients: ['4'] }

const read = (over: object = {}) => readForm(releaseForm({ project, donors: [4, 5], now: NOW }), { ...TYPED, ...over })
const errorsOf = (over: object) => {
  const found = read(over)
  return 'errors' in found ? found.errors : {}
}
const made = (over: object = {}) => {
  const found = read(over)
  if ('errors' in found) throw new Error(JSON.stringify(found.errors))
  return newReleaseOf(found.values)
}

describe('the form of a new report', () => {
  it('says what is to be reported', () => {
    expect(made()).toEqual({
      title: 'Quarterly',
      titleConfirmed: false,
      donorCode: null,
      from: q('2021-Q1'),
      to: q('2021-Q2'),
      language: 'both',
      audience: 'donor',
      threshold: 5,
      asAt: NOW,
      recipients: [4],
      supersedes: null,
      layout: DEFAULT_LAYOUT,
    })
  })

  it.each([
    ['title', { title: 'x'.repeat(201) }, 'releases:wrong.title-long'],
    ['title', { title: 'The case of chị Lan' }, 'releases:wrong.title-names'],
    ['from', { from: '2021' }, 'releases:wrong.quarter'],
    ['from', { from: '2018-Q4' }, 'releases:wrong.outside'],
    ['to', { to: '2022-Q1' }, 'releases:wrong.outside'],
    ['to', { from: '2021-Q3' }, 'releases:wrong.backwards'],
    ['language', { language: 'fr' }, 'releases:wrong.language'],
    ['audience', { audience: 'staff' }, 'releases:wrong.audience'],
    ['threshold', { threshold: '4' }, 'releases:wrong.threshold-low'],
    ['threshold', { threshold: '0' }, 'releases:wrong.threshold-low'],
    ['threshold', { threshold: 'five' }, 'releases:wrong.threshold'],
    ['threshold', { threshold: '5.5' }, 'releases:wrong.threshold'],
    ['threshold', { threshold: '-5' }, 'releases:wrong.threshold'],
    ['threshold', { threshold: '1001' }, 'releases:wrong.threshold'],
    ['threshold', { threshold: '999999' }, 'releases:wrong.threshold'],
    ['threshold', { threshold: '1234567' }, 'releases:wrong.threshold'],
    ['asAt', { asAt: '2021-02-30' }, 'releases:wrong.day'],
    ['asAt', { asAt: '' }, 'releases:wrong.day'],
    ['asAt', { asAt: '2022-01-21' }, 'releases:wrong.future'],
    ['asAt', { asAt: '2020-12-31' }, 'releases:wrong.before-period'],
    ['recipients', { recipients: ['4', '9'] }, 'releases:wrong.recipients'],
    ['recipients', { recipients: [] }, 'releases:wrong.recipients-none'],
    ['project', { project: 'day' }, 'releases:wrong.choice'],
    ['province', { province: 'day' }, 'releases:wrong.choice'],
    ['breakdown', { breakdown: 'quarter' }, 'releases:wrong.choice'],
    ['years', { years: 'lunar' }, 'releases:wrong.choice'],
  ])('has a sentence beside %s: %j', (field, over, sentence) => {
    expect(errorsOf(over)).toEqual({ [field]: sentence })
  })

  it('says what two fields have to do with each other only when each of them is right', () => {
    expect(errorsOf({ from: '2021-Q9', to: '2020-Q1' })).toEqual({ from: 'releases:wrong.quarter' })
    expect(errorsOf({ from: '2021-Q9', asAt: '2020-12-31' })).toEqual({ from: 'releases:wrong.quarter' })
    expect(errorsOf({ audience: 'press', recipients: [] })).toEqual({ audience: 'releases:wrong.audience' })
    expect(errorsOf({ from: '2021-Q4', to: '2021-Q1', threshold: '4', recipients: [] })).toEqual({
      to: 'releases:wrong.backwards',
      threshold: 'releases:wrong.threshold-low',
      recipients: 'releases:wrong.recipients-none',
    })
  })

  it('takes an audience’s own number when none is typed, and any other that is high enough', () => {
    expect(made({ audience: 'public', recipients: [] }).threshold).toBe(10)
    expect(made({ threshold: ' 5 ' }).threshold).toBe(5)
    expect(made({ threshold: '11' }).threshold).toBe(11)
    expect(made({ threshold: '1000' }).threshold).toBe(1000)
  })

  it('takes a day for its end in Viet Nam, and today for now', () => {
    expect(made({ asAt: '2021-01-01' }).asAt).toBe(Date.parse('2021-01-02T00:00:00+07:00') - 1)
    expect(made({ asAt: ' 2021-12-31 ' }).asAt).toBe(Date.parse('2022-01-01T00:00:00+07:00') - 1)
    expect(made({ asAt: '2022-01-20' }).asAt).toBe(NOW)
  })

  it('takes one quarter, blanks around it, each recipient once, and a title that its writer has looked at again', () => {
    expect(made({ from: ' 2021-Q4 ', to: '2021-Q4' })).toMatchObject({ from: q('2021-Q4'), to: q('2021-Q4') })
    expect(made({ from: '2019-Q1', to: '2021-Q4' })).toMatchObject(project)
    expect(made({ recipients: ['5', '4', '5'] }).recipients).toEqual([5, 4])
    expect(made({ title: 'The case of chị Lan', titleChecked: 'yes' }).titleConfirmed).toBe(true)
    expect(made({ titleChecked: 'yes' }).titleConfirmed).toBe(false)
    expect(errorsOf({ title: 'The case of chị Lan', titleChecked: 'no' })).toHaveProperty('title')
  })
})

describe('the page of a new report', () => {
  const beside = { fiscal: { start: 4, cut: 0, of: 0 }, supersedable: [], weights: null, brokenLayout: null }
  const page = (language: 'vi' | 'en', over: object = {}, errors = {}) =>
    formPage(
      { card: CARD, donors: [{ id: 4, name: 'Ann' }], typed: { ...TYPED, ...over }, errors, ...beside },
      wordsFor(language, PILOT_TERMS),
    )

  it.each(['vi', 'en'] as const)('offers in %s what can be chosen', (language) => {
    const { typed, ...model } = page(language)
    expect(typed).toEqual(TYPED)
    expect(model).toMatchSnapshot()
  })

  it('asks about a title when it may name somebody, and goes on asking once it was', () => {
    expect(page('en').titleDoubted).toBe(false)
    expect(page('en', { titleChecked: 'yes' }).titleDoubted).toBe(true)
    expect(page('en', {}, { title: 'releases:wrong.title-names' }).titleDoubted).toBe(true)
    expect(page('en', {}, { title: 'releases:wrong.title-long' }).titleDoubted).toBe(false)
  })
})
