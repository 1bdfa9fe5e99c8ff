import type exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../support/app.ts'
import { lastDetail, openPilot, type Pilot, stateOf, submissionId, versionIn } from '../pilot.ts'
import { fieldCells, filledTemplate } from './filled-template.ts'

let pilot: Pilot
let partner: Visitor
let id: number
/** As it is made of what is saved when the tests begin. */
let template: Uint8Array
beforeAll(async () => {
  pilot = await openPilot()
  partner = await pilot.as('dolisa.nghe-an', 'vi')
  id = submissionId(pilot.db, 'dolisa-nghe-an')
  template = await templateOf(id)
})
afterAll(() => pilot.app.close())

async function templateOf(submission: number, who = partner): Promise<Uint8Array> {
  const { status, raw } = await who.get(`/submissions/${submission}/template.xlsx`)
  expect(status).toBe(200)
  return raw
}
const filled = (typed: Record<string, exceljs.CellValue>, besides?: (book: exceljs.Workbook) => void) =>
  filledTemplate(template, typed, besides)
const upload = (file: Uint8Array, who = partner, to = `/submissions/${id}/upload`) => who.postFile(to, 'file', file)
async function previewed(file: Uint8Array, who = partner) {
  const { status, location, body } = await upload(file, who)
  expect(status, body).toBe(303)
  return { address: location, ...(await who.get(location)) }
}
const changesSaved = () => lastDetail(pilot.db, id, 'submission.saved').changes as Record<string, unknown[]>
const versionsIn = (body: string) => /name="versions" value="([^"]*)"/.exec(body)![1]!
const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a filled template', () => {
  it('shows every change before anything is kept, at an address that opens again, and is then saved as the form saves', async () => {
    const before = stateOf(pilot.db, id)
    const file = await filled({
      'v.V5.sex=male': 41,
      'v.V5.sex=female': '1.234',
      'v.V6': { formula: '4+4', result: 8 } as never,
    })
    const { address, status, body } = await previewed(file)
    expect(status).toBe(200)
    expect(text(body)).toMatch(/V5, Nam Bảo vệ!C\d+ \d+ 41/)
    expect(text(body)).toMatch(/V5, Nữ Bảo vệ!C\d+ \d+ 1\.234/)
    expect(text(body)).toContain('(kết quả của công thức, tính lần cuối)')
    expect((await partner.get(address)).body).toContain('1.234')
    expect(stateOf(pilot.db, id)).toEqual(before)
    const saved = await partner.post(`${address}/saving`, { versions: versionsIn(body) })
    expect(saved).toMatchObject({ status: 303, location: `/submissions/${id}` })
    expect((await partner.get(saved.location)).body).toContain('Đã lưu nháp từ tệp Excel; 3 ô có thay đổi.')
    const changes = changesSaved()
    expect(Object.fromEntries(Object.entries(changes).map(([field, [, to]]) => [field, to]))).toEqual({
      'v.V5.sex=male': 41,
      'v.V5.sex=female': 1234,
      'v.V6': 8,
    })
    // It is gone with that.
    expect(await partner.get(address)).toMatchObject({ status: 303, location: '/submissions/upload' })
  })

  it('takes remarks with the numbers beside them, and asks about one that may name somebody', async () => {
    const { address, body } = await previewed(await filled({ 'v.V13': 77, 'r.V13': 'Thiếu sổ của 1 xã' }))
    expect(text(body)).toMatch(/V13, ghi chú .*Thiếu sổ của 1 xã/)
    expect((await partner.post(`${address}/saving`, { versions: versionsIn(body) })).status).toBe(303)
    expect((await partner.get(`/submissions/${id}`)).body).toContain('name="r.V13" value="Thiếu sổ của 1 xã"')
    expect(changesSaved()).toEqual({ 'v.V13': expect.arrayContaining([77]) })
    const telling = await previewed(await filled({ 'r.V13': 'Hỏi chị Nguyễn Thị Hoa, 0912345678' }))
    expect(text(telling.body)).toMatch(/V13, ghi chú \(Bảo vệ![A-Z]+\d+\).*Nội dung có vẻ chứa/)
  })

  it('takes only what was changed in it when somebody has saved since, and asks where both did', async () => {
    const made = await templateOf(id)
    const version = versionIn((await partner.get(`/submissions/${id}`)).body)
    const meanwhile = { 'v.V5.sex=male': '60', 'v.V5.sex=female': '1234' }
    expect((await partner.post(`/submissions/${id}/entries`, { version, ...meanwhile })).status).toBe(303)
    const { address, body } = await previewed(
      await filledTemplate(made, { 'v.V5.sex=male': 50, 'v.V5.sex=other': 13, 'v.V5.sex=female': '1234' }),
    )
    expect(text(body)).toContain('Báo cáo đã được lưu sau khi tải biểu mẫu này')
    expect(body).toContain('name="c.v.V5.sex=male" value="theirs"')
    expect(body).not.toContain('name="c.v.V5.sex=other"')
    const sent = { versions: versionsIn(body), 'c.v.V5.sex=male': 'theirs' }
    expect((await partner.post(`${address}/saving`, { ...sent, versions: '1' })).status).toBe(409)
    expect((await partner.post(`${address}/saving`, sent)).status).toBe(303)
    const changes = changesSaved()
    expect(Object.keys(changes)).toEqual(['v.V5.sex=other'])
  })

  it('reads what is typed as the form does: doubtful, impossible and unreadable ones are asked about, and the rest is saved', async () => {
    const made = await templateOf(id)
    const typed = {
      'v.V5.sex=male': 1.234,
      'v.V5.sex=female': -3,
      'v.V5.sex=other': new Date(Date.UTC(2021, 1, 3)),
      'v.V5.sex=not-recorded': 'N/A',
      'v.V4.service=legal': 17,
      's.V13': 'không áp dụng',
      'v.V13': null,
      'r.V13': 'Chị Lan 0912345678 chưa có mặt',
    }
    const file = await filledTemplate(made, typed, (book) => {
      const cell = fieldCells(book).get('v.V5.sex=other')!
      cell.style = { ...cell.style, numFmt: 'dd/mm/yyyy' }
    })
    const { address, body } = await previewed(file)
    const said = text(body)
    expect(said).toMatch(/V5, Nam \(Bảo vệ!C\d+\): “1,234”/)
    expect(said).toContain('Số ở đây không thể nhỏ hơn 0.')
    expect(said).toContain('“ngày tháng”')
    expect(said).toContain('“N/A”')
    expect(body).toContain('name="v.V5.sex=male" value="1234"')
    expect(body).toContain('name="k.V13"')
    const saved = await partner.post(`${address}/saving`, { versions: versionsIn(body), 'v.V5.sex=male': '1234' })
    expect((await partner.get(saved.location)).body).toContain('Còn 4 ô chưa đọc được')
    const changes = changesSaved()
    expect(Object.keys(changes).sort()).toEqual(['v.V4.service=legal', 'v.V5.sex=male'])
  })

  it('is nobody else’s to see, and can be thrown away', async () => {
    const { address } = await previewed(await filled({ 'v.V5.sex=male': 77 }))
    const stranger = await pilot.as('police.nghe-an')
    expect(await stranger.get(address)).toMatchObject({ status: 303, location: '/submissions/upload' })
    expect((await stranger.post(`${address}/discarding`)).status).toBe(303)
    expect((await partner.get(address)).status).toBe(200)
    expect((await partner.post(`${address}/discarding`)).status).toBe(303)
    expect((await partner.get(address)).status).toBe(303)
  })
})

