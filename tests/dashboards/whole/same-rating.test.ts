import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorsAsAt } from '../../../src/indicators/store.ts'
import { number } from '../../../src/language/format.ts'
import { places } from '../../../src/places/store.ts'
import { plain, type Readers, readers } from '../visit.ts'

/*
 * A rating is one everywhere: what the CSV of an indicator says of each of its periods and provinces is what its page, the pages of
 * its component and of its provinces, the overview, the page of origin and *My work* say in words, with the same per cent.
 */
const SPAN = 'from=2019-Q1&to=2021-Q4'
const GRAINS = ['quarter', 'year', 'to-date']

let pilot: Readers
let codes: { code: string; component: string | null }[]
let provinces: { slug: string; name: string }[]
beforeAll(async () => {
  pilot = await readers()
  codes = indicatorsAsAt(pilot.db).map(({ code, component }) => ({ code, component }))
  provinces = places(pilot.db)
    .list.filter(
      ({ level, validTo, validFrom }) => level === 'province' && validFrom < '2021' && validTo !== '1990-01-01',
    )
    .map(({ slug, name }) => ({ slug, name: name.en }))
})
afterAll(() => pilot.app.close())

/** Rows of a CSV of ours. */
function rowsOf(csv: string): string[][] {
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
      cell!.replace(/^"|"$/g, '').replaceAll('""', '"'),
    )
  return csv.replace('\uFEFF', '').trimEnd().split('\r\n').map(cells)
}

type Rated = { row: string; column?: string; rating: string }

/** "On track 103.2%", "On track so far 80%", or why there is none; nothing where nothing is planned. */
async function ratedInCsv(code: string, table: string, grain: string): Promise<Rated[]> {
  const { status, body } = await pilot.en.get(`/indicators/${code}/table.csv?${SPAN}&grain=${grain}&table=${table}`)
  expect([code, table, status]).toEqual([code, table, 200])
  const [head, ...rows] = rowsOf(body).slice(rowsOf(body).findIndex((row) => row.length > 12))
  const [share, rating] = [head!.indexOf('Share of planned'), head!.indexOf('Rating')]
  return rows.map((row) => ({
    row: row[0]!,
    column: row[2]!,
    rating: `${row[rating]}${row[share] === '' ? '' : ` ${number(Number.parseFloat(row[share]!), 'en', 1)}%`}`.trim(),
  }))
}

/** The rows of a chart's table that has its rating beside it, as the CSV has them. */
function ratedOnPage(body: string, id: string): Rated[] {
  const at = body.indexOf(`id="chart-${id}"`)
  if (at < 0) return []
  const rows = body.slice(body.indexOf('<tbody>', at), body.indexOf('</tbody>', at)).split('<tr>').slice(1)
  return rows.map((row) => ({
    row: plain(/<th scope="row">(.*?)(?:<span class="under">|<\/th>)/s.exec(row)?.[1] ?? ''),
    rating: ratingIn(row),
  }))
}

/** Without a plan there is no tag, and it says why. */
function ratingIn(html: string): string {
  return plain(/<span class="tag [a-z]+(?: so-far)?">(.*?)<\/span>/s.exec(html)?.[1] ?? '').replace('◌ ', '')
}

/** The row of an indicator in the scorecard, and how its tiles rate some provinces. */
const rowIn = (body: string, code: string) => body.slice(body.lastIndexOf(`<b>${code}</b>`)).split('</tr>')[0]!
const RATED = /(?:On track|Somewhat behind|Off track)(?: so far)?(?: -?[\d.,]+%)?$/
const tilesIn = (row: string, provinces: readonly (string | undefined)[]) => {
  const labels = [...row.matchAll(/ (?:aria-label|title)="([^"]*)"/g)].map(([, label]) => label!)
  return provinces.map((name) => {
    const label = labels.find((one) => one.includes(`${name}: `)) ?? 'no tile'
    return label === 'no tile' ? label : (RATED.exec(label)?.[0] ?? '')
  })
}

