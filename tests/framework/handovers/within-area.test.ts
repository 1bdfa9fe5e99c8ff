import { expect, it } from 'vitest'
import { testApp, Visitor } from '../../support/app.ts'
import { NATIONAL_NOW, nationalDb } from '../../support/demo/national.ts'
import { personaId } from '../../support/demo.ts'

it('of a project with thousands of reporters, hand-overs are shown by area, and the page stays small', async () => {
  const db = nationalDb()
  const app = await testApp(db, () => NATIONAL_NOW)
  const manager = await new Visitor(app).become(personaId(db, 'quan-ly@example.org'), 'en')
  const options = (body: string, name: string) =>
    [
      ...(new RegExp(`<select[^>]* name="${name}"[\\s\\S]*?</select>`).exec(body)?.[0] ?? '').matchAll(
        /option value="([^"]+)"/g,
      ),
    ].map(([, slug]) => slug!)
  const first = (await manager.get('/handovers')).body
  expect(options(first, 'area')).toHaveLength(86)
  expect(options(first, 'of')).toEqual([])
  expect(first).toContain('choose an area to see what has been handed over there')
  const area = (await manager.get('/handovers?area=hai-phong-2025')).body
  expect(area.length).toBeLessThan(90_000)
  const recorded = (body: string) => body.match(/action="\/handovers\/withdrawals"/g)?.length ?? 0
  expect([recorded(area), area.includes('Page 1 of 5')]).toEqual([50, true])
  const last = /href="([^"]+page=)2"/.exec(area)![1]!.replaceAll('&amp;', '&')
  const rest = (await manager.get(`${last}5`)).body
  expect([recorded(rest), rest.includes('Page 5 of 5')]).toEqual([46, true])
  expect((await manager.get(`${last}99`)).body).toContain('Page 5 of 5')
  const reporters = options(area, 'of')
  expect(reporters).toContain('wu-hai-phong.hai-phong-2025')
  expect(reporters.every((slug) => /^(wu|police|health)-hai-phong\./.test(slug))).toBe(true)
  expect(area).toContain('Women’s Union of Hải Dương')
  const form = (await manager.get('/handovers?of=wu-hai-duong.hai-duong')).body
  expect(options(form, 'heir')).toHaveLength(189)
  const places = options(form, 'place')
  expect(places).toEqual(expect.arrayContaining(['hai-duong', 'hai-phong-2025']))
  expect(places).not.toContain('nghe-an')
  const other = (await manager.get('/handovers?area=nghe-an&of=wu-hai-duong.hai-duong')).body
  expect(options(other, 'heir')).toEqual([])
  await app.close()
})
