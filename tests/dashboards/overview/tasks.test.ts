import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveFacts } from '../../../src/figures/approve.ts'
import { NOW, plain, type Readers, readers } from '../visit.ts'

/*
 * What a manager opens the overview for, each in two clicks at most, without a script: every click is a link of the page before.
 */
let pilot: Readers
let page: string
beforeAll(async () => {
  pilot = await readers()
  page = (await pilot.en.get('/overview')).body
})
afterAll(() => pilot.app.close())

const section = (body: string, id: string) => {
  const at = body.indexOf(`aria-labelledby="${id}"`)
  return body.slice(at, body.indexOf('</section>', at))
}
const linkOf = (html: string, label: string) =>
  new RegExp(`<a href="([^"]+)">${label}`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? 'no such link'
const follow = async (html: string, label: string) => (await pilot.en.get(linkOf(html, label))).body

describe('which provinces are late', () => {
  it('is said at once, most first, with who can be asked', () => {
    const late = plain(section(page, 'late'))
    const where = /Late: (.*?\))(?: \d+ reports?| [A-Z])/.exec(late)![1]!
    const counts = [...where.matchAll(/([^(),]+) \((\d+)\)/g)].map(([, name, count]) => [name!.trim(), Number(count)])
    const overdue = pilot.db.$client
      .prepare("select count(*) from submission where state in ('draft', 'returned', 'due')")
      .pluck()
      .get() as number
    expect(counts.length).toBe(3)
    expect(counts.map(([, count]) => count)).toEqual(
      [...counts.map(([, count]) => count as number)].sort((a, b) => b - a),
    )
    expect(counts.reduce((sum, [, count]) => sum + (count as number), 0)).toBeGreaterThan(overdue - 1)
    expect(late).toMatch(/ask [^ ]+ [^ ]+/)
    expect(late).toMatch(/\d+ days late/)
  })

  it('is one click to the board with all of them', async () => {
    const board = plain(await follow(section(page, 'late'), 'All'))
    expect(board).toContain('Q4 2021')
    expect(board).toContain('Overdue')
  })
})

describe('which five indicators are worst against plan', () => {
  it('is said at once, the worst first, with who can be asked', () => {
    const behind = section(page, 'behind')
    const items = behind.split('<li>').slice(1)
    expect(items).toHaveLength(5)
    const rated = items.map((item) => /<span class="tag (bad|warn)/.exec(item)![1])
    expect(rated).toEqual([...rated].sort())
    const shares = items
      .filter((_, nth) => rated[nth] === rated[0])
      .map((item) => Number(/([−\d.]+)%<\/span>/.exec(item)![1]!.replace('−', '-')))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    for (const item of items) expect(plain(item)).toMatch(/ask ./)
  })

  it('is one click to all of them in the scorecard, in that order', async () => {
    const listed = [...section(page, 'behind').matchAll(/<b>([A-Z]\d+)<\/b>/g)].map(([, code]) => code)
    const scorecard = section(await follow(section(page, 'behind'), 'All'), 'scorecard')
    const codes = [...scorecard.matchAll(/<th scope="row">.*?<b>([A-Z]\d+)<\/b>/g)].map(([, code]) => code)
    expect(codes.slice(0, 5)).toEqual(listed)
    const count = Number(/(\d+) indicators/.exec(plain(section(page, 'behind')))![1])
    expect(codes).toHaveLength(count)
  })
})

describe('what changed since last month, and who corrected it', () => {
  it('is said at once of the latest corrections, with who and when', () => {
    const changed = plain(section(page, 'changed'))
    expect(changed).toMatch(/0 corrected \(31 days\), \d+ moved/)
    expect(changed).toMatch(
      /P1 Attendances .* corrected −[\d,]+ Hà Tĩnh · Q1 2021 · approved anew 20 May 2021 by [^ ]+ [^ ]+/,
    )
  })

  it('is one click to all of them since a day, with what each was, who corrected it and why', async () => {
    const link = linkOf(section(page, 'changed'), 'All')
    // The list has corrections of more than a month ago where none is newer: all of them are since the oldest listed.
    expect(link).toBe('/overview/changes?since=2021-02-12')
    const body = plain((await pilot.en.get(link)).body)
    expect(body).toContain('P1 Attendances at community communication events attendances')
    expect(body).toMatch(/V3 Clients .* Nghệ An .* Q3 2020 .* Approved anew: [^ ]+ [^ ]+ [^ ]+, 12 Feb 2021/)
    expect(body).toContain('Why it was re-opened:')
    expect(body).toMatch(/P12 Communicators and master trainers trained persons 25 Q2 2021 0 Q3 2021 −25/)
  })

  it('of a month without corrections leads to the latest before it', async () => {
    const quiet = (await pilot.en.get('/overview/changes?since=2022-01-01')).body
    expect(plain(quiet)).toContain('Nothing was corrected since 1 Jan 2022.')
    const latest = await follow(quiet, 'Show since the latest correction before it, on 20 May 2021')
    expect(plain(latest)).toMatch(/P1 Attendances .* Approved anew: [^ ]+ [^ ]+ [^ ]+, 20 May 2021/)
  })

  it('is one click from a correction to where its figure comes from', async () => {
    const link = /<li class="is-corrected"><a href="([^"]+)"/
      .exec(section(page, 'changed'))![1]!
      .replaceAll('&amp;', '&')
    expect(plain((await pilot.en.get(link)).body)).toContain('Corrected after it had been approved')
  })

  it('names a day that is none, and one that has not come, and shows the last month', async () => {
    for (const since of ['yesterday', '2021-02-30', '2030-01-01']) {
      const { status, body } = await pilot.en.get(`/overview/changes?since=${since}`)
      expect([status, body.includes('data-parameter="since"')]).toEqual([200, true])
      expect(plain(body)).toContain(`“${since}” is not a period or a date`)
      expect(body).toContain('value="2022-01-01"')
    }
  })
})

