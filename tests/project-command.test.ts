import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../src/config/root.ts'
import { LIST_NAMES } from '../src/framework/list-name.ts'
import { Installation } from './support/program/installation.ts'

let installation: Installation
let folder: string
beforeEach(() => {
  installation = new Installation()
  folder = join(installation.folder, 'project')
  cpSync(join(root, 'fixtures/pilot'), folder, { recursive: true, filter: (path) => !/story|people\.json/.test(path) })
  change('project', (text) => text.replace(/"illustrative":\s*true/, '"illustrative": false'))
})
afterEach(() => installation.remove())

const command = (...args: string[]) => installation.run('cli.js', args, {}).ended
function change(list: string, how: (text: string) => string): void {
  const file = join(folder, `${list}.json`)
  writeFileSync(file, how(readFileSync(file, 'utf8')))
}
function count(table: string): unknown {
  const db = new Database(installation.database, { readonly: true })
  const rows = db.prepare(`select count(*) from ${table}`).pluck().get()
  db.close()
  return rows
}

describe('npm run project -- load FOLDER', () => {
  it('loads a project beside the people who are there, once', async () => {
    await command('admin', 'chi@ngo.vn', 'Nguyễn Thị Chi')
    const { code, out } = await command('project', 'load', folder)
    expect(code).toBe(0)
    expect(out).toMatch(
      /The project TMSV is loaded into .*: 44 indicators, \d+ places, \d+ partners, \d+ assignments\./,
    )
    expect([count('indicator'), count('person'), count('fact'), count('tally_stale')]).toEqual([44, 1, 0, 0])
    const again = await command('project', 'load', folder)
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining('holds a project already') })
    const demo = await (await installation.start()).ended
    expect(demo.err).toContain('belongs to an organisation')
    expect((await command('admin', 'an@ngo.vn', 'Trần Văn An')).code).toBe(0)
  })

  it('names everything that is wrong by file and row, and writes nothing', async () => {
    change('places', (text) => text.replace('2004-07-08', '2004-02-30'))
    change('results', (text) => `${text} x`)
    const { code, out } = await command('project', 'load', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/^places\.json, row 2 \(hai-phong\), column validFrom: “2004-02-30” is no day of the calendar/m)
    expect(out).toMatch(/^places\.json, hàng 2 \(hai-phong\), cột validFrom: “2004-02-30” không phải là một ngày/m)
    expect(out).toMatch(/^results\.json: this is not JSON: /m)
    expect(out).toContain('Nothing was written: correct what is named above (2)')
    expect([count('project'), count('indicator'), count('trail')]).toEqual([0, 0, 0])
  })

  it('asks for the folder of the project where it was given another, a file or what holds several', async () => {
    for (const [given, vi, en] of [
      [join(folder, 'places.json'), 'Không có thư mục', 'There is no folder'],
      [dirname(folder), 'không chứa dự án nào', 'holds no project: there is no project.json in it'],
    ] as const) {
      const { code, out } = await command('project', 'load', given)
      expect(code).toBe(1)
      expect(out.trim().split('\n')).toEqual([expect.stringContaining(vi), expect.stringContaining(en)])
    }
  })

  it('speaks the language of the terminal; both where it has another one', async () => {
    const said = async (env: Record<string, string>) =>
      (await installation.run('cli.js', ['project', 'load', '/nowhere'], env).ended).out
    expect(await said({ LANG: 'en_GB.UTF-8' })).not.toContain('thư mục')
    expect(await said({ LANG: 'en_GB.UTF-8', LC_ALL: 'vi_VN.UTF-8' })).not.toContain('folder')
    expect(await said({ LANG: 'C' })).toMatch(/thư mục[\s\S]*folder/)
  })

  it('is written back by save: into an empty folder, from which it is loaded again as it was', async () => {
    await command('project', 'load', folder)
    const back = join(installation.folder, 'back')
    const { code, out } = await command('project', 'save', back)
    expect(code).toBe(0)
    expect(out).toContain(`The project TMSV is saved in ${back}: `)
    expect(out).toContain('They were read back and compared')
    const lists = LIST_NAMES.filter((list) => list !== 'layouts').map((list) => `${list}.json`)
    expect(readdirSync(back).sort()).toEqual([...lists, 'donors'].sort())
    const over = await command('project', 'save', back)
    expect(over).toMatchObject({ code: 1, out: expect.stringContaining('is not empty, and nothing is written over') })
    const other = new Installation()
    const again = await other.run('cli.js', ['project', 'load', back], {}).ended
    expect(again.out).toMatch(/The project TMSV is loaded into .*: 44 indicators/)
    const third = join(other.folder, 'third')
    await other.run('cli.js', ['project', 'save', third], {}).ended
    const texts = (of: string) =>
      ['.', 'donors'].flatMap((part) =>
        readdirSync(join(of, part))
          .filter((file) => file.endsWith('.json'))
          .map((file) => [file, readFileSync(join(of, part, file), 'utf8')]),
      )
    expect(texts(third)).toEqual(texts(back))
    other.remove()
  })

  it('is not saved where there is none', async () => {
    const back = join(installation.folder, 'back')
    const { code, out } = await command('project', 'save', back)
    expect(code).toBe(1)
    expect(out).toContain('holds no project to save')
    expect(existsSync(back)).toBe(false)
  })

  it.each([[['project']], [['project', 'save']], [['project', 'load']], [['project', 'load', '/nowhere']]])(
    'says how: %j',
    async (args) => {
      const { code, out } = await command(...args)
      expect(code).toBe(1)
      expect(out).toContain('npm run project -- load FOLDER')
    },
  )
})
