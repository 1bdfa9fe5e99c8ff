import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { dataExport } from '../../../src/releases/forms/data-export.ts'
import { formOf } from '../../../src/releases/forms/form.ts'
import { smallContent } from '../workbook/small-content.ts'

let content: ReleaseContent
beforeAll(async () => {
  content = await smallContent()
})
const exported = (over: Partial<ReleaseContent> = {}, release: Partial<ReleaseContent['release']> = {}) =>
  dataExport({ ...content, ...over, release: { ...content.release, ...release } })
const illustrative = (is: boolean) => ({ project: { ...content.project, illustrative: is } })

describe('the figures of a report as a table', () => {
  it('begin with what they are of, how they stand, and what is hidden', () => {
    const { facts, lead, name, title } = exported({ draft: false }, { language: 'en', threshold: 5 })
    expect(name).toBe('Data')
    expect(title).toBe(content.release.title)
    expect(lead).not.toContain('\n')
    expect(facts).toHaveLength(4)
    expect(facts[0]).toBe(content.project.name.en)
    expect(facts[1]).toBe('Report no. 7, issued 1 Mar 2021 09:00')
    expect(facts[2]).toBe('Figures as at: 1 Mar 2021 09:00')
    expect(facts[3]).toMatch(/4/)
    const draft = exported({ draft: true }, { language: 'en' }).facts
    expect(draft).toHaveLength(5)
    expect(draft[0]).toMatch(/draft/i)
    expect(draft[2]).toBe('Report no. 7, draft of 1 Mar 2021 09:00')
  })

  it('warn of figures that are illustrative, and of no others', () => {
    expect(exported(illustrative(false)).warning).toBeNull()
    const both = exported(illustrative(true), { language: 'both' }).warning
    expect(both).toContain(' / ')
    expect(both).not.toContain('\n')
  })

  it('say each thing on a line of its own in both languages', () => {
    const { facts, lead } = exported({ draft: true }, { language: 'both' })
    for (const line of [lead, ...facts]) expect(line).not.toContain('\n')
    expect(facts[1]).toBe(`${content.project.name.vi} / ${content.project.name.en}`)
  })

  it.each([
    ['vi', 'indicator-vi', 1],
    ['en', 'indicator-en', 1],
    ['both', 'indicator-vi', 2],
  ] as const)('have columns of words by their language, codes and numbers once: %s', (language, key, count) => {
    const { columns, rows } = exported({}, { language })
    const keys = columns.map((column) => column.key)
    expect(keys).toContain(key)
    expect(keys.filter((one) => one.startsWith('indicator'))).toHaveLength(count)
    expect(keys).toEqual([...new Set(keys)])
    const kinds = Object.fromEntries(columns.map((column) => [column.key, column.kind]))
    expect([kinds.first, kinds.last, kinds['as-at'], kinds.value, kinds.ref]).toEqual([
      ...['day', 'day', 'day', 'number', 'text'],
    ])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })

  it('have days as ISO 8601 has them, and shares on the scale of Data, as per cent', () => {
    const { columns, rows } = exported({}, { language: 'en' })
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    for (const row of rows)
      for (const key of ['first', 'last', 'as-at']) expect(row[at(key)]).toMatch(/^20\d\d-\d\d-\d\d$/)
    const styled = rows.flatMap((row) => {
      const cell = row[at('of-target')]
      return typeof cell === 'object' && cell !== null ? [cell] : []
    })
    expect(styled.length).toBeGreaterThan(0)
    for (const cell of styled) expect(cell).toMatchObject({ style: { scale: 100, decimals: 2, isPercent: true } })
    const counts = rows.flatMap((row) => {
      const cell = row[at('k')]
      return typeof cell === 'object' && cell !== null ? [cell] : []
    })
    expect(counts.length).toBeGreaterThan(0)
    for (const cell of counts) expect(cell).not.toMatchObject({ style: { isPercent: true } })
  })
})

describe('a file of a form', () => {
  it('begins with the mark by which Excel knows its letters, once', () => {
    for (const form of ['data', 'table-vi', 'table-en'] as const) {
      const text = [...formOf(form, content)!].join('')
      expect([text.indexOf('\uFEFF'), text.lastIndexOf('\uFEFF')]).toEqual([0, 0])
    }
  })

  it('is none of IATI in a project that does not say how it is published', () => {
    expect(formOf('iati', { ...content, project: { ...content.project, iati: null } })).toBeNull()
  })
})
