import { describe, expect, it } from 'vitest'
import { readIati } from '../../../../src/attack/read/forms/iati.ts'
import { NotAReport } from '../../../../src/attack/read/report.ts'
import { wordsFor } from '../../../../src/language/words.ts'
import { q } from '../../../support/small-project.ts'

const said = (text: string) => `<narrative xml:lang="en">${text}</narrative>`
type Written = { code?: string; measure?: string; about?: string; first?: string; last?: string }

/** An indicator with one period and the numbers in it. */
function indicator(numbers: string, { code = 'V3', measure = '1', about = '', ...dates }: Written = {}): string {
  const { first = '2021-01-01', last = '2021-12-31' } = dates
  return `<indicator measure="${measure}"><title>${said(`${code}. Clients`)}</title>
    <description>${said(about)}</description>
    <period><period-start iso-date="${first}"/><period-end iso-date="${last}"/>${numbers}</period></indicator>`
}

const actual = (value: number | string, inside = '') => `<actual value="${value}">${inside}</actual>`
const comment = (...texts: string[]) => `<comment>${texts.map(said).join('')}</comment>`
const file = (inside: string, ...descriptions: string[]) =>
  `<iati-activities><iati-activity>${descriptions.map((one) => `<description>${said(one)}</description>`).join('')}
    <result>${inside}</result></iati-activity></iati-activities>`
const read = (inside: string, ...descriptions: string[]) => readIati('r.xml', file(inside, ...descriptions))
const counts = (inside: string) => read(inside).told.map(({ part, shown }) => `${part} ${shown}`)

describe('an IATI file', () => {
  it('tells counts by their codes, and leaves out what is hidden', () => {
    const sex = '<location ref="ha"/><dimension name="sex" value="female"/>'
    const numbers = `<baseline value="3"/><target value="9"/>${actual(20)}${actual(12, sex)}`
    const told = { indicator: 'V3', part: 'amount', span: { from: q('2021-Q1'), to: q('2021-Q4') } }
    const usual = { absent: false, coverage: null, isOfValues: true, period: '2021-01-01 2021-12-31' }
    expect(read(indicator(numbers))).toEqual({
      ...{ file: 'r.xml', languages: ['en'], audience: null, most: null, release: null, asAt: '', span: null },
      ...{ map: 'as-reported', former: new Map(), rules: new Map(), overlapping: new Set(), untold: new Set() },
      ...{ beside: [], changes: [], relations: [], leavesOut: true, isInCodes: true },
      told: [
        { ...told, ...usual, place: null, breakdown: null, category: null, shown: 20, at: 'actual[3]' },
        { ...told, ...usual, place: 'ha', breakdown: 'sex', category: 'female', shown: 12, at: 'actual[4]' },
      ],
    })
  })

  it('tells of a partner where a place would stand, beside a category or alone', () => {
    const [partner, sex] = ['<dimension name="partner" value="wu"/>', '<dimension name="sex" value="female"/>']
    const places = ['', partner, partner + sex, sex + partner, `<location ref="ha"/>${partner}`]
    const { told } = read(indicator(places.map((one, nth) => actual(nth + 10, one)).join('')))
    expect(told.map(({ place, breakdown, category }) => [place, breakdown, category])).toEqual([
      [null, null, null],
      ['wu', null, null],
      ['wu', 'sex', 'female'],
      ['wu', 'sex', 'female'],
      ['ha', null, null],
    ])
  })

  it('tells counts of the quarters in which the dates of a period lie', () => {
    const { span, period } = read(indicator(actual(20), { first: '2020-07-01', last: '2020-09-30' })).told[0]!
    expect([span, period]).toEqual([{ from: q('2020-Q3'), to: q('2020-Q3') }, '2020-07-01 2020-09-30'])
  })

  it('says how the values of an indicator add up, where its description does', () => {
    const { t } = wordsFor('en')
    const about = `Who it is. ${t('figures:rule.count.sum-latest')}`
    const { rules } = read(indicator(actual(20), { about }) + indicator(actual(9), { code: 'P1', about: 'Nothing.' }))
    expect([...rules]).toEqual([['V3', { overPlaces: 'sum', overTime: 'latest' }]])
  })

  it.each<[string, string]>([
    ['nothing', ''],
    ['no number', indicator('')],
    ['targets alone', indicator('<target value="9"/>')],
    ['no count', indicator(actual('2.5'))],
  ])('is no report with %s', (_, inside) => {
    expect(() => read(inside)).toThrow(new NotAReport('r.xml'))
  })

  it('is no report where it is no XML', () => {
    expect(() => readIati('r.xml', file(indicator(actual(20))).replace('</result>', ''))).toThrow(
      new NotAReport('r.xml'),
    )
  })
})

