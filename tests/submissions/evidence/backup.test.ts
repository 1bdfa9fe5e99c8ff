import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { backUp } from '../../../db/backup/back-up.ts'
import { restore } from '../../../db/backup/restore.ts'
import { open } from '../../../db/open.ts'
import { root } from '../../../src/config/root.ts'
import { evidenceBytes, evidenceOf, insertEvidence, insertRemoval } from '../../../src/submissions/evidence/store.ts'
import { imageAndClose } from '../../support/database.ts'
import { addedPerson } from '../../support/people.ts'
import { World } from '../../support/world.ts'
import { PDF } from './files.ts'

it('a backup that is restored elsewhere has every file byte for byte, and nothing of one that was removed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  try {
    const world = new World('2021-Q1').place('north').indicator('V1').assign('V1', 'north')
    world.submission(['north', '2021-Q1'], { V1: 3 }, 'submitted')
    const { db } = world
    addedPerson(db, { email: 'an@ngo.vn', name: 'An' }, 1)
    const [submissionId, byId] = ['submission', 'person'].map((table) =>
      db.$client.prepare(`select max(id) from ${table}`).pluck().get(),
    ) as [number, number]
    const bytes = Buffer.concat([PDF, Buffer.from('KEPT-001'.repeat(20_000))])
    const gone = Buffer.concat([PDF, Buffer.from('GONE-002'.repeat(20_000))])
    const row = {
      submissionId,
      indicatorId: world.id('indicator V1'),
      kind: 'pdf' as const,
      at: 1,
      byId,
      confirmed: false,
    }
    insertEvidence(db, { ...row, sha256: '1'.repeat(64), name: 'Sổ', bytes })
    insertEvidence(db, { ...row, sha256: '2'.repeat(64), name: 'Khác', bytes: gone })
    insertRemoval(db, evidenceOf(db, submissionId)[1]!, 2, byId)
    const file = join(folder, '3p.db')
    writeFileSync(file, imageAndClose(db))

    const made = await backUp(file, join(folder, 'out'), Date.UTC(2026, 0, 1), () => {})
    expect([made.contents.rows.get('evidence'), made.contents.rows.get('evidence_content')]).toEqual([2, 1])
    const elsewhere = join(folder, 'new/3p.db')
    await restore(made.file, elsewhere, join(root, 'db/migrations'))
    const restored = open(elsewhere, join(root, 'db/migrations'))
    expect(evidenceOf(restored, submissionId)).toMatchObject([{ name: 'Sổ', size: bytes.length, by: 'An' }])
    expect(evidenceBytes(restored, '1'.repeat(64))!.equals(bytes)).toBe(true)
    expect(evidenceBytes(restored, '2'.repeat(64))).toBeNull()
    const image = imageAndClose(restored)
    expect([image.includes('KEPT-001'), image.includes('GONE-002')]).toEqual([true, false])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
