import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/web/context.ts'
import { testApp, Visitor } from '../../support/app.ts'
import { personaId } from '../../support/demo.ts'
import { movedEnd, NOW_2026, pilotAs } from '../../support/pilot-2026.ts'
import { plain } from '../visit.ts'

let app: App
let en: Visitor
let vi: Visitor
let partner: Visitor

beforeAll(async () => {
  const db = pilotAs('of moved end', movedEnd)
  app = await testApp(db, () => NOW_2026)
  en = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'en')
  vi = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), 'vi')
  partner = await new Visitor(app).become(personaId(db, 'womens-union.quang-binh@example.org'), 'en')
})
afterAll(() => app.close())

const EN =
  '2 provinces ended on 30 Jun 2025 (Hải Phòng, Quảng Bình); nobody reports for what became of them (Hải Phòng (from 1 July 2025), Quảng Trị (from 1 July 2025)).'
const VI =
  '2 tỉnh kết thúc ngày 30/06/2025 (Hải Phòng, Quảng Bình); chưa đơn vị nào báo cáo cho các tỉnh kế thừa (Hải Phòng (từ 1/7/2025), Quảng Trị (từ 1/7/2025)).'
const textOf = async (visitor: Visitor, url: string) => plain((await visitor.get(url)).body).replaceAll('&#39;', "'")

describe('when only the end of the project was moved past the day on which provinces ended', () => {
  it.each([
    ['the overview', '/overview?quarter=2025-Q3'],
    ['its tables', '/overview?quarter=2025-Q3&view=table'],
    ['a component', '/components/prevention?from=2025-Q1&to=2025-Q4'],
    ['an indicator', '/indicators/P1?from=2025-Q1&to=2025-Q4'],
    ['the origin of a figure', '/figures/origin?indicator=P1&group=project&from=2025-Q1&to=2025-Q4'],
    ['the board', '/submissions?from=2025-Q1&to=2025-Q4'],
    ['my work', '/'],
  ])('%s says so in both languages, and what to do', async (_, url) => {
    const said = await textOf(en, url)
    expect(said).toContain(EN)
    expect(said).toMatch(/From Q[34] 2025 on|From Q1 2026 on/)
    expect(said).toContain("Women's Union of Quảng Bình")
    expect(await textOf(vi, url)).toContain(VI)
  })

  it('the number that shrinks stands beside it: 32 reports expected before, 21 after', async () => {
    const expected = async (quarter: string) => {
      const body = await textOf(en, `/submissions?from=${quarter}&to=${quarter}`)
      return Number(/(\d+) reporters/.exec(body)?.[1])
    }
    expect([await expected('2025-Q2'), await expected('2025-Q4')]).toEqual([32, 21])
  })

  it.each([
    ['quarters before', '/overview?quarter=2025-Q2'],
    ['the board of quarters before', '/submissions?from=2025-Q1&to=2025-Q2'],
    ['another province', '/provinces/nghe-an?from=2025-Q1&to=2025-Q4'],
    ['an indicator that was not asked for there', '/indicators/I1?from=2025-Q1&to=2025-Q4'],
  ])('%s: it is not said', async (_, url) => {
    expect(await textOf(en, url)).not.toContain('ended on 30 Jun 2025')
  })

  it('the page of a province that ended speaks of it alone', async () => {
    const said = await textOf(en, '/provinces/hai-phong?from=2025-Q1&to=2025-Q4')
    expect(said).toContain(
      '1 province ended on 30 Jun 2025 (Hải Phòng); nobody reports for what became of it (Hải Phòng (from 1 July 2025)).',
    )
    expect(said).not.toContain('Quảng Trị (from 1 July 2025)')
  })

  it('a partner is told of the province it reported for, and whom to tell', async () => {
    const said = await textOf(partner, '/submissions?from=2025-Q1&to=2025-Q4')
    expect(said).toContain('1 province ended on 30 Jun 2025 (Quảng Bình)')
    expect(said).toContain("Tell the project's manager")
    expect(said).not.toContain('Hải Phòng')
  })
})
