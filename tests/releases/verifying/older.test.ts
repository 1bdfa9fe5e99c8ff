import { describe, expect, it } from 'vitest'
import { linesIn } from '../../../src/language/terminal.ts'
import { verifiedLines } from '../../../src/releases/verifying/in-words.ts'
import { isAsIssued } from '../../../src/releases/verifying/verified.ts'
import { verifyRelease } from '../../../src/releases/verifying/verify-load.ts'
import { migratedReport } from '../../db/released.ts'
import { copyOf } from '../../support/database.ts'
import { pilotWith, SMALL } from '../pilot.ts'
import { tamper } from './tamper.ts'

describe('a report that was issued by an earlier version', () => {
  it('is as it was issued: figure by figure, with what this version words otherwise said apart', () => {
    const db = copyOf(migratedReport())
    const verified = verifyRelease(db, 1)
    if (typeof verified === 'string') throw new Error(verified)
    const { cells, differences, forms, older } = verified
    expect([differences, forms, isAsIssued(verified)]).toEqual([[], [], true])
    expect(cells).toBeGreaterThan(5000)
    expect(older?.columns).toEqual({ added: [], gone: [] })
    expect(older?.worded.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['Cover', 'Tracking table']))
    const [first, ...lines] = linesIn(['en'], verifiedLines(1, verified))
    expect(first).toMatch(
      /^Report 1: its file is the one that was issued, by another version of the program\. \d+ codes/,
    )
    expect(lines.join('\n')).not.toMatch(/the file says/)
    tamper(
      db,
      'release_file',
      "update release_file set bytes = cast(substr(bytes, 1, length(bytes) - 1) || x'01' as blob)",
    )
    expect(verifyRelease(db, 1)).toBe('file-damaged')
  })

  it('is held against the figures of a database that calls it otherwise, and of one that has others', async () => {
    const another = "update trail set detail = json_set(detail, '$.program', 'another') where verb = 'release.issued'"
    const verifiedAfter = async (table: string, sql: string) => {
      const { db, release } = await pilotWith('issued', SMALL)
      tamper(db, 'trail', another)
      tamper(db, table, sql)
      return verifyRelease(db, release.id)
    }
    const called = await verifiedAfter('release', "update release set title = 'Otherwise'")
    expect(called).toMatchObject({ differences: [], older: { columns: { added: [], gone: [] }, added: 0 } })
    expect(await verifiedAfter('baseline', 'update baseline set value = value + 1')).toMatchObject({
      differences: expect.arrayContaining([expect.objectContaining({ at: expect.stringContaining('Baseline') })]),
    })
  })
})
