import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadFiles, loadSaid } from '../../../../src/dashboards/indicators/said/load.ts'
import type { PageState } from '../../../../src/dashboards/page-state.ts'
import { insertEvidence } from '../../../../src/submissions/evidence/store.ts'
import { q, World } from '../../../support/world.ts'

let world: World
const JULY = Date.parse('2021-07-10T09:00:00+07:00')

beforeAll(() => {
  world = new World('2021-Q1')
    .place('hai-phong')
    .place('nghe-an')
    .breakdown('sex', ['female', 'male'])
    .indicator('V1', { schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
    .indicator('V2')
    .assign('V1', 'hai-phong')
    .assign('V1', 'nghe-an')
    .named("hai-phong's", 'Union of Hai Phong')
  world.submission(['hai-phong', '2021-Q1'], { V1: 'n/a', V2: 'n/a' }, 'approved', JULY)
  world.submission(['hai-phong', '2021-Q2'], { V1: { 'sex=female': 3 } }, 'approved', JULY)
  world.submission(['nghe-an', '2021-Q1'], { V1: 'n/a' }, 'submitted', JULY)
})
afterAll(() => {
  world.db.$client.close()
})

const said = (code: string, from: string, until = JULY) =>
  loadSaid(
    world.db,
    { seenThrough: null },
    {
      span: { from: q(from), to: q('2021-Q2') },
      until,
      indicatorId: world.id(`indicator ${code}`),
    },
  )

it('why an indicator does not apply is said by approved reports of the span, once they were', () => {
  const [reason, ...others] = said('V1', '2021-Q1').notes
  expect(others).toEqual([])
  expect(reason).toMatchObject({ text: 'why', quarter: q('2021-Q1'), isReason: true, at: JULY, by: '' })
  expect(reason!.partner.en).toBe('Union of Hai Phong')
  expect(said('V1', '2021-Q2').notes).toEqual([])
  expect(said('V1', '2021-Q1', JULY - 1).notes).toEqual([])
})

it('nobody is looked up where nothing was said or corrected', () => {
  const { notes, corrections, partners } = said('V1', '2021-Q2')
  expect([notes, corrections, partners.size]).toEqual([[], [], 0])
})

it('files are those behind reports of the span that were there by then; a donor knows of none', () => {
  const [submissionId, placeId] = world.db.$client
    .prepare('select id, place_id from submission where quarter = ? order by id')
    .raw()
    .get(q('2021-Q1')) as [number, number]
  const indicatorId = world.id('indicator V1')
  const byId = Number(
    world.db.$client
      .prepare(
        `insert into person (email, name, role, language, password_hash, created_at) values ('p@example.org', 'P', 'partner', 'en', 'x', 0)`,
      )
      .run().lastInsertRowid,
  )
  const file = { sha256: 'f'.repeat(64), name: 'Minutes', kind: 'pdf' as const, bytes: Buffer.from('%PDF-') }
  insertEvidence(world.db, { ...file, submissionId, indicatorId, at: JULY, byId, confirmed: false })
  const files = (code: string, from: string, until = JULY, seenThrough: PageState['seenThrough'] = null) =>
    loadFiles(
      world.db,
      { seenThrough },
      { span: { from: q(from), to: q('2021-Q2') }, until, indicatorId: world.id(`indicator ${code}`) },
    )
  const [found, ...others] = files('V1', '2021-Q1')
  expect(others).toEqual([])
  expect(found).toMatchObject({ submissionId, indicator: 'V1', placeId, state: 'approved', size: 5, by: 'P' })
  expect(found!.partner.en).toBe('Union of Hai Phong')
  expect(files('V1', '2021-Q2')).toEqual([])
  expect(files('V2', '2021-Q1')).toEqual([])
  expect(files('V1', '2021-Q1', JULY - 1)).toEqual([])
  expect(files('V1', '2021-Q1', JULY, {} as PageState['seenThrough'])).toEqual([])
})
