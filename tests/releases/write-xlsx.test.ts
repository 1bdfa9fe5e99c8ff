import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import type { WorkbookPlan } from '../../src/releases/workbook/plan.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { inThread } from '../../src/threads/thread.ts'

const plan: WorkbookPlan = {
  title: 'Báo cáo',
  author: '3P Tracker',
  language: 'vi',
  createdAt: Date.UTC(2021, 9, 1),
  sheets: [
    {
      key: 'data',
      name: 'Dữ liệu – Data',
      columns: [{ width: 20 }, { width: 12, format: '0.0%' }, { width: 12 }],
      freeze: { rows: 2, columns: 1 },
      print: { landscape: true, repeatRows: 2 },
      rows: [
        { cells: ['Dữ liệu', null, null], style: 'title' },
        { cells: ['Tên', 'Tỷ lệ', 'Số'], style: 'heading' },
        { cells: ['=1+1', 0.19, { mark: '[c]' }] },
        { cells: ['+84', 1 / 3, 0] },
        { cells: ['-x', { number: 1234.5, format: '#,##0.0' }, { text: 'Đạt', tone: 'green' }] },
        { cells: ['@cmd', 0, { text: 'Sang "bìa"', sheet: 'data' }] },
        { cells: ['a\u0000b', 0, 0] },
      ],
    },
  ],
}

async function read(bytes: Uint8Array) {
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes as never)
  return book
}

test('texts stay texts, numbers exact, marks marks, links inside', async () => {
  const sheet = (await read(await writeXlsx(plan))).worksheets[0]!
  expect(sheet.name).toBe('Dữ liệu – Data')
  for (const [row, text] of [
    [3, '=1+1'],
    [4, '+84'],
    [5, '-x'],
    [6, '@cmd'],
    [7, 'ab'],
  ] as const) {
    expect(sheet.getCell(row, 1).type).toBe(exceljs.ValueType.String)
    expect(sheet.getCell(row, 1).value).toBe(text)
  }
  expect(sheet.getCell(3, 1).numFmt).toBe('@')
  expect(sheet.getCell(4, 2).value).toBe(1 / 3)
  expect(sheet.getCell(4, 2).numFmt).toBe('0.0%')
  expect(sheet.getCell(3, 3).value).toBe('[c]')
  expect(sheet.getCell(4, 3).value).toBe(0)
  expect(sheet.getCell(5, 2).numFmt).toBe('#,##0.0')
  expect(sheet.getCell(6, 3).value).toMatchObject({ result: 'Sang "bìa"' })
  expect(sheet.getCell(3, 1).font.name).toBe('Arial')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 })
})

test('nothing is hidden: no sheet, row, column or name', async () => {
  const book = await read(await writeXlsx(plan))
  expect(book.worksheets.every((sheet) => sheet.state === 'visible')).toBe(true)
  const sheet = book.worksheets[0]!
  expect(sheet.columns.every((column) => !column.hidden)).toBe(true)
  sheet.eachRow((row) => expect(row.hidden).toBeFalsy())
  expect(book.definedNames.model).toEqual([])
})

test('a thread writes the same workbook', async () => {
  const { done } = inThread('releases/workbook/workbook', plan)
  const sheet = (await read(await done)).worksheets[0]!
  expect(sheet.getCell(4, 2).value).toBe(1 / 3)
})

test('a thread that fails says so, and the next one works', async () => {
  await expect(inThread('releases/workbook/workbook', { sheets: null } as never).done).rejects.toThrow()
  const next = inThread('releases/workbook/workbook', plan)
  expect((await next.done).length).toBeGreaterThan(1000)
})
