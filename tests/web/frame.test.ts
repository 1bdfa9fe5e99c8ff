import { expect, it } from 'vitest'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

it('a kept part stands whole in the frame of whoever asks, in every letter', async () => {
  const db = demoDb()
  const app = await testApp(db, () => DEMO_NOW)
  const visitor = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
  const [first, again] = [await visitor.get('/overview'), await visitor.get('/overview')]
  for (const { body, raw, headers } of [first, again]) {
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('private, no-cache')
    expect(body).not.toContain('\u0000')
    expect(body.match(/<!doctype html>/g)).toHaveLength(1)
    expect(body).toMatch(
      /<title>Tổng quan – .*<main id="main"[^>]*>\s*<div class="truth">\s*<h1>Tổng quan<\/h1>.*<\/html>\s*$/s,
    )
    expect(Buffer.from(body).equals(raw)).toBe(true)
  }
  expect(/<main.*<\/main>/s.exec(again.body)?.[0]).toBe(/<main.*<\/main>/s.exec(first.body)?.[0])
  // What is kept of it are its rows: in another order they are the same ones, and it is another page.
  const sorted = await visitor.get('/overview?sort=pace')
  expect(rowsOf(sorted.body)).not.toEqual(rowsOf(first.body))
  expect(rowsOf(sorted.body).sort()).toEqual(rowsOf(first.body).sort())
  expect(sorted.headers.etag).not.toBe(first.headers.etag)
  await app.close()
})

function rowsOf(page: string): string[] {
  const rows = page.match(/<tr class="colour-.*?<\/tr>/gs) ?? []
  expect(rows.length).toBeGreaterThan(40)
  return rows
}
