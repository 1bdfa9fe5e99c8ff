import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from './sources.ts'
import { complaints, nameOf } from './typed-views.ts'

const LONGEST_LINE = 160

const views = filesIn('views', '.eta')
const names = views.map(nameOf)
const sources = filesIn('src', '.ts')

/** What may be printed as it is, and why nothing that somebody typed can be in it as markup. */
const PRINTED_AS_IT_IS = {
  'it.body': 'what a layout is put around has been escaped where it was made',
  'it.fragment': 'stands for a part that has been rendered',
  'picture.chart': 'JSON in which < is written so that it cannot end its script',
  'table.body': 'rows captured by the view that includes the table',
} as const

/** What is included has been escaped where it was made; so it has where it was made before, and kept. */
const PART = /^(?:it\.kept\(\w+, \(\) => )?include\(/

describe('views', () => {
  it('have lines that can be read', () => {
    const long = views.flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, i) => (line.length > LONGEST_LINE ? [`${file}:${i + 1} ${line.length}`] : [])),
    )
    expect(long).toEqual([])
  })

  it('have the spaces that are seen where they are sent: neither an indentation nor the line break behind a tag is', () => {
    const lost = views.flatMap((file) => {
      const lines = textOf(file).split('\n')
      return lines.flatMap((line, nth) =>
        /^ [^ <%]|^ <(?:a|small|span|b|strong|data|abbr)\b|^ <%[=~]/.test(line) && lines[nth - 1]?.endsWith('%>')
          ? [`${file}:${nth + 1}`]
          : [],
      )
    })
    expect(lost).toEqual([])
  })

  it('are all shown or included, and whatever is named is there', () => {
    const included = new Set(
      views.flatMap((file) =>
        [...textOf(file).matchAll(/\b(?:include|layout)\('\/([\w/-]+)'/g)].map(([, name]) => name!),
      ),
    )
    const declared = new Set(
      sources.flatMap((file) => {
        const blocks = textOf(file).match(/interface (?:Views|Parts) \{[\s\S]*?\n {0,2}\}/g) ?? []
        return blocks.flatMap((block) => [...block.matchAll(/^\s+'([\w/-]+)':/gm)].map(([, name]) => name!))
      }),
    )
    expect([...included].filter((name) => !names.includes(name))).toEqual([])
    expect([...declared].filter((name) => !names.includes(name))).toEqual([])
    const shown = sources.map(textOf).join('\n')
    expect(names.filter((name) => !included.has(name) && !shown.includes(`'${name}', `))).toEqual([])
  })

  it('print what they are given escaped', () => {
    const raw = views.flatMap((file) =>
      [...textOf(file).matchAll(/<%~\s*((?:(?!%>)[\s\S])*?)\s*%>/g)]
        .map(([, what]) => what!)
        .filter((what) => !PART.test(what) && !(what in PRINTED_AS_IT_IS))
        .map((what) => `${file}: ${what}`),
    )
    expect(raw).toEqual([])
    expect(views.filter((file) => /=\s*`[^`]*</.test(textOf(file)))).toEqual([])
  })

  it('carry the token against forged forms in one place', () => {
    expect(views.filter((file) => textOf(file).includes('_csrf'))).toEqual(['views/parts/csrf.eta'])
    const posts = views.filter((file) => /method="post"/.test(textOf(file)))
    const without = posts.filter(
      (file) => count(textOf(file), /method="post"/g) !== count(textOf(file), /include\('\/parts\/csrf'\)/g),
    )
    expect(posts.length).toBeGreaterThan(5)
    expect(without).toEqual([])
  })

  it('have filters that say what is shown: a browser that goes back would put what was chosen last into them', () => {
    const filters = views.flatMap((file) => textOf(file).match(/<form\b[^>]*method="get"[\s\S]*?>\n/g) ?? [])
    expect(filters.length).toBeGreaterThan(8)
    // The search of every page has one field, which says so itself.
    const own = filters.filter((form) => !form.includes('class="search"'))
    expect(own.filter((form) => !form.includes('autocomplete="off"'))).toEqual([])
  })

  it('compile against the models they are given', async () => {
    expect(await complaints()).toEqual([])
  })
})

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
