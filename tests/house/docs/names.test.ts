import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TABLES, tableNames } from '../../../db/tables.ts'
import { root } from '../../../src/config/root.ts'
import { filesIn, textOf } from '../sources.ts'

const PAGES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...filesIn('docs', '.md')]
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

const found = (page: string, pattern: RegExp) => [...textOf(page).matchAll(pattern)].map(([, match]) => match!)

describe('what is written for people', () => {
  it('names no command that is not there', () => {
    const wrong = PAGES.flatMap((page) =>
      [...found(page, /npm run (?:--silent )?([\w:-]+)/g), ...found(page, /npm (start|test)\b/g)]
        .filter((script) => !(script in scripts))
        .map((script) => `${page}: npm run ${script}`),
    )
    expect(wrong).toEqual([])
  })

  it('names every command that is there', () => {
    const named = ['README.md', 'CONTRIBUTING.md'].map(textOf).join('\n')
    const before = (script: string) => /^(pre|post)/.test(script)
    const unnamed = Object.keys(scripts).filter(
      (script) => !before(script) && !new RegExp(`npm (run (--silent )?)?${script}\\b`).test(named),
    )
    expect(unnamed).toEqual([])
  })

  it('links to nothing that is not there', () => {
    const wrong = PAGES.flatMap((page) =>
      found(page, /\]\(([^)#\s]+)/g)
        .filter((link) => !/^https?:/.test(link))
        .filter((link) => !existsSync(join(root, normalize(join(dirname(page), link)))))
        .map((link) => `${page}: ${link}`),
    )
    expect(wrong).toEqual([])
  })

  it('names no file or folder of the project that is not there', () => {
    const path = /`((?:src|db|views|tests|fixtures|docs|\.ci|\.github)\/[\w./-]*)`/g
    const wrong = PAGES.flatMap((page) =>
      found(page, path)
        .filter((file) => !/\b(ROOM|NAME)\b/.test(file) && !existsSync(join(root, file)))
        .map((file) => `${page}: ${file}`),
    )
    expect(wrong).toEqual([])
  })

  it('knows every variable that is read: the environment is read at the start alone, by the configuration', () => {
    const reading = filesIn('src', '.ts').filter((file) => /process\.env|\benv\.[A-Z]/.test(textOf(file)))
    expect(reading).toEqual(['src/cli.ts', 'src/config/config.ts', 'src/main.ts'])
  })

  it('says of exactly the tables that are protected that they are', () => {
    const [, said = ''] = /\*\*What stands, stands for ever\.\*\*(.*?)\n\n/s.exec(textOf('SECURITY.md')) ?? []
    const [forEver = '', ended = '', issued = ''] = said.split(/Of these,|;\n/)
    const tablesIn = (part: string) =>
      // A name that is no table's (any more) is told too.
      [...part.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!).sort()
    const standing = tableNames('append-only', 'version').sort()
    expect(tablesIn(forEver)).toEqual(standing)
    expect(tablesIn(ended)).toEqual(standing.filter((name) => 'fill' in TABLES[name]))
    expect(tablesIn(issued)).toEqual(tableNames('issued').sort())
  })

  it('gives every decision one page of at most 40 lines, listed', () => {
    const list = textOf('docs/decisions/README.md')
    const decisions = filesIn('docs/decisions', '.md').filter((file) => !file.endsWith('README.md'))
    expect(decisions.length).toBeGreaterThan(4)
    for (const file of decisions) {
      expect(list, file).toContain(`(${file.split('/').at(-1)})`)
      expect(textOf(file).trimEnd().split('\n').length, file).toBeLessThanOrEqual(40)
      for (const part of ['## Context', '## Decision', '## Consequences', '## Considered'])
        expect(textOf(file), file).toContain(part)
    }
  })
})
