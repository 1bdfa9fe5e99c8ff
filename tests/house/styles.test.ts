import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../src/config/root.ts'
import { filesIn, textOf } from './sources.ts'

const FOLDER = 'views/assets/styles'
/**
 * One for pages without charts, one for those that read figures; added to these: one for what is made for paper, one for what is read down,
 * one where sheets are mapped.
 */
const PAGES = ['app.css', 'figures.css'].map((name) => `${FOLDER}/${name}`)
const ENTRIES = [...PAGES, `${FOLDER}/brief.css`, `${FOLDER}/reading.css`, `${FOLDER}/own-sheet.css`].sort()
const sheets = filesIn('views/assets', '.css')
const plain = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\//g, '')
const lines = (file: string) => textOf(file).trimEnd().split('\n').length

describe('stylesheets', () => {
  it('are one a thing: none over 300 lines, most within 150', () => {
    expect(sheets.length).toBeGreaterThan(10)
    expect(sheets.filter((file) => lines(file) > 300)).toEqual([])
    expect(sheets.filter((file) => lines(file) > 150)).toEqual([])
  })

  it('stand in the lists of those that pages ask for, each once in a list, print last', () => {
    const listedIn = (entry: string): string[] =>
      [...plain(entry).matchAll(/@import "\.\/([^"]+)"/g)]
        .map(([, file]) => `${FOLDER}/${file}`)
        .flatMap((file) => [file, ...listedIn(file)])
    expect([...new Set([...ENTRIES.flatMap(listedIn), ...ENTRIES])].sort()).toEqual([...sheets].sort())
    for (const entry of ENTRIES) expect(new Set(listedIn(entry)).size).toBe(listedIn(entry).length)
    for (const entry of PAGES) expect(listedIn(entry).at(-1)).toBe(`${FOLDER}/print.css`)
  })

  it('have one :root, in which every name is given that is asked for, dark ones no others than light ones', () => {
    const roots = sheets.flatMap(
      (file) =>
        plain(file)
          .match(/:root\b/g)
          ?.map(() => file) ?? [],
    )
    expect(roots).toEqual(['views/assets/styles/tokens.css'])
    const named = (text: string) => new Set(text.match(/--[\w-]+(?=:)/g))
    const [light, dark] = plain('views/assets/styles/tokens.css').split('@media').map(named) as [
      Set<string>,
      Set<string>,
    ]
    expect([...dark].filter((name) => !light.has(name))).toEqual([])
    const own = new Set(sheets.flatMap((file) => [...named(plain(file))]))
    const asked = sheets.flatMap((file) => [...plain(file).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!))
    expect(asked.filter((name) => !own.has(name))).toEqual([])
  })

  it('come to the browser as one small file without imports', () => {
    expect(readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.css'))).toEqual(
      ENTRIES.map((entry) => basename(entry)),
    )
    for (const entry of PAGES) {
      const text = readFileSync(join(root, 'dist/assets', basename(entry)), 'utf8')
      expect(text).not.toMatch(/@import|&/)
      expect(text.match(/:root/g)).toHaveLength(2)
      expect(text.trim().split('\n')).toHaveLength(1)
    }
  })
})
