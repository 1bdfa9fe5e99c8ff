import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { areHeadingsOfPeople } from '../../../src/privacy/personal-records.ts'
import { readRowMark, readSheetMark, rowMark, sheetMark } from '../../../src/submissions/workbook/marks.ts'
import { readKey, schemeOfForm, signedKey } from '../../../src/submissions/workbook/template-key.ts'
import type { FilledCell } from '../../../src/submissions/workbook/upload/filled-template.ts'
import { typedFields } from '../../../src/submissions/workbook/upload/typed-fields.ts'
import { definition, indicator } from '../entry-form/definitions.ts'

const [vi, en] = [wordsFor('vi'), wordsFor('en')]
const FORM = definition(
  indicator('V5', 'count', [['primary', 'sex']]),
  indicator('V6', 'ratio'),
  indicator('V9', 'mean'),
  indicator('J7', 'milestone'),
)
const cell = (value: FilledCell['value'], more: Partial<FilledCell> = {}): FilledCell => ({
  value,
  sheet: 'S',
  address: 'C9',
  isFormula: false,
  isDate: false,
  isPercent: false,
  ...more,
})
const typed = (cells: Record<string, FilledCell>, opened = {}, words = vi) =>
  typedFields(new Map(Object.entries(cells)), opened, FORM, words)

