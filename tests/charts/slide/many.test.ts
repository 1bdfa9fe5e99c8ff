import { describe, expect, it } from 'vitest'
import { type ManyCard, type ManySource, slideOfMany } from '../../../src/charts/slide/many.ts'
import type { SmallMultiple } from '../../../src/charts/small-multiple/model.ts'
import { textWidth } from '../../../src/spreadsheet/text-width.ts'

const picture: SmallMultiple = {
  ...{ width: 280, height: 104, left: 20, right: 272, grid: [], years: [], bars: [], line: 'M20 50L272 20' },
  ...{ plan: '', dots: [], signs: [] },
}
const card = (nth: number, more: Partial<ManyCard> = {}): ManyCard => ({
  code: `V${nth}`,
  name: 'Số người thụ hưởng nhận ít nhất một dịch vụ hỗ trợ theo nhu cầu của từng người tại các cơ sở của tỉnh',
  value: '1.234 người',
  period: '6 tháng đầu năm 2021',
  pace: { text: 'Hơi chậm 72,2%', tone: 'warn' },
  picture,
  instead: 'Không có số liệu.',
  ...more,
})
const source = (cards: ManyCard[]): ManySource => ({
  heading: 'Bảo vệ',
  sentence: '8/12 đạt kế hoạch; chậm nhất: V4, V6.',
  dates: 'Quý III/2021',
  key: ['Đường đứt nét: kế hoạch.'],
  foot: 'Cơ sở số liệu: đã duyệt',
  warning: 'Số liệu minh họa, không phải số liệu thật.',
  cards,
})
const slide = (cards: ManyCard[]) => slideOfMany(source(cards), (name) => name, 'vi')

describe('the pictures of a page on one slide', () => {
  it.each([1, 2, 3, 7, 14, 20])('%i stand whole on it, none on another, with what is said of them', (count) => {
    const { texts, pictures, width, height } = slide(Array.from({ length: count }, (_, nth) => card(nth)))
    expect([width, height, pictures.length]).toEqual([1600, 900, count])
    const boxes = pictures.map(({ x, y, scale }) => ({ x, y, right: x + 280 * scale, below: y + 104 * scale }))
    const foot = texts.find(({ text }) => text.startsWith('Đường đứt nét'))!
    for (const [nth, one] of boxes.entries()) {
      expect([one.x >= 60, one.right <= 1541, one.below <= foot.y - foot.size]).toEqual([true, true, true])
      const others = boxes.filter((_, other) => other !== nth)
      expect(others.some((it) => it.x < one.right && one.x < it.right && it.y < one.below && one.y < it.below)).toBe(
        false,
      )
    }
    const said = texts.map(({ text }) => text)
    for (const text of ['Bảo vệ', 'Quý III/2021', 'Số liệu minh họa, không phải số liệu thật.'])
      expect(said).toContain(text)
    expect(said.filter((text) => text.startsWith('Hơi chậm 72,2%'))).toHaveLength(count)
    for (const { text, size, x, isBold } of texts)
      expect(x + textWidth(text, { size, isBold }), text).toBeLessThanOrEqual(1545)
  })

  it('says why one has no picture, and in which colour one is rated', () => {
    const { texts, pictures } = slide([card(1), card(2, { picture: null, pace: null, period: null })])
    expect(pictures).toHaveLength(1)
    expect(texts.find(({ text }) => text.startsWith('Hơi chậm'))!.colour).toBe('warn')
    expect(texts.filter(({ text }) => text === 'Không có số liệu.').map(({ colour }) => colour)).toEqual(['soft'])
  })
})
