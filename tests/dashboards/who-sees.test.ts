import { beforeAll, describe, expect, it } from 'vitest'
import { testApp, Visitor } from '../support/app.ts'
import { emptyDb } from '../support/database.ts'
import { NOW, plain, type Readers, readers } from './visit.ts'

let app: Readers['app']
let en: Readers['en']
let idOf: Readers['idOf']

beforeAll(async () => {
  ;({ app, en, idOf } = await readers())
})

describe('who sees figures', () => {
  const urls = [
    '/overview',
    '/indicators',
    '/components',
    '/provinces',
    '/components/protection',
    '/provinces/ha-tinh',
    '/indicators/V12',
    '/indicators/V12/table.csv',
    '/figures/origin?indicator=V12',
  ]
  it.each(['dolisa.ha-tinh', 'donor.homeoffice', 'stranger', 'admin'])('%s finds nothing', async (email) => {
    const visitor = await new Visitor(app).become(idOf(email))
    for (const url of urls) expect((await visitor.get(url)).status).toBe(404)
  })

  it('somebody who has not signed in is asked to', async () => {
    for (const url of urls) expect((await new Visitor(app).get(url)).location).toContain('/sign-in?next=')
  })

  it('a code is found in whatever letters it is typed, with the rest of its address', async () => {
    const { status, location } = await en.get('/indicators/v12?grain=year&view=table')
    expect([status, location]).toEqual([303, '/indicators/V12?grain=year&view=table'])
    expect((await en.get('/indicators/v99')).status).toBe(404)
  })

  it('areas are listed under one address: a project of provinces has no list of partners', async () => {
    expect((await en.get('/partners')).location).toBe('/provinces')
    expect(plain((await en.get('/provinces')).body)).toMatch(/Provinces Q3 2021 .* Hải Phòng .* Quảng Bình/)
  })

  it('the wrong verb is told so', async () => {
    for (const url of urls) expect((await en.post(url.split('?')[0]!)).status).toBe(405)
  })

  it('a file without a project has no figures, and says so', async () => {
    const empty = emptyDb()
    empty.$client
      .prepare(
        `insert into person (email, name, role, language, password_hash, created_at) values ('m@example.org', 'M', 'manager', 'en', 'x', 0)`,
      )
      .run()
    const none = await testApp(empty, () => NOW)
    const visitor = await new Visitor(none).become(1)
    const { status, body } = await visitor.get('/overview')
    expect([status, plain(body).includes('There is no project in this file yet')]).toEqual([200, true])
    await none.close()
  })
})