describe('what was typed into a template', () => {
  it.each([
    ['a whole number', cell(1234), '1234'],
    ['a fraction', cell(1.5), '1,5'],
    ['what a formula came to, to 15 digits', cell(0.1 + 0.2), '0,3'],
    ['a text', cell(' 1.234 '), ' 1.234 '],
    ['a day, as what no field takes', cell(45689, { isDate: true }), '#45689'],
    ['per cent, as what no field takes', cell(0.07, { isPercent: true }), '7%'],
  ])('is read as it would have been typed: %s', (_, given, text) => {
    expect(typed({ 'v.V9': given }).fields).toEqual({ 'v.V9': text })
  })

  it('is written as the language of the file writes it', () => {
    expect(typed({ 'v.V9': cell(1.5) }, {}, en).fields).toEqual({ 'v.V9': '1.5' })
  })

  it('is not sent again where it says what the template said', () => {
    const opened = { 'v.V6': 8, 'd.V6': 10, 'v.V9': 1234.5, 'r.V5': 'vì' }
    const cells = { 'v.V6': cell(8), 'd.V6': cell('10'), 'v.V9': cell('1.234,5'), 's.V6': cell('đã báo cáo') }
    expect(typed(cells, opened).fields).toEqual({})
    expect(typed({ 'v.V6': cell(null) }, opened).fields).toEqual({ 'v.V6': '' })
    expect(typed({ 'v.V6': cell(null) }).fields).toEqual({})
  })

  it('is sent again beside a state that says there is none, so that it is asked about', () => {
    const cells = { 's.V6': cell('[z] Not applicable'), 'v.V6': cell(8), 'd.V6': cell(null) }
    expect(typed(cells, { 'v.V6': 8 }).fields).toEqual({ 's.V6': 'not applicable', 'v.V6': '8' })
  })

  it.each([
    ['a stage by its number', 'v.J7', cell('2. Ban hành'), '2'],
    ['a stage as its number alone', 'v.J7', cell(' 12 '), '12'],
    ['a stage as a number', 'v.J7', cell(2), '2'],
    ['what only begins like a stage', 'v.J7', cell('2a'), '2a'],
    ['what has a number further on', 'v.J7', cell('Điều 2. Ban hành'), 'Điều 2. Ban hành'],
    ['what is no list that long', 'v.J7', cell('1234. x'), '1234. x'],
    ['a number with words, where no stage is asked for', 'v.V9', cell('2. lần'), '2. lần'],
    ['a state by its name', 's.V9', cell('Không áp dụng'), 'not applicable'],
    ['a state in the other language', 's.V9', cell('not applicable'), 'not applicable'],
    ['a state in whatever letters, with its sign', 's.V9', cell(' [z]  NOT APPLICABLE '), 'not applicable'],
    ['a state typed with marks of their own', 's.V9', cell('không áp dụng'.normalize('NFD')), 'not applicable'],
    ['what only ends like a state', 's.V9', cell('x [z] không áp dụng'), 'x [z] không áp dụng'],
    ['what is no state, as far as anything is kept', 's.V9', cell('y'.repeat(3000)), 'y'.repeat(2000)],
    ['a reason that is a number', 'r.V9', cell(1.5), '1.5'],
    ['a reason so that it is seen to be too long', 'r.V9', cell('y'.repeat(3000)), 'y'.repeat(2001)],
  ])('is of each field what belongs there: %s', (_, field, given, text) => {
    expect(typed({ [field]: given }).fields).toEqual({ [field]: text })
  })

  it.each<[string, Record<string, string | number>, Record<string, FilledCell['value']>, Record<string, string>]>([
    ['a state as it was', { 's.V6': 'not applicable' }, { 's.V6': 'không áp dụng' }, {}],
    ['a state that is blank now', { 's.V6': 'not applicable' }, { 's.V6': null }, {}],
    ['another state', { 's.V6': 'not applicable' }, { 's.V6': 'đã báo cáo' }, { 's.V6': 'reported' }],
    ['the usual state, where none was said', {}, { 's.V6': 'đã báo cáo' }, {}],
    ['a reason as it was', { 'r.V6': 'vì' }, { 'r.V6': ' vì ' }, {}],
    ['another reason', { 'r.V6': 'vì' }, { 'r.V6': 'vì mưa' }, { 'r.V6': 'vì mưa' }],
    ['a reason taken away', { 'r.V6': 'vì' }, { 'r.V6': null }, { 'r.V6': '' }],
    ['spaces where nothing was', {}, { 'r.V6': ' ', 'v.V6': ' ' }, {}],
    ['another number', { 'v.V6': 8, 'd.V6': 10 }, { 'v.V6': 9, 'd.V6': 10 }, { 'v.V6': '9' }],
    ['a fraction as it was', { 'v.V9': 1.5, 'd.V9': 4 }, { 'v.V9': '1,5', 'd.V9': '4' }, {}],
    ['no number in its place', { 'd.V9': 4 }, { 'd.V9': 'bốn' }, { 'd.V9': 'bốn' }],
    ['a reason as it was, beside a state', { 'r.V6': 'vì' }, { 's.V6': '[z]', 'r.V6': 'vì' }, { 's.V6': '[z]' }],
    [
      'a reason as it was and no number, beside a state that says so',
      { 's.V6': 'not applicable', 'r.V6': 'vì' },
      { 's.V6': 'không áp dụng', 'r.V6': 'vì', 'v.V6': ' ', 'd.V6': null },
      {},
    ],
    [
      'numbers as they were, beside what is no state',
      { 'v.V6': 8, 'd.V6': 10 },
      { 's.V6': 'gì đó', 'v.V6': 8, 'd.V6': 10 },
      { 's.V6': 'gì đó' },
    ],
    [
      'both numbers as they were, beside a state that says there are none',
      { 's.V6': 'not applicable', 'v.V6': 8, 'd.V6': 10 },
      { 's.V6': 'không áp dụng', 'v.V6': 8, 'd.V6': 10 },
      { 'v.V6': '8', 'd.V6': '10' },
    ],
  ])('is sent only where it is another thing than the template said: %s', (_, opened, values, fields) => {
    const cells = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, cell(value)]))
    expect(typed(cells, opened).fields).toEqual(fields)
  })

  it('is none of what the form has no cell for, though it has the indicator', () => {
    const { gone, fields } = typed({ 'v.V9.sex=male': cell(5), 'v.V5': cell(6), 'x.Y': cell('x') })
    expect([gone, fields]).toEqual([['v.V9.sex=male', 'v.V5', 'x.Y'], {}])
  })

  it('names what is not asked for, and what is not there', () => {
    const { gone, missing } = typed({
      'v.Z1': cell(5),
      'v.Z2': cell(null),
      's.Z1': cell('đã báo cáo'),
      'v.V9': cell(1),
    })
    expect(gone).toEqual(['v.Z1'])
    expect(missing).toContain('d.V6')
    expect(missing).not.toContain('v.V9')
  })
})

