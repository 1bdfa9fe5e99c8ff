import { describe, expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { loadProvince, loadProvinceTables } from '../../../src/dashboards/provinces/load.ts'
import { provincePage } from '../../../src/dashboards/provinces/page.ts'
import { provinceTablePage } from '../../../src/dashboards/provinces/table-page.ts'
import type { PicturesModel } from '../../../src/dashboards/small-multiples/page.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { NOW, request, smallPages } from '../whole/small-pages.ts'

const world = smallPages()
const page = (slug: string, query: Query = {}) => provincePage(loadProvince(request(world, query), slug)!)
const tables = (slug: string, query: Query = {}) => provinceTablePage(loadProvinceTables(request(world, query), slug)!)
const cardOf = (model: PicturesModel, code: string) =>
  model.sections.flatMap(({ cards }) => cards).find((card) => card.code === code)!

describe('a picture of a province', () => {
  const UNTIL = { to: '2021-Q3' }
  /** What a height stands for, by the two ends of the axis. */
  const valueAt = ({ grid }: { grid: { y: number; label: string }[] }, ends: [number, number], y: number) => {
    const [low, high] = [grid[0]!.y, grid.at(-1)!.y]
    return ends[0] + ((low - y) / (low - high)) * (ends[1] - ends[0])
  }
  const inTable = (slug: string, code: string) =>
    tables(slug, UNTIL)
      .sections.flatMap(({ indicators }) => indicators)
      .find((one) => one.code === code)!
      .card.rows.map(({ cells }) => cells[0]!.exact)

  it('has a bar for every sum of its table, of its height, and none where the table has no number', () => {
    const { picture } = cardOf(page('hai-phong', UNTIL), 'V1')
    const values = inTable('hai-phong', 'V1')
    expect(values).toEqual([null, null, null, 40, 40, 40, 40])
    const ends: [number, number] = [0, Number(picture!.grid.at(-1)!.label)]
    expect(picture!.bars.map(({ y }) => Math.round(valueAt(picture!, ends, y)))).toEqual([40, 40, 40, 40])
    expect(picture!.signs.map(({ text }) => text)).toEqual(['[x]', '[x]', '[x]'])
  })

  it('has a point of a share where its table has one', () => {
    const { picture } = cardOf(page('hai-phong', UNTIL), 'P1')
    const ys = [...picture!.line.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => valueAt(picture!, [0, 0.45], Number(y)))
    expect(ys).toEqual(inTable('hai-phong', 'P1').filter((one) => one !== null))
  })

  it('has a step at the stage that its table names, on a line with its name', () => {
    const { picture } = cardOf(page('nghe-an', UNTIL), 'V2')
    expect(picture!.grid.map(({ label }) => label)).toEqual(['none', 'drafted', 'issued'])
    expect(picture!.line).toMatch(/^M\S+ 88(H\S+)+V51H272$/)
    expect(inTable('nghe-an', 'V2')).toEqual([null, null, null, 0, 0, 0, 1])
  })

  it('leads to its table, at an address of its own', () => {
    const { tableHref } = cardOf(page('nghe-an', UNTIL), 'V1')
    const [address, id] = tableHref.split('#')
    expect(address).toBe('/provinces/nghe-an?view=table')
    const cards = tables('nghe-an').sections.flatMap(({ indicators }) => indicators.map(({ card }) => card.id))
    expect(cards).toContain(id)
  })
})

describe('the page of a province', () => {
  it('opens on its last quarter that is complete, and says that the next is coming in', () => {
    const { truth, coming } = page('nghe-an')
    expect([truth.quarter, truth.complete.tone, coming?.label]).toEqual(['Q2 2021', 'good', 'Q3 2021 is coming in'])
    expect(page('hai-phong').truth.quarter).toBe('Q3 2021')
  })

  it('says how many are on plan, which are furthest behind and which have not come', () => {
    const { answer } = page('nghe-an', { quarter: '2021-Q3' })
    expect(answer.sentence).toBe('None of its 3 indicators has a rating yet.')
    expect(answer.missing).toMatchObject({ label: 'Not all in for Q3 2021:', more: '' })
    expect(answer.missing!.items.map(({ code, href }) => [code, href])).toEqual([['V1', '#picture-V1']])
    const other = page('hai-phong', { quarter: '2021-Q3' }).answer
    expect([other.sentence, other.missing]).toEqual(['The indicator that is rated is on plan.', null])
  })

  it('names what is furthest behind, with its share of the plan', () => {
    const behind = smallPages().target('X1', 'hai-phong', 2021, 400)
    const { answer } = provincePage(loadProvince(request(behind, { quarter: '2021-Q3' }), 'hai-phong')!)
    expect(answer.sentence).toBe('1 of 2 rated indicators are on plan.')
    expect(answer.worst!.items).toEqual([{ code: 'X1', name: 'Meetings', href: '#picture-X1', detail: '4%' }])
    expect(answer.counts.map(({ number }) => number)).toEqual([1, 0, 1, 1])
  })

  it('says the same in Vietnamese, and its links keep the choice', () => {
    const asked = request(world, { quarter: '2021-Q3', basis: 'provisional' }, NOW, wordsFor('vi', PILOT_TERMS))
    const { answer, tables: there, others } = provincePage(loadProvince(asked, 'nghe-an')!)
    expect(answer.sentence).toBe('Cả 3 chỉ số đều chưa được đánh giá.')
    expect([there, others[0]!.href]).toEqual([
      '/provinces/nghe-an?basis=provisional&view=table',
      '/provinces/hai-phong?basis=provisional',
    ])
  })

  it('of which nothing is expected says so', () => {
    const { answer, sections } = page('ha-tinh')
    expect([sections, answer.sentence]).toEqual([[], 'Nothing is expected here in this span.'])
  })
})
