import type exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { TemplateCell, TemplatePlan } from '../../../src/submissions/workbook/template/plan.ts'
import { pageBreaks, printScale } from '../../../src/submissions/workbook/template/print.ts'
import { writeTemplate } from '../../../src/submissions/workbook/template/write-xlsx.ts'
import { openTemplate } from './filled-template.ts'
import { otherForm, planOf, smallForm } from './small-form.ts'

/*
 * A whole template of a small form: as it is planned, and as it stands in the file. Written anew with `--update`, then read.
 */
function printed(plan: TemplatePlan): string {
  const cell = ({ column, across, look, value, formula, format, takes, field, sheet }: TemplateCell) =>
    [
      `  ${column}${across ? `+${across}` : ''} ${look}`,
      ...[value === undefined ? '-' : JSON.stringify(value), formula && `=${formula}`, format && `{${format}}`],
      ...[takes && JSON.stringify(takes), field && `<${field}>`, sheet && `→${sheet}`],
    ]
      .filter(Boolean)
      .join(' ')
  const sheets = plan.sheets.map(({ name, widths, rows, frozen, form }, nth) => {
    const drawn = rows.flatMap(({ cells, lines, begins }) => [`${begins ? '»' : '·'} ${lines}`, ...cells.map(cell)])
    const paper = `${printScale(plan.sheets[nth]!)} %, pages before ${pageBreaks(plan.sheets[nth]!)}`
    return [`# ${name} | form ${form} | frozen ${frozen} | ${widths} | ${paper}`, ...drawn].join('\n')
  })
  const { title, language, createdAt, lists, refused } = plan
  return `${[JSON.stringify({ title, language, createdAt, lists, refused }, null, 1), ...sheets].join('\n')}\n`
}

function written(book: exceljs.Workbook): string {
  const sheets = book.worksheets.map((sheet) => {
    const cells: string[] = []
    sheet.eachRow((row, at) => {
      cells.push(`· ${at} ${row.height ?? ''}${row.hidden ? ' hidden' : ''}`)
      row.eachCell((cell) => {
        if (cell.master !== cell) return
        const [value, rule] = [JSON.stringify(cell.value), cell.dataValidation]
        const shown = cell.address === 'A1' && sheet.state === 'veryHidden' ? 'KEY' : value
        cells.push(`  ${cell.address} ${shown}${rule ? ` ${JSON.stringify(rule)}` : ''} ${lookOf(cell)}`)
      })
    })
    const { model } = sheet as unknown as { model: Record<string, unknown> }
    const { merges, views, pageSetup, headerFooter, sheetProtection, rowBreaks } = model
    const columns = sheet.columns?.map(({ width, hidden }) => (hidden ? 'hidden' : width))
    const about = { merges, views, pageSetup, headerFooter, sheetProtection, rowBreaks, columns }
    return [`# ${sheet.name} ${sheet.state} ${JSON.stringify(about)}`, ...cells].join('\n')
  })
  const { title, created, modified, calcProperties } = book
  return `${[JSON.stringify({ title, created, modified, calcProperties }), ...looks, ...sheets].join('\n')}\n`
}

/** Each look once, by its number. */
const looks: string[] = []
function lookOf({ style }: exceljs.Cell): string {
  const look = JSON.stringify(style)
  if (!looks.includes(look)) looks.push(look)
  return `s${looks.indexOf(look)}`
}

describe('a whole template', () => {
  it.each(['vi', 'en'] as const)('as it is planned: %s', async (language) => {
    await expect(printed(planOf(language))).toMatchFileSnapshot(`whole/plan.${language}.txt`)
  })

  it('of several reports: each sheet has a name of its own, as a sheet may have it', async () => {
    const plan = planOf('vi', [smallForm(), otherForm(), otherForm()])
    expect(plan.sheets.map(({ name }) => name)).toEqual([
      'Hướng dẫn',
      '2021-Q3 Bảo vệ Ha Tinh (vi)',
      '2021-Q3 Truy tố Ha Tinh (vi)',
      '2021-Q3 Bảo vệ Nghệ An  cũ  và',
      '2021-Q3 Truy tố Nghệ An  cũ  và',
      '2021-Q3 Bảo vệ Nghệ An  cũ  v 2',
      '2021-Q3 Truy tố Nghệ An  cũ 2',
    ])
    expect(plan.sheets.map(({ form }) => form)).toEqual([null, 0, 0, 1, 1, 2, 2])
    const [first] = plan.sheets
    await expect(printed({ ...plan, sheets: [first!] })).toMatchFileSnapshot('whole/plan.several.txt')
  })

  it('as it is written', async () => {
    const book = await openTemplate(await writeTemplate(planOf('vi')))
    await expect(written(book)).toMatchFileSnapshot('whole/written.txt')
  })

  it('says its language and leaves alone what has no rows', async () => {
    const bytes = await writeTemplate({
      ...planOf('en'),
      sheets: [{ ...planOf('en').sheets[1]!, rows: [], frozen: 0 }],
    })
    const book = await openTemplate(bytes)
    expect(book.worksheets[0]!.rowCount).toBe(1)
    expect(book.worksheets[0]!.pageSetup.printTitlesRow).toBeUndefined()
  })
})

describe('a sheet on paper', () => {
  const sheetOf = (groups: number[], more: Partial<TemplatePlan['sheets'][number]> = {}) => ({
    ...{ name: 'S', widths: [34, ...Array<number>(7).fill(12)], frozen: 3, form: 0 },
    rows: groups.flatMap((rows) =>
      Array.from({ length: rows }, (_, nth) => ({ cells: [], lines: 1, begins: nth === 0 })),
    ),
    ...more,
  })

  it('is as wide as the paper, within bounds', () => {
    const scale = (widths: number[], form: number | null = 0) => printScale(sheetOf([1], { widths, form }))
    expect([
      scale([34, ...Array(7).fill(12)]),
      scale([10]),
      scale(Array(60).fill(12)),
      scale([74, 18, 18], null),
    ]).toEqual([99, 100, 40, 73])
  })

  it.each([
    ['what fits on one page', [20], []],
    ['groups that fit together', [10, 10, 5], []],
    ['a group that does not fit any more', [20, 10], [20]],
    ['several', [20, 20, 20, 3, 3], [20, 40]],
    ['one that no page can hold, and what comes after', [45, 5, 5], []],
    ['one that no page can hold, which leaves no room for the next', [45, 25, 5], [45, 70]],
  ])('begins a new page before a group, not in it: %s', (_, groups, breaks) => {
    expect(pageBreaks(sheetOf(groups))).toEqual(breaks)
  })
})
