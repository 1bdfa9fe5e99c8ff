import { describe, expect, it } from 'vitest'
import { filesIn, importsOf, textOf } from '../house/sources.ts'

const files = ['src', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts'))
const makers = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)))

/** Values of a type can only come from where it is made when nobody else says "as" or hands out the brand. */
describe('the only door to the outside', () => {
  it('is suppress.ts: one cast to the branded type, nowhere else', () => {
    expect(makers(/as (unknown as )?PublishableTable\b/)).toEqual(['src/disclosure/suppress.ts'])
    expect(textOf('src/disclosure/suppress.ts').match(/as PublishableTable\b/g)).toHaveLength(1)
  })

  it('has no key of its own lying about: the brand is not exported, and nobody casts a list of tables', () => {
    expect(textOf('src/disclosure/publishable.ts')).not.toMatch(/export (declare )?const brand/)
    expect(makers(/as (unknown as )?(readonly )?PublishableTable\[\]/)).toEqual([])
    expect(makers(/<PublishableTable>|satisfies PublishableTable/)).toEqual([])
  })

  it('is passed by everything that prints: sheets and charts see no figure that has not come through', () => {
    const printers = files.filter(
      (file) =>
        /^src\/releases\/(workbook\/|content\/(changes|content)\b|protection\/ledger-rows)/.test(file) ||
        /^src\/charts\/(model\/\w[\w-]*|drawing\/\w+|export\/[\w-]+|slide\/[\w-]+|picture|groups-in-words|card|legend|point|figure-words)\.ts$/.test(
          file,
        ),
    )
    expect(printers.length).toBeGreaterThan(10)
    const reaching = printers.filter((file) => /\bFigureTable\b|\bTableCell\b|\bAnswer\b/.test(textOf(file)))
    expect(reaching).toEqual([])
    const asking = printers.filter((file) =>
      importsOf(file).some(({ to }) => /^src\/figures\/(answer|ask|read\/|summary\/)/.test(to)),
    )
    expect(asking).toEqual([])
  })

  it('is opened for donors and the public in one place only', () => {
    const callers = files.filter(
      (file) =>
        importsOf(file).some(({ to }) => to === 'src/disclosure/suppress.ts') && /\bsuppress\(/.test(textOf(file)),
    )
    expect(callers).toEqual(['src/releases/content/publish.ts'])
  })
})
