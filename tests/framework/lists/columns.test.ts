import { describe, expect, it } from 'vitest'
import { LIST_NAMES, OPTIONAL_LISTS } from '../../../src/framework/list-name.ts'
import { textOf } from '../../house/sources.ts'
import { columnsOf } from './columns.ts'

/** Layouts of workbooks are a file each. */
const listOf = (file: string) => (file === 'donors/NAME' ? 'layouts' : file)

const SECTIONS = new Map(
  textOf('docs/project.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [listOf(section.slice(0, section.indexOf('.json'))), section]),
)

/** The rows of a table of columns; several columns may share one. */
function writtenOf(list: string) {
  const rows = SECTIONS.get(list)!.matchAll(/^\| (`[^|]*`) \| (○?) ?\| (.*) \|$/gm)
  return [...rows].flatMap(([, names, mark, what]) =>
    [...names!.matchAll(/`([^`]+)`/g)].map(([, path]) => ({ path: path!, optional: mark === '○', what: what! })),
  )
}

describe('the page of lists and columns', () => {
  it('has every list, and says which may be missing', () => {
    expect([...SECTIONS.keys()]).toEqual([...LIST_NAMES])
    const missing = LIST_NAMES.filter((list) => SECTIONS.get(list)!.includes('\nMay be missing'))
    expect(missing).toEqual(OPTIONAL_LISTS)
  })

  it.each(LIST_NAMES)(
    'has exactly the columns of %s.json, which may be left out and what alone they may be',
    (list) => {
      const [read, written] = [columnsOf(list), writtenOf(list)]
      const marks = (columns: readonly { path: string; optional: boolean }[]) =>
        columns.map(({ path, optional }) => `${path}${optional ? ' ○' : ''}`).sort()
      expect(marks(written)).toEqual(marks(read))
      const unsaid = read.flatMap(({ path, among }) => {
        const { what } = written.find((one) => one.path === path)!
        return among
          .filter((value) => !new RegExp(`(?<![\\w-])${value}(?![\\w-])`).test(what))
          .map((value) => `${path}: ${value}`)
      })
      expect(unsaid).toEqual([])
    },
  )
})
