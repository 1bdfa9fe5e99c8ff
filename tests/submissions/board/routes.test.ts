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

  it('filters by quarters, component and province, and shrugs at nonsense', async () => {
    const some = (await pilot.manager.get('/submissions?from=2021-Q3&to=2021-Q3&component=prosecution&place=nghe-an'))
      .body
    expect(some).toContain('Công an tỉnh Nghệ An')
    expect(some).not.toContain('Hội Liên hiệp Phụ nữ tỉnh Nghệ An')
    for (const query of [
      'from=x&to=1999-Q9',
      'component=none',
      'page=-1',
      'page=999',
      'from=2021-Q4&to=2019-Q1',
      'place=mars',
      'partner=nobody',
    ]) {
      const answer = await pilot.manager.get(`/submissions?${query}`)
      expect(answer.status, query).toBe(200)
      const named = !['page=999', 'from=2021-Q4&to=2019-Q1'].includes(query)
      expect(answer.body.includes('Đã bỏ qua vì không hợp lệ'), query).toBe(named)
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
