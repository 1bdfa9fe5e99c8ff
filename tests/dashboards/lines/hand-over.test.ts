import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handOver } from '../../../src/framework/handovers/hand-over.ts'
import { partners } from '../../../src/partners/store.ts'
import { places } from '../../../src/places/store.ts'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { demoDb, personaId } from '../../support/demo.ts'
import { q } from '../../support/world.ts'
import { plain } from '../visit.ts'

/*
 * The Women's Union of Hà Tĩnh hands P13, communes with a working committee, over to IOM on 1 October 2021.
 */
const HEIR = 'dolisa-ha-tinh'
const NOW = Date.parse('2021-10-25T09:00:00+07:00')
const db = demoDb(undefined, NOW - 5000)
let app: App
let manager: Visitor
let heir: Visitor
beforeAll(async () => {
  const placeId = places(db).bySlug.get('ha-tinh')!.id
  const reporter = (slug: string) => ({ partnerId: partners(db).find((one) => one.slug === slug)!.id, placeId })
  const refused = handOver(
    db,
    { id: personaId(db, 'iom.manager@example.org') },
    {
      indicators: ['P13'],
      predecessor: reporter('womens-union-ha-tinh'),
      heir: reporter(HEIR),
      from: q('2021-Q4'),
      assigns: true,
    },
    NOW - 1000,
  )
  expect(refused).toBeNull()
  app = await testApp(db, () => NOW)
  manager = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  heir = await new Visitor(app).become(personaId(db, 'dolisa.ha-tinh@example.org'), 'en')
})
afterAll(() => app.close())

const TOLD =
  "From 1 Oct 2021 Department of Labour, Invalids and Social Affairs of Hà Tĩnh (Hà Tĩnh) reports P13 in place of Women's Union of Hà Tĩnh (Hà Tĩnh)"

async function textOf(visitor: Visitor, address: string): Promise<string> {
  const { status, body } = await visitor.get(address)
  expect([address, status]).toEqual([address, 200])
  return plain(body).replaceAll('&#39;', "'")
}

/** "… reports P13 in place of …": other sentences speak of other places. */
const SAID = / reports [A-Z]\d+[^.]* in place of /

describe('after a hand-over', () => {
  it.each(['/indicators/P13', '/provinces/ha-tinh', '/components/prevention', '/overview'])(
    '%s says from when who reports in place of whom',
    async (address) => {
      expect(await textOf(manager, `${address}?to=2021-Q4`)).toContain(TOLD)
      expect(await textOf(manager, `${address}?to=2021-Q3`)).not.toMatch(SAID)
      // As at an instant before it was recorded nobody knew.
      expect(await textOf(manager, `${address}?to=2021-Q4&asAt=2021-10-20`)).not.toMatch(SAID)
    },
  )

  it('pages about other indicators and provinces say nothing of it', async () => {
    for (const address of ['/indicators/P12', '/provinces/nghe-an', '/components/protection'])
      expect(await textOf(manager, `${address}?to=2021-Q4`)).not.toMatch(SAID)
  })

  it('the page of a number’s origin says who took over from whom, and when', async () => {
    const origin = await textOf(manager, '/figures/origin?indicator=P13&group=ha-tinh&from=2019-Q1&to=2021-Q4')
    expect(origin).toMatch(/took over from Women's Union of Hà Tĩnh \(Hà Tĩnh\) on 1 Oct 2021/)
  })

  it('the form of the heir shows what the predecessor said last', async () => {
    const form = await textOf(heir, `/submissions/start?partner=${HEIR}&place=ha-tinh&quarter=2021-Q4`)
    expect(form).toMatch(/Last time, Q3 2021 \([^)]*\), by Women's Union of Hà Tĩnh \(Hà Tĩnh\), taken over since: \d/)
  })

  it('the trail says who recorded it', async () => {
    expect(await textOf(manager, '/trail?verb=assignment.handed-over')).toContain("Women's Union of Hà Tĩnh")
  })
})
