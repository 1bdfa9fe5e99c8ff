import { beforeAll, describe, expect, it } from 'vitest'
import { type ReadSheet, readWorkbook } from '../../../src/spreadsheet/read-workbook.ts'
import type { FoundCell } from '../../../src/spreadsheet/sheet-cells.ts'
import type { LoadedSubmission } from '../../../src/submissions/page-state.ts'
import { flatten } from '../../../src/submissions/versions/merge.ts'
import { KEY_SHEET } from '../../../src/submissions/workbook/marks.ts'
import { writeTemplate } from '../../../src/submissions/workbook/template/write-xlsx.ts'
import { signedKey } from '../../../src/submissions/workbook/template-key.ts'
import {
  type FilledCell,
  type FilledTemplate,
  readTemplate,
} from '../../../src/submissions/workbook/upload/filled-template.ts'
import { type Choices, previewForm } from '../../../src/submissions/workbook/upload/preview.ts'
import { previewPage, seenVersions } from '../../../src/submissions/workbook/upload/preview-page.ts'
import { beside, definition, indicator, lastQuarter } from '../entry-form/definitions.ts'
import { pageState, standing, stored } from '../page-state.ts'
import { ENTRIES, FORM, keyOf, planOf, SECRET, smallForm, wordsIn } from './small-form.ts'

let sheets: ReadSheet[]
beforeAll(async () => {
  const read = await readWorkbook(new Uint8Array(await writeTemplate(planOf('vi'))))
  if ('refused' in read) throw new Error(read.refused)
  sheets = read.sheets
})

const found = (row: number, column: number, value: FoundCell['value'], more: Partial<FoundCell> = {}): FoundCell => ({
  ...{ row, column, value, isFormula: false, isDate: false, isPercent: false },
  ...more,
})
/** The sheets with cells of one of them put in place of what stood there. */
function withCells(name: string, ...cells: FoundCell[]): ReadSheet[] {
  const isOther = (one: FoundCell) => !cells.some(({ row, column }) => row === one.row && column === one.column)
  return sheets.map((sheet) =>
    sheet.name === name ? { name, cells: [...sheet.cells.filter(isOther), ...cells] } : sheet,
  )
}
const readAs = (given: readonly ReadSheet[]) => readTemplate(given, SECRET)
const template = (given: readonly ReadSheet[] = sheets) => readAs(given) as FilledTemplate
const cellAt = (field: string) => template().forms[0]!.get(field)!
/** Row and column of a field, from 0. */
function placeOf(field: string): [number, number] {
  const [, letters, digits] = /^([A-Z])(\d+)$/.exec(cellAt(field).address)!
  return [Number(digits) - 1, letters!.charCodeAt(0) - 65]
}