describe('marks of a template', () => {
  it('say which field stands where, and which row it is', () => {
    const mark = readRowMark(rowMark(['C=v.V3.age=16-17|sex=female', 'D=d.V6'], 'Nữ'))!
    expect(mark.fields).toEqual([
      { column: 'C', field: 'v.V3.age=16-17|sex=female' },
      { column: 'D', field: 'd.V6' },
    ])
    expect([mark.isOf(' Nữ'), mark.isOf('Nam')]).toEqual([true, false])
    for (const other of ['x', '', 5, null]) expect(readRowMark(other)).toBeNull()
  })

  it('say which form stands on a sheet, if any', () => {
    expect([0, 12, null].map((form) => readSheetMark(sheetMark(form)))).toEqual([
      { form: 0 },
      { form: 12 },
      { form: null },
    ])
    for (const other of ['3P/x', '3P', null, 3]) expect(readSheetMark(other)).toBeNull()
  })

  it('are signed: another secret, another text and no text are nobody’s', () => {
    const form = { partner: 'p', place: 'l', quarter: '2021-Q4', version: 2, scheme: schemeOfForm(FORM) }
    const key = { project: 'P', language: 'vi' as const, forms: [form] }
    const signed = signedKey(key, 'secret')
    expect(readKey(signed, 'secret')).toEqual(key)
    const forged = signedKey({ ...key, project: 'Q' }, 'other').split('.')[0]
    for (const other of [`${forged}.${signed.split('.')[1]}`, signed.slice(0, -2), '', '.', 'x'])
      expect(readKey(other, 'secret'), other).toBeNull()
    expect(schemeOfForm(FORM)).toHaveLength(16)
  })
})

describe('whether two forms ask for the same', () => {
  const scheme = (...given: Parameters<typeof indicator>) => schemeOfForm(definition(indicator(...given)))
  const usual = scheme('V5', 'count', [['primary', 'sex']])

  it.each<[string, string]>([
    ['another indicator', scheme('V7', 'count', [['primary', 'sex']])],
    ['another measure', scheme('V5', 'median', [['primary', 'sex']])],
    ['another breakdown', scheme('V5', 'count', [['primary', 'age']])],
    ['a breakdown of another kind', scheme('V5', 'count', [['partition', 'sex']])],
    ['no breakdown', scheme('V5', 'count')],
    ['a list of stages', scheme('V5', 'count', [['primary', 'sex']], { stages: [{ vi: 'x', en: 'x' }] })],
  ])('%s is another one', (_, other) => {
    expect(other).not.toBe(usual)
  })

  it('another name is not', () => {
    expect(scheme('V5', 'count', [['primary', 'sex']], { name: { vi: 'Tên khác', en: 'Another' } })).toBe(usual)
  })
})

it.each([
  [['STT', 'Họ và tên', 'Ngày sinh'], true],
  [['ho ten', 'cccd'], true],
  [['TÊN NẠN NHÂN', 'Địa chỉ:'], true],
  [['Full name', 'Date of birth'], true],
  [['Name', 'Passport no.'], true],
  [['Phone number', 'Home address'], true],
  [['Nam', 'Nữ', 'Tổng'], false],
  [['Tên chỉ số', 'Đơn vị'], false],
  [['Name', 'Value'], false],
  [['Không ghi tên, ngày sinh, số giấy tờ, số điện thoại hay địa chỉ của ai', 'x'], false],
])('whether %j are headings of a list of people: %s', (texts, expected) => {
  expect(areHeadingsOfPeople(texts)).toBe(expected)
})
