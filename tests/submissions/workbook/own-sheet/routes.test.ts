import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../support/app.ts'
import { LAST, lastDetail, openPilot, type Pilot, stateOf, submissionId } from '../../pilot.ts'
import { type Rows, workbookOf } from './cells.ts'

const START = '/submissions/own-sheet'
const REPORT = 'dolisa-nghe-an/nghe-an/2021-Q4'

let pilot: Pilot
let partner: Visitor
let id: number
let now = Date.UTC(2022, 1, 10)
beforeAll(async () => {
  pilot = await openPilot(() => now)
  partner = await pilot.as('dolisa.nghe-an', 'vi')
  id = submissionId(pilot.db, 'dolisa-nghe-an', LAST)
})
afterAll(() => pilot.app.close())

const SHEET: Rows = [
  ['SỞ LAO ĐỘNG – SỔ THEO DÕI'],
  ['Nội dung', 'Nam', 'Nữ', 'Ghi chú'],
  ['V5. Người được hỗ trợ pháp lý', 41, '1.234', 'quý 4'],
  ['Tổng cộng', 1275],
]
const book = (rows: Rows = SHEET) => workbookOf({ 'Quý 4': rows })
const send = async (file: Uint8Array, who = partner, report = REPORT) =>
  who.postFile(START, 'file', file, 'so.xlsx', { report })
const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const mappings = () => pilot.db.$client.prepare('select count(*) from own_sheet').pluck().get()
/** What is chosen above each column as the page comes, besides what is given. */
const COLUMNS = {
  sheet: '0',
  first: '2',
  last: '2',
  'column.0': 'row',
  'column.1': 'v..sex=male',
  'column.2': 'v..sex=female',
}

describe('a sheet of one’s own', () => {
  it('is mapped once, shown with every change, and read at once when it comes again', async () => {
    const before = stateOf(pilot.db, id)
    const sent = await send(await book())
    expect(sent.status, sent.body).toBe(303)
    expect(sent.location).toMatch(/^\/submissions\/own-sheets\/[\w-]{32}$/)
    const columns = await partner.get(sent.location)
    expect(columns.status).toBe(200)
    // What could be guessed is chosen already.
    expect(columns.body).toMatch(/<option value="v\.\.sex=male" selected>/)
    expect(columns.body).toMatch(/<option value="row" selected>/)
    const chosen = await partner.post(sent.location, COLUMNS)
    expect(chosen).toMatchObject({ status: 303, location: `${sent.location}/rows` })
    const rows = await partner.get(chosen.location)
    expect(text(rows.body)).toContain('Tổng cộng')
    expect(rows.body).toMatch(/<option value="v\.V5" selected>/)
    const read = await partner.post(chosen.location, { 'row.0': 'v.V5' })
    expect(read.location).toMatch(/^\/submissions\/uploads\//)
    const preview = text((await partner.get(read.location)).body)
    expect(preview).toMatch(/V5, Nam Quý 4!B3 \S+ 41/)
    expect(preview).toMatch(/V5, Nữ Quý 4!C3 \S+ 1\.234/)
    expect(preview).toContain('chưa ghép với chỉ số nào của báo cáo, nên không lấy: B4')
    expect(preview).not.toContain('Không có trong tệp')
    expect([stateOf(pilot.db, id), mappings()]).toEqual([before, 1])

    const again = await send(await book([['thêm một dòng'], ...SHEET]))
    expect(again.location).toMatch(/^\/submissions\/uploads\//)
    const shown = await partner.get(again.location)
    expect(text(shown.body)).toContain('V5, Nam Quý 4!B4')
    const versions = /name="versions" value="([^"]*)"/.exec(shown.body)![1]!
    const saved = await partner.post(`${again.location}/saving`, { versions })
    expect(saved).toMatchObject({ status: 303, location: `/submissions/${id}` })
    expect(lastDetail(pilot.db, id, 'submission.saved').changes).toEqual({
      'v.V5.sex=male': [expect.anything(), 41],
      'v.V5.sex=female': [expect.anything(), 1234],
    })
    expect(mappings()).toBe(1)
    expect(text((await partner.get(START)).body)).toContain('Tờ “Quý 4”')
  })

  it('is mapped anew in place of what was remembered, and what the trail says of it holds none of its words', async () => {
    const again = await send(await book())
    const mapping = /href="(\/submissions\/own-sheets\/[^"]+)"/.exec((await partner.get(again.location)).body)![1]!
    await partner.post(mapping, COLUMNS)
    expect((await partner.get(`${mapping}/rows`)).body).toMatch(/<option value="v\.V5" selected>/)
    const said = { 'row.0': 'v.V5', 'row.1': 'v.V4' }
    expect((await partner.post(`${mapping}/rows`, said)).location).toMatch(/uploads/)
    const rows = pilot.db.$client.prepare('select replaces_id from own_sheet order by id').pluck().all()
    expect(rows).toEqual([null, 1])
    const told = pilot.db.$client
      .prepare("select subject_kind, subject_id, detail from trail where verb = 'partner.sheet-mapped'")
      .all()
    expect(told).toEqual(Array(2).fill({ subject_kind: 'partner', subject_id: 'dolisa-nghe-an', detail: '{}' }))
    // The same choices once more are nothing new.
    await partner.post(`${mapping}/rows`, said)
    expect(mappings()).toBe(2)
  })

  it('says what keeps its columns and rows from being taken, at an address that opens again', async () => {
    const { location } = await send(
      await workbookOf({
        S: [
          ['Tên', 'Số khác'],
          ['Chị Lan 0912345678', 3],
          ['x', 4],
        ],
      }),
    )
    const back = async (form: Record<string, string>, at = location) => {
      const sent = await partner.post(at, form)
      expect(sent).toMatchObject({ status: 303, location: `${at}#problems` })
      return text((await partner.get(at)).body)
    }
    const place = { sheet: '0', first: '1', last: '1' }
    expect(await back(place)).toContain('Chưa có cột nào là số liệu')
    expect(await back({ ...place, 'column.1': 'v.V5' })).toContain('Chưa rõ số của chỉ số, nhóm nào')
    expect(await back({ ...place, 'column.1': 'by-quarter' })).toContain('Tiêu đề cột này không ghi quý')
    expect(await back({ ...place, 'column.0': 'v.V5.sex=male', 'column.1': 'v.V5.sex=male' })).toContain(
      'Đã có cột khác',
    )
    await partner.post(location, { ...place, 'column.0': 'row', 'column.1': 'v' })
    expect(await back({}, `${location}/rows`)).toContain('chưa chỉ ra số nào của báo cáo')
    expect(await back({ 'row.0': 'v.V5.sex=male' }, `${location}/rows`)).toContain('có vẻ nêu tên')
    expect(mappings()).toBe(2)
    // What is no choice is nothing; another place in the sheet is looked at without being kept.
    expect((await partner.post(location, { ...place, 'column.1': 'v.V99' })).location).toContain('#problems')
    expect((await partner.get(`${location}?sheet=9&first=x`)).status).toBe(200)
    expect((await partner.get(`${location}?sheet=0&first=2&last=2`)).body).toContain('name="first" value="2"')
  })

  it('that has nothing for its report leads back to its mapping, and says so', async () => {
    const { location } = await send(
      await workbookOf({
        S: [
          ['Quý', 'Nam'],
          ['Quý 3/2021', 3],
        ],
      }),
    )
    const columns = { sheet: '0', first: '1', last: '1', 'column.0': 'quarter', 'column.1': 'v.V5.sex=male' }
    expect(await partner.post(location, columns)).toMatchObject({ status: 303, location })
    expect(text((await partner.get(location)).body)).toContain('không có số nào cho báo cáo đã chọn')
  })
})

