import type { Db } from '../../db/connection.ts'
import type { ChartData } from '../../src/charts/model/chart-data.ts'
import type { App } from '../../src/web/context.ts'
import { testApp, Visitor } from '../support/app.ts'
import { demoDb } from '../support/demo.ts'

export const NOW = Date.parse('2022-02-01T09:00:00+07:00')
export const SPAN = 'from=2019-Q1&to=2021-Q3'

/** The pilot with a manager who reads Vietnamese and one who reads English. */
export type Readers = { db: Db; app: App; vi: Visitor; en: Visitor; idOf: (email: string) => number }

export async function readers(): Promise<Readers> {
  const db = demoDb(undefined, NOW)
  const idOf = (email: string) =>
    db.$client.prepare('select id from person where email = ?').pluck().get(`${email}@example.org`) as number
  const app = await testApp(db, () => NOW)
  const vi = await new Visitor(app).become(idOf('iom.manager'), 'vi')
  const en = await new Visitor(app).become(idOf('iom.manager'), 'en')
  return { db, app, vi, en, idOf }
}

/** The page of an indicator followed by its tables, which have an address of their own: what is said of a figure is said on both. */
export async function withTables(visitor: Visitor, address: string): Promise<string> {
  const pictures = await visitor.get(address)
  const tables = await visitor.get(`${address}${address.includes('?') ? '&' : '?'}view=table`)
  return `${pictures.body}${tables.body}`
}

/** The table of a chart: exact numbers of its cells by row heading. */
export function tableOf(body: string, id: string): Map<string, (number | null)[]> {
  const figure = body.slice(body.indexOf(`id="chart-${id}"`))
  const tbody = figure.slice(figure.indexOf('<tbody>'), figure.indexOf('</tbody>'))
  return new Map(
    tbody
      .split('<tr>')
      .slice(1)
      .map((row) => {
        const heading = plain(/<th scope="row">(.*?)<\/th>/s.exec(row)?.[1] ?? '')
        const cells = row.split('<a class="origin"').slice(1)
        const exact = cells.map((cell) => /<data value="([^"]+)"/.exec(cell)?.[1])
        return [heading, exact.map((value) => (value === undefined ? null : Number(value)))]
      }),
  )
}

export function chartOf(body: string, id: string): ChartData {
  const json = new RegExp(`id="picture-${id}-data">(.*?)</script>`, 's').exec(body)?.[1]
  return JSON.parse(json ?? '') as ChartData
}

export function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
