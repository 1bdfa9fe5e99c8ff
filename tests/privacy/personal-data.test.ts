import { describe, expect, it } from 'vitest'
import { pilotData } from '../../fixtures/story/sources.ts'
import { type Trace, tracesIn } from '../../src/privacy/personal-data.ts'
import { processorMs } from '../support/run/processor-time.ts'

describe('personal data in free text', () => {
  it.each<[string, Trace]>([
    ['CCCD 038095001234', 'national-id'],
    ['cccd: 038 095 001 234', 'national-id'],
    ['CMND cũ 183456789', 'national-id'],
    ['Gọi 0912345678', 'phone'],
    ['Gọi 0912 345 678 sau 5 giờ', 'phone'],
    ['+84 912 345 678', 'phone'],
    ['điện thoại bàn 0238 3844 123', 'phone'],
    ['viết cho lan.nguyen@example.org', 'e-mail'],
    ['ở số nhà 12, phường X', 'address'],
    ['12 đường Lê Lợi', 'address'],
    ['ngõ 45', 'address'],
    ['thôn Đông, xã Y', 'address'],
    ['She lives at 7 Green Street', 'address'],
    ['nạn nhân Nguyễn Thị A', 'name'],
    ['nạn nhân tên Lan', 'name'],
    ['Nạn nhân Lan kể', 'name'],
    ['cháu Hoa', 'name'],
    ['victim Anna', 'name'],
    ['Survivor named Mai', 'name'],
    ['bà Trần Thị B', 'name'],
  ])('%s → %s', (text, trace) => {
    expect(tracesIn(text)).toContain(trace)
    expect(tracesIn(text.normalize('NFD'))).toContain(trace)
  })

  it.each([
    'J1 ghi 24 người nhưng danh sách ký tên chỉ có 21 người.',
    'Chi 1.250.000.000 đồng cho 12 lớp; năm 2021 tăng so với 2020.',
    'Số liệu chốt từ ngày 15/6 đến ngày 14/9.',
    'Các nạn nhân được hỗ trợ; nạn nhân từ 18 tuổi.',
    'Victims were counted twice; the victim support desk agrees.',
    'V3 = 355, P12 = 425, dân số 97.583.000.',
    '',
  ])('lets pass: %s', (text) => {
    expect(tracesIn(text)).toEqual([])
  })

  it.each<[string, Trace]>([
    ['viết  cho\tlan@example.org', 'e-mail'],
    ['ở 12/34/56  đường  Lê Lợi', 'address'],
    ['K12/34 phố Huế', 'address'],
    ['12B, đường Lê Lợi', 'address'],
    ['ngõ\n45', 'address'],
    ['7 Upper Green Park Lane', 'address'],
    ['nạn nhân  tên  là  Lan', 'name'],
    ['Nguyễn\nThị', 'name'],
    ['024 3844 1234', 'phone'],
  ])('however it is spaced: %j → %s', (text, trace) => {
    expect(tracesIn(text)).toContain(trace)
  })

  it.each(['03809500123', '0380950012345', '038095001234.5', '09123456789', '123 4567 89', '12345678 đường'])(
    'lets pass a number that is none of these: %s',
    (text) => {
      expect(tracesIn(text)).toEqual([])
    },
  )

  /** Pieces of what the patterns look for; patterns that begin anywhere and look to the end cost the square of a text. */
  const PIECES = ['a', 'A', '0', '1/', '12 ', '1 A ', '0.', '1,', '@', 'a@', 'a@a.', ' ', '\n', 'Anh ', 'Anh A', 'tên ']
  const MORE = [
    'nạn nhân ',
    'thôn ',
    'ngõ a',
    '+84 ',
    '02',
    'Nguyễn ',
    'Mrs. ',
    '1 đường',
    '1 Green ',
    '123 ',
    '\u0301',
  ]

  it('takes time in proportion to the text', () => {
    const pieces = [...PIECES, ...MORE]
    const slow = pieces.flatMap((one) =>
      ['', ...pieces].filter((other) => {
        const unit = `${one}${other}`
        const text = unit.repeat(Math.ceil(50_000 / unit.length))
        return processorMs(() => tracesIn(text)) > 600
      }),
    )
    expect(slow).toEqual([])
  })

  it.each([...PIECES, ...MORE])('reads half a megabyte of %j at once', (piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length))
    expect(processorMs(() => tracesIn(text))).toBeLessThan(2000)
  })

  it('finds nothing in what the pilot story says', () => {
    const { story } = pilotData()
    const said = [
      ...story.returned.map((one) => one.reason),
      ...story.corrections.map((one) => one.reason),
      ...story.comments.map((one) => one.text),
    ]
    expect(said.filter((text) => tracesIn(text).length > 0)).toEqual([])
  })
})
