import { describe, expect, it } from 'vitest'
import { issuedReleases } from '../../../src/releases/store.ts'
import { demoDb } from '../../support/demo.ts'
import { make } from '../making.ts'
import { SMALL } from '../pilot.ts'

describe('a report of which nothing has been approved', () => {
  it.each([
    ['before the project began', { from: 8076, to: 8076, asAt: Date.parse('2018-01-01') }],
    ['when the first quarter was not in yet', { from: 8076, to: 8076, asAt: Date.parse('2019-01-20') }],
  ])('is not made: %s', async (_, order) => {
    const db = demoDb()
    const release = await make(db, { ...SMALL, ...order })
    expect([release.state, release.failure?.code]).toEqual(['failed', 'nothing'])
    expect(issuedReleases(db)).toEqual([])
    db.$client.close()
  })
})
