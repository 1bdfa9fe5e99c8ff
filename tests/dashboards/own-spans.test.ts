import { beforeAll, describe, expect, it } from 'vitest'
import { pilotData } from '../../fixtures/story/sources.ts'
import { chartOf, plain, type Readers, readers, tableOf, withTables } from './visit.ts'

/** What a value stands under, by the frequency of its indicator: its name, first and last day, and the quarter it is typed in. */
type Own = [name: string, first: string, last: string, typed: string]
const YEARS = [2019, 2020, 2021]
const HALVES = YEARS.flatMap((year): Own[] => [
  [`H1 ${year}`, `${year}-01-01`, `${year}-06-30`, `${year}-Q2`],
  [`H2 ${year}`, `${year}-07-01`, `${year}-12-31`, `${year}-Q4`],
])
const WHOLE = YEARS.map((year): Own => [`${year}`, `${year}-01-01`, `${year}-12-31`, `${year}-Q4`])
const ROUNDS: Own[] = [
  ['Baseline survey', '2019-04-01', '2019-06-30', '2019-Q2'],
  ['Midline survey', '2020-07-01', '2020-09-30', '2020-Q3'],
  ['Endline survey', '2021-07-01', '2021-09-30', '2021-Q3'],
]
const OWN: Record<string, Own[]> = { 'half-yearly': HALVES, annual: WHOLE, survey: ROUNDS }
const SELDOM = pilotData()
  .data.indicators.filter(({ frequency }) => frequency !== 'quarterly')
  .map(({ code, frequency }) => [code, frequency] as const)

let db: Readers['db']
let en: Readers['en']
let vi: Readers['vi']
beforeAll(async () => {
  ;({ db, en, vi } = await readers())
})

const day = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  )
const headings = (own: readonly Own[]) => own.map(([name, first, last]) => `${name} ${day(first)} – ${day(last)}`)

describe('a value of more than a quarter', () => {
  it('is there of every kind in the pilot', () => {
    const many = (wanted: string) => SELDOM.filter(([, frequency]) => frequency === wanted).length
    expect(['half-yearly', 'annual', 'survey'].map(many)).toEqual([10, 9, 3])
  })

  it.each(SELDOM)(
    '%s, %s: has the same dates in the table, the picture and the CSV, by default and asked by quarter',
    async (code, frequency) => {
      const own = OWN[frequency]!
      for (const asked of ['', '?grain=quarter']) {
        const body = await withTables(en, `/indicators/${code}${asked}`)
        expect([...tableOf(body, 'trend').keys()]).toEqual(headings(own))
        // What can't be added up over reporters is drawn by them.
        const drawn = body.includes('id="picture-trend-data"') ? 'trend' : 'over-time'
        expect(chartOf(body, drawn).data.labels).toEqual(own.map(([name]) => name))
        const csv = await en.get(`/indicators/${code}/table.csv${asked}${asked ? '&' : '?'}table=trend`)
        const lines = csv.body
          .trimEnd()
          .split('\r\n')
          .slice(-own.length)
          .map((line) => line.split(','))
        expect(lines.map((cells) => [cells[0], ...cells.slice(-2)])).toEqual(
          own.map(([name, first, last]) => [name, first, last]),
        )
      }
      const asked = await en.get(`/indicators/${code}?grain=quarter`)
      expect(plain(asked.body)).toMatch(
        /Each value covers a (half-year|year|survey round): the |Each value covers a (half-year|year): (half-years|years) are/,
      )
    },
  )

  it.each(SELDOM)(
    '%s, %s: is named by them on the form, and its entries where it comes from',
    async (code, frequency) => {
      const [name, first, last, typed] = OWN[frequency]![1]!
      const [submission, component] = db.$client
        .prepare(
          `select s.id, r.component from submission s join entry e on e.submission_id = s.id join indicator i on i.id = e.indicator_id
           join result r on r.id = i.result_id
         where i.code = ? and s.quarter = ? and s.state = 'approved' limit 1`,
        )
        .raw()
        .get(code, Number(typed.slice(0, 4)) * 4 + Number(typed.slice(-1)) - 1) as [number, string | null]
      const form = await en.get(`/submissions/${submission}?component=${component ?? 'cross-cutting'}`)
      const row = form.body.slice(form.body.indexOf(`id="row.${code}"`)).split('</section>')[0]!
      const dates = `${day(first)} – ${day(last)}`
      expect(plain(row)).toContain(`This value covers ${name} (${dates})`)
      const [before, from, to] = OWN[frequency]![0]!
      if (row.includes('Last time')) expect(plain(row)).toContain(`Last time, ${before} (${day(from)} – ${day(to)})`)

      const quarterOf = (iso: string) => `${iso.slice(0, 4)}-Q${Math.floor((Number(iso.slice(5, 7)) - 1) / 3) + 1}`
      const origin = await en.get(
        `/figures/origin?indicator=${code}&group=project&from=${quarterOf(first)}&to=${quarterOf(last)}`,
      )
      expect(plain(origin.body)).toContain(`${name} ${dates}`)
    },
  )

  it.each(SELDOM.filter(([, frequency]) => frequency !== 'survey'))(
    '%s, %s: has no figure of a fiscal year from April, and a way to those it has',
    async (code, frequency) => {
      const body = await withTables(vi, `/indicators/${code}?grain=fiscal-year`)
      const cells = [...tableOf(body, 'trend').values()].map(([value]) => value)
      expect(cells).toEqual([null, null, null, null])
      const [before, ...cut] = chartOf(body, 'trend').data.datasets[0]!.gaps
      expect(before).toBe('[d]')
      // A year that did not apply to anybody (P11, V10) is none that was cut.
      expect(cut.filter((sign) => sign !== '[z]')).toEqual(
        cut.slice(['P11', 'V10'].includes(code) ? 1 : 0).map(() => '[t]'),
      )
      expect(body).toContain('Không lập được:')
      expect(body).toContain(`/indicators/${code}?grain=${frequency === 'annual' ? 'year' : 'half-year'}`)
    },
  )

  it('stands in its own row of the overview, and is compared with the one before it', async () => {
    const { body } = await en.get('/overview?quarter=2020-Q2&view=table')
    const rowOf = (code: string) => plain(body.slice(body.indexOf(`">${code}</a>`)).split('</tr>')[0]!)
    expect(rowOf('J5')).toContain('8 cases H1 2020 (1 Jan 2020 – 30 Jun 2020)')
    expect(rowOf('J5')).toContain('against H2 2019')
    expect(rowOf('J4')).toContain('[d] not due')
    expect(rowOf('J4')).toContain('values of 1 Jan 2019 – 31 Dec 2019')
    const scorecard = (await en.get('/overview?quarter=2020-Q2')).body
    const inScorecard = (code: string) => scorecard.slice(scorecard.lastIndexOf(`<b>${code}</b>`)).split('</tr>')[0]!
    expect(plain(inScorecard('J5'))).toContain('8 cases · H1 2020')
    expect(inScorecard('J5')).toContain('against H2 2019')
    // Not due in this quarter: its latest value is that of the year before.
    expect(plain(inScorecard('J4'))).toMatch(/ 2019 /)
  })
})