describe('the scorecard', () => {
  const codesIn = (body: string) =>
    [...section(body, 'scorecard').matchAll(/<th scope="row">.*?<b>([A-Z]\d+)<\/b>/g)].map(([, code]) => code!)

  it('has a row of every indicator in use, in the order of the framework', () => {
    expect(codesIn(page)).toHaveLength(44)
    expect(codesIn(page).slice(0, 4)).toEqual(['I1', 'M1', 'M2', 'P1'])
  })

  it('is narrowed by its own links: a component, only what is off track, only what is partial', async () => {
    const only = codesIn(await follow(section(page, 'scorecard'), 'Only off track'))
    expect(only.length).toBeGreaterThan(5)
    const prosecution = codesIn(await follow(section(page, 'scorecard'), 'Prosecution'))
    expect(prosecution).toEqual(Array.from({ length: 13 }, (_, nth) => `J${nth + 1}`))
    const both = codesIn((await pilot.en.get('/overview?component=prosecution&only=off-track')).body)
    expect(both).toEqual(only.filter((code) => code.startsWith('J')))
    expect(codesIn(await follow(section(page, 'scorecard'), 'Only partial')).length).toBeLessThan(44)
  })

  it('shows the figures of a province in place of the project’s', async () => {
    const { body } = await pilot.en.get('/overview?province=ha-tinh')
    expect(plain(section(body, 'scorecard'))).toContain('Scorecard of Hà Tĩnh')
    const row = body.slice(body.lastIndexOf('<b>P13</b>')).split('</tr>')[0]!
    expect(row).toContain('group=ha-tinh')
    expect(plain(section(body, 'late'))).not.toContain('Quảng Bình')
    const origin = /<td class="to-date"><a href="([^"]+)"/.exec(row)![1]!.replaceAll('&amp;', '&')
    const figure = /<data value="([^"]+)">/.exec(row.slice(row.indexOf('to-date')))![1]
    expect((await pilot.en.get(origin)).body).toContain(`<p class="big"><data value="${figure}">`)
  })

  it('says which part of an address it does not know, and shows the usual', async () => {
    const { status, body } = await pilot.en.get('/overview?component=cooking&province=atlantis&only=good&sort=colour')
    expect(status).toBe(200)
    expect(codesIn(body)).toEqual(codesIn(page))
    for (const value of ['cooking', 'atlantis', 'good', 'colour']) expect(body).toContain(`“${value}”`)
  })

  it('every number of it leads to where it comes from, and is the number there', async () => {
    const links = [...page.matchAll(/<a href="(\/figures\/origin[^"]+)"[^>]*>\s*<data value="([^"]+)">/g)]
    expect(links.length).toBeGreaterThan(80)
    for (const [, href, value] of links.filter((_, nth) => nth % 9 === 0)) {
      const { body } = await pilot.en.get(href!.replaceAll('&amp;', '&'))
      expect([href, body.includes(`<p class="big"><data value="${value}">`)]).toEqual([href, true])
    }
  })

  it('has the colour of a component beside its rows and on its panel', () => {
    const colourOf = (html: string) => /class="(colour-\w+)"/.exec(html)?.[1]
    const row = (code: string) =>
      colourOf(
        page
          .slice(0, page.lastIndexOf(`<b>${code}</b>`))
          .split('<tr ')
          .at(-1)!,
      )
    const panel = (title: string) =>
      colourOf(
        page
          .slice(0, page.indexOf(`>${title}</a></h2>`))
          .split('<section ')
          .at(-1)!,
      )
    const colours = [row('P1'), row('J1'), row('V1')]
    expect(new Set(colours).size).toBe(3)
    expect(colours).toEqual(['Prevention', 'Prosecution', 'Protection'].map(panel))
  })

  it('comes without a script', () => {
    expect(/<main.*<\/main>/s.exec(page)?.[0]).not.toContain('<script')
    // The one of its frame does nothing while it is looked at: it asks for the page again when it is come back to.
    const scripts = [...page.matchAll(/<script[^>]*src="\/assets\/([^"?]+)/g)].map(([, name]) => name)
    expect(scripts).toEqual(['shown-again.js'])
    expect(page.match(/<script/g)).toHaveLength(1)
  })
})

it('counts everything that was corrected in the last month, though the last three approvals alone are told', async () => {
  const { db, en } = pilot
  const [submission, indicator] = db
    .prepared(`select e.submission_id, e.indicator_id from entry e join submission s on s.id = e.submission_id join indicator i on i.id = e.indicator_id
      where i.code = 'P1' and e.state = 'reported' and s.state = 'approved' limit 1`)
    .get() as [number, number]
  const counted = async () => Number(/(\d+) corrected \(31 days\)/.exec(plain((await en.get('/overview')).body))![1])
  expect(await counted()).toBe(0)
  for (const nth of [1, 2, 3, 4, 5]) {
    db.prepared('update entry set value = value + 1 where submission_id = ? and indicator_id = ?').run(
      submission,
      indicator,
    )
    approveFacts(db, { submissionId: submission, now: NOW - 10 + nth })
  }
  expect(await counted()).toBe(5)
})
