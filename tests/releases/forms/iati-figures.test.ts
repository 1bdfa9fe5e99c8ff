import { describe, expect, it } from 'vitest'
import { iatiFiguresIn } from '../../../src/releases/forms/read-back/iati-figures.ts'
import { NotAWorkbook } from '../../../src/spreadsheet/xml-parts.ts'

const said = (...texts: string[]) => texts.map((text) => `<narrative>${text}</narrative>`).join('')
/** What stands of an indicator before its numbers. */
const titled = (title: string, about = '') =>
  `<title>${said(title)}</title><description>${said(about)}</description><reference code="SDG"/>`
const period = (numbers: string, first = '2021-01-01', last = '2021-12-31') =>
  `<period><period-start iso-date="${first}"/><period-end iso-date="${last}"/>${numbers}</period>`
const indicator = (inside: string, measure = '1') => `<indicator measure="${measure}">${inside}</indicator>`
const read = (...indicators: string[]) => iatiFiguresIn(`<result>${indicators.join('')}</result>`)

describe('a number of an IATI file', () => {
  it('is told with its indicator, its period, its place, its category and what is said of it', () => {
    const where = '<location ref="ha"/><dimension name="sex" value="female"/><dimension name="age" value="0-17"/>'
    const actual = `<actual value="12">${where}<comment>${said('n = 12', 'tổng = 12')}</comment></actual>`
    expect(read(indicator(titled('V3. Clients. All', 'Who came. Counted once.') + period(actual), '2'))).toEqual([
      {
        ...{ kind: 'actual', indicator: 'V3', measure: '2', about: 'Who came. Counted once.' },
        ...{ first: '2021-01-01', last: '2021-12-31', location: 'ha', dimensions: 'sex=female age=0-17' },
        ...{ value: '12', comment: 'n = 12\ntổng = 12' },
      },
    ])
  })

  it('may be of nothing but its indicator and its period', () => {
    const [figure] = read(indicator(titled('V3. Clients') + period('<target/>')))
    expect(figure).toMatchObject({ kind: 'target', location: '', dimensions: '', value: '', comment: '', about: '' })
  })

  it('is of a day where it is a baseline, which stands before any period', () => {
    const baseline = '<baseline iso-date="2018-12-31" value="3"/>'
    const figures = read(
      indicator(titled('V3. Clients') + baseline + period('<actual value="1"/>')),
      indicator(titled('V4. Cases') + baseline),
    )
    expect(figures.map(({ kind, indicator, first, last }) => [kind, indicator, first, last])).toEqual([
      ['baseline', 'V3', '2018-12-31', '2018-12-31'],
      ['actual', 'V3', '2021-01-01', '2021-12-31'],
      ['baseline', 'V4', '2018-12-31', '2018-12-31'],
    ])
  })

  it('is of the period that it stands in', () => {
    const figures = read(
      indicator(
        titled('V3. Clients') +
          period('<target value="9"/><actual value="8"/>') +
          period('<actual value="7"/>', '2022-01-01', '2022-06-30'),
      ),
    )
    expect(figures.map(({ kind, value, first, last }) => `${kind} ${value} ${first} ${last}`)).toEqual([
      'target 9 2021-01-01 2021-12-31',
      'actual 8 2021-01-01 2021-12-31',
      'actual 7 2022-01-01 2022-06-30',
    ])
  })

  it('is of the indicator that it stands in: nothing of one is told of the next', () => {
    const figures = read(
      indicator(titled('V3. Clients', 'Clients.') + period('<actual value="1"/>')),
      indicator(`<title>${said('V4. Cases', 'V5. Vụ')}</title>${period('<actual value="2"/>')}`, '5'),
      `<indicator>${period('<actual value="3"/>')}</indicator>`,
    )
    expect(figures.map((one) => [one.indicator, one.about, one.measure, one.value])).toEqual([
      ['V3', 'Clients.', '1', '1'],
      ['V4', '', '5', '2'],
      ['', '', '', '3'],
    ])
  })

  it('is told with what is said in its comment alone', () => {
    const noise = `<document><title>Plan</title></document>`
    const figures = read(
      indicator(
        `${titled('V3. Clients')}<location ref="no"/><dimension name="x" value="y"/>
        ${period(`<actual value="1"><comment>so far ${said('n = 9')}</comment>${noise}</actual>${said('after')}`)}`,
      ),
    )
    expect(figures).toMatchObject([{ location: '', dimensions: '', comment: 'n = 9', indicator: 'V3', about: '' }])
  })

  it('is none in a file without numbers, and no file is read that is cut off', () => {
    expect(read(indicator(titled('V3. Clients')))).toEqual([])
    expect(() => iatiFiguresIn('<result>')).toThrow(NotAWorkbook)
  })
})
