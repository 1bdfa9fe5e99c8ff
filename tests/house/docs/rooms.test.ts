import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { emptyDb } from '../../support/database.ts'
import { ROOMS, roomOf } from '../kinds.ts'
import { filesIn, textOf } from '../sources.ts'

const files = ['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))
const folderOf = (room: string) => (room === 'start' ? 'src' : ['db', 'fixtures'].includes(room) ? room : `src/${room}`)
const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)

/** Rows of the table under a heading, as cells. */
function tableUnder(page: string, heading: string): string[][] {
  const [, under = ''] = textOf(page).split(`\n## ${heading}\n`)
  const [table = ''] = under.split('\n## ')
  return table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const rooms = tableUnder('CONTRIBUTING.md', 'Where things are').map(([room, addresses, owns, words]) => ({
  folder: codes(room!)[0]!,
  addresses: codes(addresses!),
  owns: owns!,
  words: words! === '' ? [] : words!.split(', '),
}))

describe('the table of rooms', () => {
  it('has every room, in the order in which they import each other', () => {
    const there = new Set(files.map(roomOf))
    expect(rooms.map(({ folder }) => folder)).toEqual(ROOMS.filter((room) => there.has(room)).map(folderOf))
    expect(rooms.filter(({ owns }) => owns === '')).toEqual([])
  })

  it('leads from every address to the one room that answers it', async () => {
    const app = await testApp(emptyDb())
    const wrong = app.knownRoutes.flatMap(({ url }) => {
      const owners = rooms.filter(({ addresses }) => addresses.some((address) => isUnder(url, address)))
      const answers = owners.filter(({ folder }) =>
        files.some((file) => file.startsWith(`${folder}/`) && textOf(file).includes(`'${url}'`)),
      )
      return owners.length === 1 && answers.length === 1 ? [] : [`${url}: ${owners.map(({ folder }) => folder)}`]
    })
    await app.close()
    expect(wrong).toEqual([])
  })

  it('leads from every word of the README to the one room that owns it', () => {
    const known = tableUnder('README.md', 'Words').flatMap(([word]) => word!.split(', '))
    expect(known.length).toBeGreaterThan(15)
    expect(rooms.flatMap(({ words }) => words).sort()).toEqual([...known].sort())
  })
})

/** '/' is the start page alone. */
function isUnder(url: string, address: string): boolean {
  return url === address || (address !== '/' && url.startsWith(`${address}/`))
}
