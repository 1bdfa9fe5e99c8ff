import { describe, expect, it } from 'vitest'
import { eachPilot } from '../pilot.ts'

const pilot = eachPilot()

describe('the board', () => {
  it('shows a manager everybody and a partner their own', async () => {
    const all = (await pilot.manager.get('/submissions')).body
    expect(all).toContain('Công an tỉnh Nghệ An')
    expect(all).toContain('32 đơn vị báo cáo')
    const own = (await pilot.partner.get('/submissions')).body
    expect(own).toContain('1 đơn vị báo cáo')
    expect(own).not.toContain('Công an')
  })

  it('filters by quarters, component and province, and names nonsense', async () => {
    const some = (await pilot.manager.get('/submissions?from=2021-Q3&to=2021-Q3&component=prosecution&place=nghe-an'))
      .body
    expect(some).toContain('Công an tỉnh Nghệ An')
    expect(some).not.toContain('Hội Liên hiệp Phụ nữ tỉnh Nghệ An')
    for (const [query, named] of [
      ['from=x&to=1999-Q9', 'from to'],
      ['component=none', 'component'],
      ['page=-1', 'page'],
      ['page=999', ''],
      ['from=2021-Q4&to=2019-Q1', 'from'],
      ['place=mars', 'place'],
      ['partner=nobody', 'partner'],
    ] as const) {
      const { status, body } = await pilot.manager.get(`/submissions?${query}`)
      expect([query, status]).toEqual([query, 200])
      expect([...body.matchAll(/data-parameter="([^"]+)"/g)].map(([, name]) => name).join(' ')).toBe(named)
    }
  })

  it('is narrowed to one partner, says so, and leads back to all', async () => {
    const { body } = await pilot.manager.get('/submissions?from=2021-Q3&to=2021-Q3&partner=police-nghe-an')
    expect(body).toContain('Chỉ hiện báo cáo của Công an tỉnh Nghệ An.')
    expect(body).toContain('<a href="/submissions?from=2021-Q3&amp;to=2021-Q3&amp;page=1">Xem của mọi đơn vị</a>')
    expect(body.match(/<th scope="row">[^<]*<br>/g)).toEqual(['<th scope="row">Công an tỉnh Nghệ An<br>'])
  })

  it('tells k of n by province, in words and in both languages', async () => {
    expect((await pilot.manager.get('/submissions?from=2020-Q4&to=2020-Q4&place=quang-binh')).body).toMatch(
      /\d trên \d/,
    )
    const english = await pilot.as('bc.manager', 'en')
    const body = (await english.get('/submissions?from=2020-Q4&to=2020-Q4')).body
    expect(body).toMatch(/\d+ of \d+/)
    expect(body).toContain('Missing (period closed)')
  })
})
