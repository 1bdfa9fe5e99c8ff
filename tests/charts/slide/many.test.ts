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

  /** What stands on a slide of one card between what is said of all. */
  const onCard = (more: Partial<ManyCard> = {}) => {
    const { texts, pictures } = slide([card(1, more)])
    const [head, foot] = [
      ['Bảo vệ', '8/12', 'Quý III'],
      ['Đường', 'Cơ sở', 'Số liệu'],
    ].map((some) => texts.filter(({ text }) => some.some((begin) => text.startsWith(begin)))) as [
      typeof texts,
      typeof texts,
    ]
    return { own: texts.filter((one) => !head.includes(one) && !foot.includes(one)), pictures, head, foot }
  }

  it('each read from the top: the name, the figure, how far it is and of which period, then the picture', () => {
    const { own, pictures, head } = onCard({ name: 'Số người thụ hưởng' })
    expect(own.map(({ text, size, isBold, colour }) => [text, size, isBold, colour])).toEqual([
      ['V1 Số người thụ hưởng', 17, true, 'ink'],
      ['1.234 người', 20, true, 'ink'],
      ['Hơi chậm 72,2% · 6 tháng đầu năm 2021', 16, false, 'warn'],
    ])
    const above = Math.max(...head.map(({ y }) => y))
    // A line stands on its `y`: between it and the one above is room for its letters.
    for (const [nth, one] of own.entries()) expect(one.y - (own[nth - 1]?.y ?? above)).toBeGreaterThanOrEqual(one.size)
    expect(pictures[0]!.y).toBeGreaterThan(own.at(-1)!.y)
    expect(pictures[0]!.y - own[0]!.y).toBeLessThan(88)
    expect(pictures[0]!.scale).toBe(2)
  })

  it('have a long name whole, in as many lines as it takes, over their figure', () => {
    const name = 'Số người thụ hưởng nhận ít nhất một dịch vụ '.repeat(12).trim()
    const { own, pictures } = onCard({ name })
    const at = own.findIndex(({ text }) => text === '1.234 người')
    const lines = own.slice(0, at)
    expect(lines.map(({ text }) => text).join(' ')).toBe(`V1 ${name}`)
    expect(lines.every(({ isBold, size }) => isBold && size === 13)).toBe(true)
    for (const [nth, one] of own.entries())
      if (nth > 0) expect(one.y - own[nth - 1]!.y).toBeGreaterThanOrEqual(one.size)
    expect(pictures[0]!.y).toBeGreaterThan(own.at(-1)!.y)
  })

  it('have letters of one size, smaller where a name would else take more lines than there are; a figure stands on one', () => {
    const name = 'Số người thụ hưởng nhận ít nhất một dịch vụ hỗ trợ tại các xã miền núi'
    const value = 'Đã ban hành kế hoạch hành động liên ngành của tỉnh và còn hiệu lực'
    const { texts } = slide([card(1, { name: 'Ngắn', value }), ...Array.from({ length: 13 }, () => card(2, { name }))])
    expect(texts.filter(({ text }) => /^V\d/.test(text)).map(({ size }) => size)).toEqual(Array(14).fill(15))
    const [told] = texts.filter(({ text }) => text === value)
    expect(told!.size).toBeLessThan(20)
    expect(textWidth(value, { size: told!.size, isBold: true })).toBeLessThanOrEqual(280)
  })

  it('say below the figure, in lines of their own, why there is no picture', () => {
    const instead = 'Chưa có số liệu được duyệt của kỳ này, vì không tỉnh nào đến hạn báo cáo. '.repeat(5).trim()
    const { own, pictures, foot } = onCard({ picture: null, pace: null, period: null, name: 'Ngắn', instead })
    expect(pictures).toEqual([])
    const [name, value, ...why] = own
    expect([name!.text, value!.text]).toEqual(['V1 Ngắn', '1.234 người'])
    expect(why.map(({ text }) => text).join(' ')).toBe(instead)
    expect(why.length).toBeGreaterThan(1)
    for (const [nth, one] of why.entries()) {
      expect(one.y - [value!, ...why][nth]!.y).toBeGreaterThanOrEqual(one.size)
      expect([one.colour, one.isBold, one.y < Math.min(...foot.map(({ y }) => y))]).toEqual(['soft', false, true])
    }
  })

  it('are called by what they show together, and go on in rows below each other', () => {
    const { title, pictures } = slide(Array.from({ length: 14 }, (_, nth) => card(nth)))
    expect(title).toBe('Bảo vệ. 8/12 đạt kế hoạch; chậm nhất: V4, V6.')
    const rows = [...new Set(pictures.map(({ y }) => y))]
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(rows.length).toBeGreaterThan(1)
  })
})
