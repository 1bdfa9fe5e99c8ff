import { beforeAll, describe, expect, it } from 'vitest'
import { managerWork, partnerWork, type Work, type WorkListName } from '../../src/home/work.ts'
import { instant } from '../../src/language/format.ts'
import type { Slot } from '../../src/submissions/board/slot.ts'
import type { Status } from '../../src/submissions/submission.ts'
import { openPilot, type Pilot } from '../submissions/pilot.ts'

let pilot: Pilot
beforeAll(async () => {
  pilot = await openPilot()
})

describe('what is mine to do', () => {
  it('shows a partner what was returned, with the reason, and what was lately approved', async () => {
    const page = (await (await pilot.as('dolisa.nghe-an')).get('/')).body
    expect(page).toContain('Bị trả lại, cần sửa')
    expect(page).toContain('V5 (ca đang quản lý cuối kỳ)')
    expect(page).toContain('Mới được duyệt')
    expect(page).not.toContain('Quảng Ninh')
  })

  it('leads a partner to what is overdue and not yet begun', async () => {
    const page = (await (await pilot.as('dolisa.quang-binh')).get('/')).body
    expect(page).toContain('/submissions/start?partner=dolisa-quang-binh&amp;place=quang-binh&amp;quarter=2021-Q4')
    expect(page).toContain('Quá hạn')
  })

  it('shows a manager what to approve, what is overdue or returned, and the coverage', async () => {
    const page = (await (await pilot.as('iom.manager')).get('/')).body
    expect(page).toContain('Chờ phê duyệt')
    expect(page).toContain('Quá hạn')
    expect(page).toContain('20 trên 32 báo cáo đã gửi, trong đó 10 đã duyệt.')
  })

  it('shows a manager what is behind plan, the worst first, and how late the overdue are; every row leads somewhere', async () => {
    const page = (await (await pilot.as('iom.manager', 'en')).get('/')).body
    const section = page.slice(page.indexOf('list-off-track'))
    const shares = [...section.matchAll(/(Off track|Somewhat behind)(?: so far)? (−?[\d.]+)%/g)].map((m) => [
      m[1],
      Number(m[2]!.replace('−', '-')),
    ])
    expect(section.split('</ul>')[0]!.split('<li>')).toHaveLength(6)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(
      [...shares].sort((a, b) => (a[0] === b[0] ? Number(a[1]) - Number(b[1]) : a[0] === 'Off track' ? -1 : 1)),
    )
    expect(section).toContain('/overview?quarter=2021-Q4')
    expect(page).toMatch(/Due on 15 Jan 2022, \d+ days late/)
    const rows = page.slice(page.indexOf('<ul class="tasks">')).split('<li>').slice(1)
    for (const row of rows) expect(row).toMatch(/^\s*<a href="/)
  })

  it('says since when something is returned, not when it was last saved', async () => {
    const { $client } = pilot.db
    const [id, at] = $client
      .prepare(`select s.id, max(f.at) from submission s join submission_fact f on f.submission_id = s.id and f.kind = 'returned'
        where s.state = 'returned'`)
      .raw()
      .get() as [number, number]
    $client.prepare('update submission set changed_at = ? where id = ?').run(at + 86_400_000 * 3, id)
    const page = (await (await pilot.as('iom.manager', 'en')).get('/')).body
    const row = page.slice(page.indexOf(`/submissions/${id}"`)).split('</li>')[0]!
    expect(row).toContain(`since ${instant(at, 'en')}`)
  })

  it('shows a donor only releases issued to them', async () => {
    const donor = await pilot.as('donor.homeoffice', 'en')
    expect((await donor.get('/')).body).toContain('No report has been issued to you yet.')
    const { $client } = pilot.db
    const insert = $client.prepare(
      `insert into release (title, donor, audience, threshold, language, from_quarter, to_quarter, layout, as_at, state, created_at, issued_at)
       values (?, 'UK', 'donor', 5, 'en', 8076, 8087, '{}', 1, ?, 1, ?)`,
    )
    const issued = insert.run('Issued to them', 'protected', null).lastInsertRowid
    const draft = insert.run('A draft', 'protected', null).lastInsertRowid
    insert.run('Issued to others', 'issued', 6)
    const [person] = $client.prepare("select id from person where email = 'donor.homeoffice@example.org'").pluck().all()
    for (const id of [issued, draft]) $client.prepare('insert into release_recipient values (?, ?)').run(id, person)
    $client.prepare("update release set state = 'issued', issued_at = 5 where id = ?").run(issued)
    const page = (await donor.get('/')).body
    expect(page).toContain(`/releases/${issued}`)
    expect(page).not.toContain('A draft')
    expect(page).not.toContain('Issued to others')
  })

  it('shows an administrator what there is to keep', async () => {
    const page = (await (await pilot.as('admin', 'en')).get('/')).body
    expect(page).toContain('44 indicators')
    expect(page).not.toContain('/overview')
  })
})

describe('the order of work', () => {
  const slot = (status: Status, quarter: number, changedAt: number | null = null): Slot => ({
    partnerId: 1,
    placeId: 1,
    components: [],
    id: 1,
    state: 'draft',
    status,
    quarter,
    changedAt,
  })

  const listed = (work: Work, name: WorkListName) => work.find((list) => list.name === name)!.slots

  it('puts the oldest first, and for approval whatever has waited longest', () => {
    const work = managerWork([slot('submitted', 1, 9), slot('submitted', 2, 5), slot('overdue', 4), slot('overdue', 3)])
    expect(listed(work, 'to-approve').map((one) => one.changedAt)).toEqual([5, 9])
    expect(listed(work, 'overdue').map((one) => one.quarter)).toEqual([3, 4])
  })

  it('keeps what a partner has to do apart, and lists what was lately approved', () => {
    const slots = [
      slot('due', 8),
      slot('draft', 7),
      slot('missing', 2),
      ...[1, 2, 3, 4, 5, 6, 7].map((at) => slot('approved', at, at)),
    ]
    const work = partnerWork(slots)
    expect(listed(work, 'open').map((one) => one.quarter)).toEqual([7, 8])
    expect(listed(work, 'overdue')).toEqual([])
    expect(listed(work, 'approved-lately').map((one) => one.changedAt)).toEqual([7, 6, 5, 4, 3, 2])
  })
})
