import { expect, it } from 'vitest'
import { earlierOf } from '../../../src/disclosure/earlier/ledger.ts'
import { countOfAtom, readLedger } from '../../../src/releases/protection/ledger-store.ts'
import { previewOf } from '../../../src/releases/store.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { issueNow, make, persona, SECOND } from '../making.ts'
import { pilotWith } from '../pilot.ts'
import { inferred } from './attack.ts'

it('a public report after a donor’s gives nothing away to who has read the public one alone', async () => {
  const { db } = await pilotWith('issued')
  const release = await make(db, { audience: 'public', threshold: 10, recipients: [] })
  db.$client
    .prepare('insert into release_approval (release_id, by_id, at) values (?, ?, ?)')
    .run(release.id, persona(db, SECOND).id, DEMO_NOW)
  expect(await issueNow(db, release.id)).toBe('issued')
  const ledger = readLedger(db)
  const { counts } = earlierOf(ledger, countOfAtom(db))
  const ofPublic = ledger.filter(({ audience }) => audience === 'public')
  expect([ledger.length, ofPublic.length]).toEqual([2, 1])
  const found = await inferred(ofPublic)
  const preview = previewOf(db, release.id)!
  const given = preview.hidden.filter(({ given: cause }) => cause !== null).map(({ id }) => id)
  const told = ofPublic[0]!.figures.flatMap(({ figureId, atoms: positions, shown }) => {
    const count = positions.reduce((sum, at) => sum + counts.get(ofPublic[0]!.atoms[at]!)!, 0)
    if (shown !== null || positions.length === 0 || count >= 10) return []
    const [lowest, highest] = found.get(`earlier|${release.id}|${figureId}`)!
    const safe = lowest < 1.001 && highest > 8.999
    return safe || given.some((id) => figureId.startsWith(`${id}|`))
      ? []
      : [`${figureId} = ${count}: ${lowest} to ${highest}`]
  })
  expect(told).toEqual([])
  // What the donor has seen is given away to the donor; to the public hardly anything may be.
  expect(given.length).toBeLessThan(10)
  db.$client.close()
})