describe('what a number counts', () => {
  it.each<[string, string, string[]]>([
    ['a number of units', indicator(actual(20)), ['amount 20']],
    [
      'what its comment says of a quotient',
      indicator(actual(85, comment('17 of 20'))),
      ['numerator 17', 'denominator 20'],
    ],
    ['what its comment says under a mean', indicator(actual(2.5, comment('n = 10'))), ['n 10']],
    ['a sentence among others', indicator(actual(1, comment('As told; n = 10; so far'))), ['n 10']],
    [
      'a line among others',
      indicator(actual(1, comment('Theo báo cáo', '17 of 20'))),
      ['numerator 17', 'denominator 20'],
    ],
    ['a quotient before a mean', indicator(actual(1, comment('n = 10; 17 of 20'))), ['numerator 17', 'denominator 20']],
    ['thousands', indicator(actual(1, comment('1,234 of 12,345,678'))), ['numerator 1234', 'denominator 12345678']],
    ['thousands in Vietnamese', indicator(actual(1, comment('n = 1.234'))), ['n 1234']],
    ['thousands with spaces', indicator(actual(1, comment('n = 1 234'))), ['n 1234']],
    ['nothing beside a mean of something', indicator(actual(20) + actual(3, comment('n = many'))), ['amount 20']],
    ['no fraction of a mean', indicator(actual(20) + actual(3, comment('n = 2.5'))), ['amount 20']],
    ['no thousands that are four', indicator(actual(20) + actual(3, comment('n = 1,2345'))), ['amount 20']],
    ['no thousands behind words', indicator(actual(20) + actual(3, comment('n = x1,234'))), ['amount 20']],
    ['an amount where a comment has no numbers', indicator(actual(20, comment('most of them'))), ['amount 20']],
    ['no half of a quotient', indicator(actual(20, comment('17 of them'))), ['amount 20']],
    ['nor the other half', indicator(actual(20, comment('some of 17'))), ['amount 20']],
    ['no percentage', indicator(actual(20) + actual('2.5')), ['amount 20']],
    ['nothing below nothing', indicator(actual(20) + actual('-3') + actual('3e2')), ['amount 20']],
    ['a zero', indicator(actual(0)), ['amount 0']],
  ])('is %s', (_, inside, told) => {
    expect(counts(inside)).toEqual(told)
  })

  it('is nothing of what is measured otherwise: a stage is no count', () => {
    expect(counts(indicator(actual(3), { code: 'S1', measure: '5' }) + indicator(actual(20)))).toEqual(['amount 20'])
  })
})

describe('which report an IATI file is', () => {
  const { t } = wordsFor('en')
  const version = t('releases:workbook.cover.version-value', { id: 7, when: '1 Mar 2021' })
  const rule = t('releases:iati.rule', { most: 4 })
  const about = (...descriptions: string[]) => {
    const { release, most } = read(indicator(actual(20)), ...descriptions)
    return [release, most]
  }

  it('its descriptions say, and up to what counts are hidden', () => {
    expect(about(`Illustrative.\n${version}: A report: of 2021\nBasis: approved\n${rule}`)).toEqual([7, 4])
    expect(about('The project.', `${version}: A report`, rule)).toEqual([7, 4])
    expect(about(rule, 'The project.')).toEqual([null, 4])
    expect(about('The project.', version)).toEqual([7, null])
    expect(about()).toEqual([null, null])
  })

  it('is said in either language', () => {
    const vi = wordsFor('vi')
    const when = vi.t('releases:workbook.cover.version-value', { id: 8, when: '01/03/2021' })
    expect(about(`${when}: Báo cáo\n${vi.t('releases:iati.rule', { most: 9 })}`)).toEqual([8, 9])
  })

  it('is said of the activity itself: not in its title, nor of its results and places', () => {
    const elsewhere = `\n${version}: x\n${rule}\n`
    const title = `<title>${said(elsewhere)}</title>`
    const place = `<location><description>${said(elsewhere)}</description></location>`
    const note = `<description><note>${said(elsewhere)}</note>${elsewhere}</description>`
    const xml = file(indicator(actual(20), { about: elsewhere }), 'The project.').replace('<result>', (result) =>
      [title, place, note, result].join(''),
    )
    expect(readIati('r.xml', xml)).toMatchObject({ release: null, most: null })
  })
})