const ofPlace = (rated: readonly Rated[], name: string | undefined) => rated.filter(({ column }) => column === name)
const rows = (rated: readonly Rated[]) => rated.map(({ row, rating }) => ({ row, rating }))
/** Where nothing is rated the CSV says so where something was planned; a page says why in any case. */
const tagged = (rated: readonly Rated[]) =>
  rated.map((one) => ({ ...one, rating: /%|On track|behind|Off track/.test(one.rating) ? one.rating : '' }))

describe.each(GRAINS)('the rating of every figure by %s', (grain) => {
  it('is the same in the CSV, on the page of the indicator, of its component and of its provinces', async () => {
    const pages = new Map<string, string>()
    const page = async (address: string) => {
      const known = pages.get(address) ?? (await pilot.en.get(`${address}?${SPAN}&grain=${grain}&view=table`)).body
      pages.set(address, known)
      return known
    }
    let [compared, onComponents] = [0, 0]
    for (const { code, component } of codes) {
      const told = tagged(await ratedInCsv(code, 'trend', grain))
      const own = ratedOnPage(await page(`/indicators/${code}`), 'trend')
      expect({ code, rows: own }).toEqual({ code, rows: rows(told) })
      if (component) {
        const there = ratedOnPage(await page(`/components/${component}`), `${code}-trend`)
        // Where reporters can't be added the page of the component has the provinces alone.
        if (there.length > 0) expect({ code, component, rows: there }).toEqual({ code, component, rows: rows(told) })
        onComponents += Math.sign(there.length)
      }
      const places = tagged(await ratedInCsv(code, 'over-time', grain))
      for (const { slug, name } of provinces) {
        const here = ratedOnPage(await page(`/provinces/${slug}`), `${code}-trend-${slug}`)
        if (here.length === 0) continue
        expect({ code, slug, rows: here }).toEqual({ code, slug, rows: rows(ofPlace(places, name)) })
        compared += here.length
      }
      compared += own.length
    }
    expect([compared > 200, onComponents > 30]).toEqual([true, true])
  })
})

describe('the rating of a figure to date', () => {
  it('is the same on the overview, of the project and of each province, and on My work', async () => {
    const overview = (await pilot.en.get('/overview?to=2021-Q4&view=table')).body
    const scorecard = (await pilot.en.get('/overview?to=2021-Q4')).body
    const home = (await pilot.en.get('/')).body
    const shown = (await pilot.en.get('/overview')).body
    let [rated, soFar, listed] = [0, 0, 0]
    for (const { code } of codes) {
      const project = tagged(await ratedInCsv(code, 'trend', 'to-date')).at(-1)!.rating
      const scored = rowIn(scorecard, code)
      expect([code, ratingIn(scored)]).toEqual([code, project])
      const [progress, matrix] = overview.split(`>${code}</a>`).slice(1)
      const row = progress!.slice(0, progress!.indexOf('</tr>'))
      expect([code, ratingIn(row)]).toEqual([code, project])
      rated += project === '' ? 0 : 1
      soFar += project.includes('so far') ? 1 : 0
      const task = home.split(`<strong>${code}</strong>`)[1]
      if (task) {
        listed += 1
        // My work speaks of the quarter that the overview opens on.
        expect([code, ratingIn(task.slice(0, task.indexOf('</li>')))]).toEqual([code, ratingIn(rowIn(shown, code))])
      }
      if (!matrix) continue
      const last = tagged(await ratedInCsv(code, 'over-time', 'to-date'))
      const cells = matrix.slice(0, matrix.indexOf('</tr>')).split('<td class="number rag-').slice(1)
      const columns = [...new Set(last.map(({ column }) => column))]
      const ratings = columns.map((name) => ofPlace(last, name).at(-1)!.rating)
      expect([code, tilesIn(scored, columns)]).toEqual([code, ratings])
      expect([code, cells.map(ratingIn)]).toEqual([code, ratings])
    }
    expect([rated > 30, soFar > 5, listed > 2]).toEqual([true, true, true])
  })
})
