import { beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../support/app.ts'
import { tokenIn } from '../support/forms.ts'
import { NOW, type Readers, readers, tableOf } from './visit.ts'

let db: Readers['db']
let app: Readers['app']
let en: Readers['en']
let idOf: Readers['idOf']

beforeAll(async () => {
  ;({ db, app, en, idOf } = await readers())
})

describe('a page is kept until something is written', () => {
  it('shows a correction at once', async () => {
    const url = '/indicators/P14?from=2021-Q1&to=2021-Q2&view=table'
    const first = tableOf((await en.get(url)).body, 'trend')
    expect(tableOf((await en.get(url)).body, 'trend')).toEqual(first)
    const [before] = [...first.values()][0]!
    const key = db.$client
      .prepare(
        `select f.indicator_id, f.quarter, f.place_id, f.partner_id, f.cell_id from fact f
         join indicator i on i.id = f.indicator_id
         where i.code = 'P14' and f.quarter = 2021 * 4 and f.value > 0 and f.approved_to is null limit 1`,
      )
      .raw()
      .get() as number[]
    const where = 'indicator_id = ? and quarter = ? and place_id = ? and partner_id = ? and cell_id = ?'
    db.$client.prepare(`update fact set approved_to = ${NOW} where ${where} and approved_to is null`).run(key)
    db.$client
      .prepare(
        `insert into fact select indicator_id, quarter, place_id, partner_id, cell_id, ${NOW}, null, state, value + 1000, base
         from fact where ${where} and approved_to = ${NOW}`,
      )
      .run(key)
    const [after] = [...tableOf((await en.get(url)).body, 'trend').values()][0]!
    expect(after).toBe(before! + 1000)
  })

  it('gives each person their own token', async () => {
    const other = await new Visitor(app).become(idOf('bc.manager'), 'en')
    const [mine, theirs] = [await en.get('/overview'), await other.get('/overview')]
    expect(tokenIn(mine.body)).not.toBe(tokenIn(theirs.body))
    // Who corrected a figure is told to everybody who sees it; who is signed in stands in the frame.
    const frameOf = (body: string) => body.replace(/<main.*<\/main>/s, '')
    expect(frameOf(mine.body)).toContain('Trần Minh Họa')
    expect(frameOf(theirs.body)).not.toContain('Trần Minh Họa')
    expect(/<main.*<\/main>/s.exec(theirs.body)?.[0]).toBe(/<main.*<\/main>/s.exec(mine.body)?.[0])
  })
})
