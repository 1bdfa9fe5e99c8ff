import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSaid } from '../../../../src/dashboards/indicators/said/load.ts'
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