describe('a file that is refused', () => {
  const refusedWith = async (file: Uint8Array, sentence: string, who = partner, to?: string) => {
    const before = stateOf(pilot.db, id)
    const { status, body } = await upload(file, who, to)
    expect({ status, said: text(body) }).toMatchObject({ status: 422, said: expect.stringContaining(sentence) })
    expect(text(body)).toContain('Không có gì được lưu từ tệp này.')
    expect(stateOf(pilot.db, id)).toEqual(before)
  }

  it('says so in a sentence and keeps nothing: other submissions, other partners, other projects, forged and moved ones', async () => {
    const police = await pilot.as('police.nghe-an', 'vi')
    const theirs = submissionId(pilot.db, 'police-nghe-an')
    const own = await templateOf(theirs, police)
    await refusedWith(own, 'của đơn vị khác')
    await refusedWith(template, 'của đơn vị khác', police, `/submissions/${theirs}/upload`)
    await refusedWith(
      await filled({}, (book) => {
        const cell = book.getWorksheet('3P')!.getCell('A1')
        cell.value = `x${cell.value}`
      }),
      'đã bị thay đổi',
    )
    await refusedWith(await filled({}, (book) => book.removeWorksheet('3P')), 'không phải biểu mẫu')
    // Its words are exchanged with another row's, but not the marks before them.
    await refusedWith(
      await filled({}, (book) => {
        const sheet = book.getWorksheet('Bảo vệ')!
        const rows = [1, 2].map((nth) => sheet.getColumn(2).values.indexOf(nth === 1 ? 'Nam' : 'Nữ'))
        sheet.getCell(rows[0]!, 2).value = 'Nữ'
        sheet.getCell(rows[1]!, 2).value = 'Nam'
      }),
      'đã bị chuyển',
    )
    await refusedWith(
      await filled({}, (book) => {
        book.addWorksheet('Danh sách').addRow(['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD'])
      }),
      'Trang “Danh sách” có vẻ là danh sách người',
    )
  })

  it('says so of what is no workbook, too large, or not there', async () => {
    await refusedWith(Buffer.from('not a workbook'), 'không phải tệp Excel .xlsx')
    await refusedWith(Buffer.alloc(5 * 1024 * 1024 + 1, 'PK'), 'Tệp lớn hơn 5 MB')
    await refusedWith(Buffer.alloc(0), 'Chưa chọn tệp')
  })

  it('reads sheets that were added as none of its own, and says so', async () => {
    const { body } = await previewed(await filled({}, (book) => book.addWorksheet('Ghi chú').addRow([5])))
    expect(text(body)).toContain('Không đọc các trang không thuộc biểu mẫu: “Ghi chú”')
    expect(text(body)).toContain('Không có thay đổi nào')
  })
})
