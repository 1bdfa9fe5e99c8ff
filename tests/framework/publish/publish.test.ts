import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { root } from '../../../src/config/root.ts'
import { iatiData } from '../../../src/framework/lists/project/iati.ts'
import { linesIn } from '../../../src/language/terminal.ts'
import { projectCard } from '../../../src/project/store.ts'
import { projectCommand } from '../../../src/project-command.ts'
import { readTrail } from '../../../src/trail/store.ts'
import { emptyDb } from '../../support/database.ts'
import { demoDb } from '../../support/demo.ts'

let db: Db
let folder: string
const file = () => join(folder, 'project.json')
const written = () => JSON.parse(readFileSync(file(), 'utf8'))
const write = (iati: unknown, more: object = {}) =>
  writeFileSync(file(), JSON.stringify({ ...written(), ...more, iati }))
const IDENTITY = JSON.parse(readFileSync(join(root, 'fixtures/pilot/project.json'), 'utf8')).iati
const publish = async (from = folder) => {
  const { done, lines } = await projectCommand(db, ['publish', from])
  return [done, linesIn(['en'], lines).join('\n')]
}

beforeEach(() => {
  db = demoDb()
  db.$client.exec('update project set iati = null')
  folder = mkdtempSync(join(tmpdir(), 'publish-'))
  cpSync(join(root, 'fixtures/pilot'), folder, { recursive: true, filter: (path) => !/story|people\.json/.test(path) })
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  db.$client.close()
})

describe('how a loaded project is published', () => {
  it('is what its folder says, from then on, and stands in the trail', async () => {
    expect(await publish()).toEqual([true, expect.stringContaining(`published as ${IDENTITY.identifier}`)])
    expect(projectCard(db)!.iati).toEqual(iatiData.parse(IDENTITY))
    expect(readTrail(db, {}, 1)[0]).toMatchObject({
      verb: 'project.published',
      detail: { identifier: IDENTITY.identifier },
    })
    expect(await publish()).toEqual([true, expect.stringContaining('says so already')])
    expect(readTrail(db, {}, 2).map(({ verb }) => verb)).not.toEqual(['project.published', 'project.published'])
  })

  it('keeps its identifier once a report has been issued with it; what else it says may become otherwise', async () => {
    await publish()
    db.$client.exec(`pragma foreign_keys = off; drop trigger if exists release_form_no_insert;`)
    db.$client.exec(
      `insert into release_form (release_id, form, packed, sha256) values (1, 'iati', x'01', '${'0'.repeat(64)}')`,
    )
    const country = { ...IDENTITY, country: 'LA' }
    write(country)
    expect((await publish())[0]).toBe(true)
    write({ ...country, identifier: `${IDENTITY.identifier}-2` })
    expect(await publish()).toEqual([false, expect.stringContaining('both stay as they are')])
    expect(projectCard(db)!.iati).toEqual(iatiData.parse(country))
  })

  it.each<[string, () => void, string]>([
    ['nothing is said', () => write(null), 'Nothing stands under “iati”'],
    ['it is another project', () => write(IDENTITY, { code: 'OTHER' }), 'the project OTHER'],
    [
      'its shares are not a whole',
      () => write({ ...IDENTITY, sectors: [{ code: '15160', percentage: 40 }] }),
      'column iati › sectors',
    ],
    [
      'its identifier begins otherwise',
      () => write({ ...IDENTITY, identifier: 'XM-DAC-1-TMSV' }),
      'column iati › identifier',
    ],
    ['it is no JSON', () => writeFileSync(file(), '{'), 'this is not JSON'],
    ['it is not there', () => rmSync(file()), 'no project.json'],
  ])('is not written where %s, and says what to do', async (_, change, said) => {
    change()
    expect(await publish()).toEqual([false, expect.stringContaining(said)])
    expect(projectCard(db)!.iati).toBeNull()
  })

  it('needs a project', async () => {
    db.$client.close()
    db = emptyDb()
    expect(await publish()).toEqual([false, expect.stringContaining('holds no project')])
  })
})