describe('a template that comes back', () => {
  it('is read field by field, with the cell each stands in', () => {
    const { key, forms, extra } = template()
    expect([key, extra]).toEqual([keyOf([smallForm()], 'vi'), []])
    const [form] = forms
    const asked = FORM.rows.flatMap(({ grids }) => grids.flatMap(({ cells }) => cells)).length
    const names = [...form!.keys()]
    expect(names.filter((name) => name.startsWith('v.'))).toHaveLength(asked)
    expect(names.filter((name) => name.startsWith('s.'))).toHaveLength(FORM.rows.length)
    expect(cellAt('v.V2.sex=male')).toEqual({
      ...{ value: 1, sheet: 'Bảo vệ', address: expect.stringMatching(/^C\d+$/) },
      ...{ isFormula: false, isDate: false, isPercent: false },
    })
    expect(cellAt('d.V2.sex=male')).toMatchObject({ value: 4, address: expect.stringMatching(/^D\d+$/) })
    expect(cellAt('r.V6').value).toBe('=Chưa triển khai_x0041_')
    expect(cellAt('v.J8')).toMatchObject({ value: null, sheet: 'Truy tố' })
  })

  it('tells how a value stands in its cell', () => {
    const [row, column] = placeOf('v.V5')
    const more = { isFormula: true, isDate: true, isPercent: true }
    expect(template(withCells('Bảo vệ', found(row, column, 9, more))).forms[0]!.get('v.V5')).toMatchObject({
      value: 9,
      ...more,
    })
  })

  it('is found by its marks, wherever its rows and columns stand', () => {
    const moved = sheets.map(({ name, cells }) => ({
      name,
      cells: cells.map((one) => (one.row > 5 ? { ...one, row: one.row + 3 } : one)),
    }))
    expect(template(moved).forms[0]!.get('v.V2.sex=male')).toMatchObject({ value: 1 })
    expect(template(moved).forms[0]!.get('v.V2.sex=male')!.address).not.toBe(cellAt('v.V2.sex=male').address)
  })

  it('may have other sheets: they are named, and nothing of them is read', () => {
    const other = { name: 'Ghi chú', cells: [found(0, 0, 'x'), found(3, 3, 5)] }
    expect(template([...sheets, other]).extra).toEqual(['Ghi chú'])
    expect(template([...sheets, { name: 'Trống', cells: [] }]).extra).toEqual(['Trống'])
    // A mark that stands elsewhere than in the first cell is none.
    const marks = [found(0, 1, '3P/0'), found(1, 0, '3P/0')]
    expect(template([...sheets, { name: 'Chép', cells: marks }]).extra).toEqual(['Chép'])
  })

  it('is refused with a list of people on another sheet, in a row or a column of its beginning', () => {
    const people = (cells: FoundCell[]) => readAs([{ name: 'DS', cells }, ...sheets])
    const refused = { refused: 'personal-records', at: 'DS' }
    expect(people([found(2, 0, 'Họ và tên'), found(2, 1, 'Ngày sinh')])).toEqual(refused)
    expect(people([found(0, 1, 'Họ và tên'), found(39, 1, 'Số CCCD')])).toEqual(refused)
    // Nothing of it is read further down, or as one line what stands in two.
    expect(people([found(40, 0, 'Họ và tên'), found(40, 1, 'Ngày sinh')])).toMatchObject({ extra: ['DS'] })
    expect(people([found(2, 0, 'Họ và tên'), found(3, 1, 'Ngày sinh')])).toMatchObject({ extra: ['DS'] })
    expect(people([found(2, 0, 5), found(2, 1, 'Ngày sinh')])).toMatchObject({ extra: ['DS'] })
  })

  it('is refused without its key, or with another one', () => {
    const without = sheets.filter(({ name }) => name !== KEY_SHEET)
    expect(readAs(without)).toEqual({ refused: 'not-a-template', at: '' })
    expect(readAs([...without, { name: KEY_SHEET, cells: [found(0, 0, 5)] }])).toMatchObject({
      refused: 'not-a-template',
    })
    expect(readTemplate(sheets, 'another secret')).toEqual({ refused: 'forged', at: '' })
  })

  it('is refused where a column or a row is there twice, is not named, or has the words of another', () => {
    const at = (name: string, ...cells: FoundCell[]) => readAs(withCells(name, ...cells))
    const [row] = placeOf('v.V5')
    // The mark of column D is C's.
    expect(at('Bảo vệ', found(0, 3, 'C'))).toEqual({ refused: 'moved', at: 'Bảo vệ, D1' })
    expect(at('Bảo vệ', found(0, 2, 'Z'))).toMatchObject({
      refused: 'moved',
      at: expect.stringMatching(/^Bảo vệ, B\d/),
    })
    expect(at('Bảo vệ', found(row, 1, 'Khác'))).toEqual({ refused: 'moved', at: `Bảo vệ, B${row + 1}` })
    const own = sheets.find(({ name }) => name === 'Bảo vệ')!.cells
    const again = own.filter((one) => one.row === row).map((one) => ({ ...one, row: 900 }))
    expect(at('Bảo vệ', ...again)).toEqual({ refused: 'moved', at: 'Bảo vệ, C901' })
  })

  it('is read of sheets of its own forms alone', () => {
    const marked = { name: 'Khác', cells: [found(0, 0, '3P/7'), found(1, 0, 'x')] }
    expect(template([...sheets, marked])).toMatchObject({ extra: [] })
  })
})