describe('what is not taken', () => {
  it.each([
    ['no file', async () => new Uint8Array(), 'Chưa chọn tệp'],
    ['no workbook', async () => new TextEncoder().encode('a,b'), 'không phải tệp Excel'],
    [
      'a list of people on any sheet',
      () => workbookOf({ S: SHEET, DS: [['Họ và tên', 'Ngày sinh']] }),
      'Trang “DS” có vẻ là danh sách người',
    ],
    ['no table', () => workbookOf({ S: [['chữ']] }), 'không có bảng nào'],
    ['too much', () => workbookOf({ S: Array.from({ length: 2001 }, () => Array(10).fill(1)) }), 'quá nhiều ô'],
  ])('%s', async (_, file, sentence) => {
    const { status, body } = await send(await file())
    expect([status, text(body)]).toEqual([422, expect.stringContaining(sentence)])
    // What was chosen with it stands.
    expect(body).toContain(`<option value="${REPORT}" selected>`)
  })

  it.each(['', 'x', 'dolisa-nghe-an/nghe-an/2019-Q1', 'police-nghe-an/nghe-an/2021-Q4', 'a/b/c/d'])(
    'for the report “%s”, which is closed, not theirs or none',
    async (report) => {
      const { status, body } = await send(await book(), partner, report)
      expect([status, text(body)]).toEqual([422, expect.stringContaining('không nhập được lúc này')])
    },
  )

  it('is looked at by whoever sent it alone, and by managers not at all', async () => {
    const { location } = await send(
      await workbookOf({
        S: [
          ['Tên', 'Số'],
          ['x', 4],
        ],
      }),
    )
    const stranger = await pilot.as('police.nghe-an')
    const manager = await pilot.as('iom.manager')
    for (const address of [location, `${location}/rows`]) {
      expect(await stranger.get(address)).toMatchObject({ status: 303, location: START })
      expect(await stranger.post(address, COLUMNS)).toMatchObject({ status: 303, location: START })
      expect((await manager.get(address)).status).toBe(403)
      expect((await manager.post(address, {})).status).toBe(403)
      expect((await partner.send('PUT', address)).status).toBe(405)
    }
    expect((await partner.get(`${location}/rows`)).location).toBe(location)
    expect((await partner.get('/submissions/own-sheets/x')).status).toBe(404)
    expect((await manager.get(START)).status).toBe(403)
    // The report has been handed in and approved, or its quarter closed, since: nothing is read into it.
    pilot.db.$client.prepare("update submission set state = 'submitted' where id = ?").run(id)
    expect(await partner.get(location)).toMatchObject({ status: 303, location: START })
    pilot.db.$client.prepare("update submission set state = 'draft' where id = ?").run(id)
    now += 31 * 60_000
  })
})
