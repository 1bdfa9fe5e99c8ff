import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../src/language/format.ts'
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
    expect(section).toContain('/overview?quarter=2021-Q3')
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
    // In the pilot somebody reports for every partner: nothing is to be done first.
    expect(page).not.toContain('nobody can sign in')
    pilot.db.$client.prepare("update person set disabled_at = 1 where role in ('manager', 'partner')").run()
    const left = (await (await pilot.as('admin', 'en')).get('/')).body
    expect(left).toContain('There is no project manager')
    expect(left).toMatch(/For \d+ reporting partners nobody can sign in/)
  })
})
