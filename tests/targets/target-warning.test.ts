import { expect, it } from 'vitest'
import { testApp, Visitor } from '../support/app.ts'
import { DEMO_NOW, demoDb, personaId } from '../support/demo.ts'

it('says where the targets of the provinces do not add up to the project’s, naming both numbers', async () => {
  const db = demoDb()
  const differing = db.$client
    .prepare(
      `select i.code, p.value as project, sum(t.value) as provinces from target p join indicator i on i.id = p.indicator_id
       join indicator_definition d on d.indicator_id = i.id and d.known_to is null and d.measure = 'count'
       join target t on t.indicator_id = p.indicator_id and t.place_id is not null and t.from_quarter = p.from_quarter and t.to_quarter = p.to_quarter
       where p.place_id is null group by p.id having sum(t.value) <> p.value limit 1`,
    )
    .get() as { code: string; project: number; provinces: number }
  const manager = await new Visitor(await testApp(db, () => DEMO_NOW)).become(
    personaId(db, 'iom.manager@example.org'),
    'en',
  )
  const page = (await manager.get(`/indicators/${differing.code}`)).body
  expect(page).toContain('do not add up to the project')
  expect(page).toContain(
    `add up to ${differing.provinces.toLocaleString('en-GB')}, the target of the project is ${differing.project.toLocaleString('en-GB')}`,
  )
  expect((await manager.get('/indicators/P13')).body).not.toContain('do not add up')
})
