import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readTrail } from '../../../src/trail/store.ts'
import type { Visitor } from '../../support/app.ts'
import { eachPilot, submissionId } from '../pilot.ts'
import { JPEG, officeFile, PDF } from './files.ts'

const pilot = eachPilot()
/** One that was returned, and can be changed. */
const at = () => `/submissions/${submissionId(pilot.db, 'dolisa-nghe-an')}/evidence`
const SENT = { indicator: 'V5', looked: 'yes', keep: '' }

/** Sends a form with a file, as a browser would. */
async function send(visitor: Visitor, fields: Record<string, string>, file: Uint8Array | null, name = 'Biên bản.pdf') {
  await visitor.get('/account')
  const token = new URLSearchParams(visitor.bodyOf({})).get('_csrf') ?? ''
  const boundary = '----form-with-evidence'
  const field = ([key, value]: [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`
  const head = Object.entries({ _csrf: token, ...fields })
    .map(field)
    .join('')
  const about = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(head),
    ...(file ? [Buffer.from(about), file, Buffer.from('\r\n')] : []),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return visitor.send('POST', at(), payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}
const rows = (table: string) => pilot.db.$client.prepare(`select count(*) from ${table}`).pluck().get()

describe('evidence', () => {
  it('is added, shown to partner and manager, downloaded as an attachment that runs nowhere, and told in the trail', async () => {
    expect((await pilot.partner.get(at())).body).toContain('Trước hết, không gây hại')
    expect(await send(pilot.partner, SENT, PDF)).toMatchObject({ status: 303, location: at() })
    for (const visitor of [pilot.partner, pilot.manager]) {
      const { body } = await visitor.get(at())
      expect(body).toContain('Biên bản.pdf')
      const [, href] = /href="(\/submissions\/\d+\/evidence\/\d+)"/.exec(body)!
      const file = await visitor.get(href!)
      expect(file.raw.equals(PDF)).toBe(true)
      expect(file.headers['content-type']).toBe('application/pdf')
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename="Bien-ban\.pdf"/)
      expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'")
      expect(file.headers['x-content-type-options']).toBe('nosniff')
      expect(file.headers['cache-control']).toBe('no-store')
    }
    const [event] = readTrail(pilot.db, { verb: 'submission.evidence-added' }, 1)
    expect(event?.detail).toMatchObject({ indicators: ['V5'] })
    expect(JSON.stringify(event)).not.toContain('Biên bản')
    expect((await pilot.manager.get(at().replace('/evidence', ''))).body).toContain(`${at()}#evidence-V5`)
  })

  it('is what its content says, whatever it is called', async () => {
    await send(pilot.partner, SENT, JPEG, 'trang.html')
    const { body } = await pilot.partner.get(at())
    expect(body).toContain('trang.jpg')
    const [, href] = /href="(\/submissions\/\d+\/evidence\/\d+)"/.exec(body)!
    const file = await pilot.partner.get(href!)
    expect(file.headers['content-type']).toBe('image/jpeg')
    expect(file.raw.toString('latin1')).not.toContain('GPS')
  })

  it.each<[string, Record<string, string>, Uint8Array | null, string, string]>([
    ['no file', SENT, null, 'a.pdf', 'Vui lòng chọn một tệp.'],
    ['no indicator', { ...SENT, indicator: '' }, PDF, 'a.pdf', 'Vui lòng chọn chỉ số'],
    ['an indicator of others', { ...SENT, indicator: 'J1' }, PDF, 'a.pdf', 'Vui lòng chọn chỉ số'],
    ['nobody having looked', { ...SENT, looked: '' }, PDF, 'a.pdf', 'Vui lòng xem lại tệp'],
    ['a page', SENT, Buffer.from('<html>'), 'a.pdf', 'Đây không phải là tệp PDF'],
    ['macros', SENT, officeFile('xl/workbook.xml', 'xl/vbaProject.bin'), 'a.xlsx', 'Tệp có macro'],
    ['too large', SENT, Buffer.alloc(5 * 1024 * 1024 + 10, '%PDF-'), 'a.pdf', 'Tệp lớn hơn 5 MB'],
    ['the name of a person', SENT, PDF, 'Đơn của chị Nguyễn Thị Hoa.pdf', 'Tên tệp có vẻ nêu tên'],
  ])('with %s is refused in a sentence, and nothing of it is kept', async (_, fields, file, name, sentence) => {
    const answer = await send(pilot.partner, fields, file, name)
    expect([answer.status, answer.body.includes(sentence)]).toEqual([422, true])
    expect(answer.body).toContain('Tệp chưa được lưu')
    expect([rows('evidence'), rows('evidence_content')]).toEqual([0, 0])
  })

  it('whose name was confirmed is kept, and that is told', async () => {
    const name = 'Đơn của chị Nguyễn Thị Hoa.pdf'
    expect((await send(pilot.partner, SENT, PDF, name)).body).toContain('name="keep"')
    expect((await send(pilot.partner, { ...SENT, keep: 'yes' }, PDF, name)).status).toBe(303)
    expect(readTrail(pilot.db, { verb: 'submission.evidence-added' }, 1)[0]?.detail).toMatchObject({ keptOnWord: true })
  })

  it('of the same content is kept once; ten files an indicator are enough; what nobody has any more goes', async () => {
    await send(pilot.partner, SENT, PDF)
    expect((await send(pilot.partner, SENT, PDF)).body).toContain('Tệp này đã có ở chỉ số này.')
    await send(pilot.partner, { ...SENT, indicator: 'V3' }, PDF)
    expect([rows('evidence'), rows('evidence_content')]).toEqual([2, 1])
    for (let nth = 1; nth < 10; nth++) await send(pilot.partner, SENT, Buffer.from(`%PDF-${nth}`))
    expect((await send(pilot.partner, SENT, Buffer.from('%PDF-x'))).body).toContain('đã có 10 tệp')
    const removals = [
      ...(await pilot.partner.get(at())).body.matchAll(/action="(\/submissions\/\d+\/evidence\/\d+\/removal)"/g),
    ]
    for (const [, removal] of removals) expect(await pilot.partner.post(removal!)).toMatchObject({ status: 303 })
    expect([rows('evidence'), rows('evidence_removal'), rows('evidence_content')]).toEqual([11, 11, 0])
    expect(await pilot.partner.get(removals[0]![1]!.replace('/removal', ''))).toMatchObject({ status: 404 })
    expect(await pilot.partner.post(removals[0]![1]!)).toMatchObject({ status: 404 })
    expect(readTrail(pilot.db, { verb: 'submission.evidence-removed' }, 99)).toHaveLength(11)
  })

  it('is nobody else’s, is not added by a manager, nor where nothing can be changed', async () => {
    await send(pilot.partner, SENT, PDF)
    const [, href] = /href="(\/submissions\/\d+\/evidence\/\d+)"/.exec((await pilot.partner.get(at())).body)!
    for (const address of [at(), href!]) expect((await pilot.stranger.get(address)).status).toBe(404)
    expect((await send(pilot.stranger, SENT, PDF)).status).toBe(404)
    expect((await pilot.stranger.post(`${href}/removal`)).status).toBe(404)
    expect((await send(pilot.manager, SENT, PDF)).status).toBe(403)
    expect((await pilot.manager.post(`${href}/removal`)).status).toBe(403)
    expect((await (await pilot.as('donor.homeoffice')).get(at())).status).toBe(404)
    expect((await pilot.partner.get(`${href}/removal`)).status).toBe(405)
    expect((await pilot.partner.get(href!.replace(/\d+$/, '999'))).status).toBe(404)
    pilot.db.$client.exec("update submission set state = 'submitted'")
    expect((await send(pilot.partner, SENT, JPEG)).status).toBe(422)
    expect((await pilot.partner.post(`${href}/removal`)).status).toBe(409)
    expect((await pilot.partner.get(at())).body).not.toContain('type="file"')
    expect(rows('evidence')).toBe(1)
  })
})