describe('what a template that comes back would change', () => {
  const loadedAs = (more: Partial<LoadedSubmission> = {}) => pageState(FORM, { entries: ENTRIES, ...more })
  function previewed(
    typed: Record<string, Partial<FilledCell>>,
    {
      choices = {},
      loaded = loadedAs(),
      opened = flatten(ENTRIES),
      key = keyOf([smallForm()], 'vi').forms[0]!,
    } = {} as {
      choices?: Choices
      loaded?: LoadedSubmission
      opened?: ReturnType<typeof flatten>
      key?: ReturnType<typeof keyOf>['forms'][number]
    },
  ) {
    const cells = new Map(template().forms[0]!)
    for (const [field, more] of Object.entries(typed)) cells.set(field, { ...cells.get(field)!, ...more })
    return previewForm({ key, cells }, loaded, opened, choices, wordsIn('vi'))
  }
  const page = (form: ReturnType<typeof previewed>, language: 'vi' | 'en' = 'en') =>
    previewPage(
      'name',
      { extra: ['Ghi chú', 'Khác'] },
      [{ ...form, after: { ...form.loaded, entries: form.parsed.entries }, beside: beside() }],
      false,
      wordsIn(language),
    )
  const changed = (form: ReturnType<typeof previewed>) => form.changes.map(({ field, change }) => [field, ...change])

  it('is nothing where nothing was typed', () => {
    const form = previewed({})
    expect([form.changes, form.parsed.problems, form.isOlder, form.isOtherScheme, form.refused]).toEqual([
      ...[[], []],
      ...[false, false, null],
    ])
    expect(page(form)).toMatchObject({ count: 0, canSave: false })
  })

  it('is what was typed, and stands on its page with where it stands in the file', async () => {
    const form = previewed({
      'v.V1.age=child|sex=male': { value: 12, isFormula: true },
      'v.V2.sex=male': { value: 1.234 },
      'v.V3.status=other': { value: 'N/A' },
      'v.V4': { value: 45689, isDate: true },
      's.V5': { value: 'không áp dụng' },
      'v.V5': { value: null },
      'd.V5': { value: null },
      'r.V5': { value: 'Chị Lan 0912345678 chưa có mặt' },
      'v.J7': { value: '2. issued' },
      'v.J8': { value: 9 },
    })
    expect(changed(form)).toEqual([
      ['v.V1.age=child|sex=male', 3, 12],
      ['v.J7', 1, 2],
    ])
    await expect(`${JSON.stringify(page(form), null, 1)}\n`).toMatchFileSnapshot('whole/preview.en.txt')
    expect(page(form, 'vi').forms[0]!.unread.map(({ readings }) => readings)).toMatchObject([
      [{ value: '1234', label: '1234' }],
      ...[[], [], [], []],
    ])
  })

  it('follows what is chosen: a reading, a reason that is kept, whose value stands', () => {
    const typed = {
      'v.V1.age=child|sex=male': { value: '1,234' },
      's.V5': { value: 'không áp dụng' },
      'v.V5': { value: null },
      'd.V5': { value: null },
      'r.V5': { value: 'Chị Lan 0912345678 chưa có mặt' },
    }
    const choices = { 'v.V1.age=child|sex=male': '1234', 'k.V5': 'yes', 'v.ZZ': '5' }
    const form = previewed(typed, { choices })
    expect(changed(form)).toContainEqual(['v.V1.age=child|sex=male', 3, 1234])
    expect(form.parsed.keptOnWord).toEqual(['V5'])
    expect(form.parsed.problems).toEqual([])
    const theirs = previewed({ 'v.V5': { value: 99 } }, { choices: { 'c.v.V5': 'theirs' } })
    expect(changed(theirs)).toEqual([])
  })

  it('is asked about where somebody has saved since, and says that the file is older', () => {
    const opened = { ...flatten(ENTRIES), 'v.V5': 6 }
    const form = previewed(
      { 'v.V5': { value: 8 }, 'v.V3.status=other': { value: 5 }, 'd.V3.status=other': { value: 2 } },
      { opened, loaded: loadedAs({ stored: stored({ version: 3 }) }) },
    )
    expect(form.changes.map(({ field, isContested }) => [field, isContested])).toEqual([
      ['v.V5', true],
      ['v.V3.status=other', false],
      ['d.V3.status=other', false],
    ])
    expect([form.isOlder, seenVersions([form, form])]).toEqual([true, '3 3'])
    expect(page(form).forms[0]!.notes).toEqual([wordsIn('en').t('submissions:workbook.note.older')])
  })

  it('names what the form asks for and the file has not, and the reverse', () => {
    const other = definition(indicator('V5', 'median'), indicator('V9', 'count'))
    const form = previewed(
      { 'v.V1.status=other': { value: 1 } },
      { loaded: loadedAs({ definition: other, entries: [] }) },
    )
    expect(form.isOtherScheme).toBe(true)
    expect(form.missing).toEqual(['s.V9', 'r.V9', 'v.V9'])
    expect(form.gone).toContain('v.V1.status=other')
    expect(form.gone).not.toContain('s.V1')
    const [scheme, gone, missing] = page(form).forms[0]!.notes
    expect(scheme).toBe(wordsIn('en').t('submissions:workbook.note.other-scheme'))
    expect(gone).toBe(
      'Filled in in the file but no longer asked for, and so not taken: V1, male, child; V1, female, adult; V1, victim; V1, other; V1, legal; V2, male; V2, female; V3, victim; V4; V6, remarks; J7.',
    )
    expect(missing).toBe('Not in the file, and so left as saved: V9, state; V9, remarks; V9.')
  })

  it('says what has to be mended before it is handed in, in how many indicators something is blank, and what is doubted', () => {
    const form = previewed({ 'd.V5': { value: null }, 'v.V4': { value: 3000 } })
    const entries = form.parsed.entries
    const last = lastQuarter(...ENTRIES.filter((one) => one.indicator === 'V4'))
    const held = { after: { ...form.loaded, entries }, beside: beside({ previous: last }) }
    const { left, blanks, doubts } = previewPage('name', { extra: [] }, [{ ...form, ...held }], false, wordsIn('en'))
      .forms[0]!
    expect(left).toEqual([{ where: 'V5, n', text: 'Enter the other number too (the denominator, or n).' }])
    // Some of V1, V2 and V3 are blank, and all of J8.
    expect(blanks).toBe(4)
    expect(doubts).toMatchObject([
      { where: 'V4, numerator', sentence: '1,500 is more than 3 times the last value (2).' },
    ])
  })

  it('stands on its page without an address where a field is not in the file', () => {
    const cells = new Map([...template().forms[0]!].filter(([field]) => field !== 'v.V5'))
    const [key] = keyOf([smallForm()], 'vi').forms
    const form = previewForm({ key: key!, cells }, loadedAs(), flatten(ENTRIES), { 'v.V5': 'x' }, wordsIn('vi'))
    expect(page(form).forms[0]!.unread).toMatchObject([{ field: 'v.V5', at: '', text: 'x' }])
    const read = previewForm({ key: key!, cells }, loadedAs(), flatten(ENTRIES), { 'v.V5': '9' }, wordsIn('vi'))
    expect(page(read).forms[0]!.changes).toMatchObject([{ field: 'v.V5', at: '', to: '9', isFormula: false }])
  })

  it('can’t be saved where the report is locked, and not begun ones have no page yet', () => {
    const locked = previewed(
      { 'v.V5': { value: 8 } },
      { loaded: loadedAs({ standing: standing({ state: 'approved' }) }) },
    )
    expect(locked.refused).not.toBeNull()
    expect(page(locked)).toMatchObject({ count: 0, canSave: false })
    const begun = previewed({ 'v.V5': { value: 8 } }, { loaded: loadedAs({ stored: null }) })
    expect(page(begun)).toMatchObject({ count: 1, canSave: true, versions: '0', forms: [{ href: null }] })
    const doubtful = previewed({ 'v.V1.age=child|sex=male': { value: '1,234' } })
    expect(page(doubtful)).toMatchObject({ count: 0, canSave: true })
    const unreadable = previewed({ 'v.V1.age=child|sex=male': { value: 'N/A?' } })
    expect(page(unreadable)).toMatchObject({ count: 0, canSave: false })
  })
})

it('a key that is signed but is no key of a template is nobody’s', () => {
  const signed = signedKey({ project: 'P', language: 'vi', forms: [] } as never, SECRET)
  expect(readAs([{ name: KEY_SHEET, cells: [found(0, 0, signed)] }])).toEqual({ refused: 'forged', at: '' })
})