describe('evidence on the page of its indicator', () => {
  it('is named to managers with whose it is and the way to it, of the quarters that are shown, as long as it stands', async () => {
    const of = (query = '') => pilot.manager.get(`/indicators/V5${query}`).then(({ body }) => body)
    expect(await of()).not.toContain('id="evidence"')
    await send(pilot.partner, SENT, PDF)
    const link = `<a href="${at()}#evidence-V5">Biên bản.pdf</a>`
    const listed = await of('?from=2021-Q1&to=2021-Q4')
    expect(listed).toContain('Tệp minh chứng cho các giá trị này (1)')
    expect(listed).toContain(link)
    expect(listed).toMatch(
      /Biên bản\.pdf<\/a> <small>Quý IV\/2021, Sở Lao động – Thương binh và Xã hội Nghệ An; [^<]+ thêm lúc 10\/02\/2022/,
    )
    for (const other of ['?from=2019-Q1&to=2020-Q4', '?from=2021-Q1&to=2021-Q4&province=ha-tinh'])
      expect(await of(other)).not.toContain('Biên bản')
    expect((await pilot.manager.get('/indicators/V3')).body).not.toContain('Biên bản')
    const [, removal] = /action="([^"]+\/removal)"/.exec((await pilot.partner.get(at())).body)!
    await pilot.partner.post(removal!)
    expect(await of('?from=2021-Q1&to=2021-Q4')).not.toContain('Biên bản')
  })

  it('is not known to whoever sees no report but its own: other partners, donors', async () => {
    await send(pilot.partner, SENT, PDF)
    for (const visitor of [pilot.stranger, await pilot.as('donor.homeoffice'), await pilot.as('stranger')])
      expect(await visitor.get('/indicators/V5')).toMatchObject({
        status: 404,
        body: expect.not.stringContaining('Biên bản'),
      })
  })
})

describe('what becomes of evidence', () => {
  /** A PDF of some size, told from any other. */
  const large = (mark: string) => Buffer.concat([PDF, Buffer.from(mark.repeat(20_000))])

  it('is in a copy of the file byte for byte, and in none once it is removed', async () => {
    expect((await send(pilot.partner, SENT, large('KEPT-001'))).status).toBe(303)
    expect((await send(pilot.partner, SENT, large('GONE-002'), 'khác.pdf')).status).toBe(303)
    const [, removal] = /action="([^"]+\/removal)"(?![\s\S]*\/removal)/.exec((await pilot.partner.get(at())).body)!
    expect((await pilot.partner.post(removal!)).status).toBe(303)
    const image = pilot.db.$client.serialize()
    expect([image.includes('KEPT-001'), image.includes('GONE-002')]).toEqual([true, false])
    const copy = new Database(image)
    const bytes = copy.prepare('select bytes from evidence_content').pluck().all() as Buffer[]
    expect(bytes.map((one) => one.equals(large('KEPT-001')))).toEqual([true])
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  })

  it('is kept whole or not at all on a disk that is full, and says so', async () => {
    const { $client } = pilot.db
    $client.pragma(`max_page_count = ${$client.pragma('page_count', { simple: true })}`)
    const { status, body } = await send(pilot.partner, SENT, large('FULL-003').subarray(0, 100_000))
    $client.pragma('max_page_count = 1073741823')
    expect([status, body]).toEqual([503, expect.stringMatching(/disk|đĩa/)])
    expect(['evidence', 'evidence_content'].map(rows)).toEqual([0, 0])
    expect(readTrail(pilot.db, { verb: 'submission.evidence-added' }, 1)).toEqual([])
    expect((await send(pilot.partner, SENT, large('FULL-003'))).status).toBe(303)
  })
})
