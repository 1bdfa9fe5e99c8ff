import { describe, expect, it } from 'vitest'
import { BrokenPicture, bareJpeg, barePng } from '../../../src/submissions/evidence/pictures.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const [START, END] = [
  [0xff, 0xd8],
  [0xff, 0xd9],
]
const segment = (marker: number, inside = 'x') => bytes([0xff, marker, 0, inside.length + 2], inside)
const scan = (...data: (string | number[])[]) => bytes([...segment(0xda)], ...data)
const jpeg = (...parts: Uint8Array[]) => bytes(START, ...parts.map((part) => [...part]), END)
const bare = (picture: Uint8Array) => Buffer.from(bareJpeg(picture)).toString('latin1')

describe('a JPEG', () => {
  it('keeps of its segments those that are needed to draw it, in their order', () => {
    const markers = Array.from({ length: 16 }, (_, nth) => 0xe0 + nth)
    const others = [0xc0, 0xc4, 0xdb, 0xdd, 0xdf, 0xf0, 0xfe]
    const kept = [0xe0, 0xee, 0xc0, 0xc4, 0xdb, 0xdd, 0xdf, 0xf0]
    const all = [...markers, ...others].map((marker) => segment(marker, String(marker)))
    expect(bare(jpeg(...all))).toBe(jpeg(...kept.map((marker) => segment(marker, String(marker)))).toString('latin1'))
  })

  it('has a segment of a length in two bytes', () => {
    const long = bytes([0xff, 0xdb, 1, 4], 'q'.repeat(258))
    const dropped = bytes([0xff, 0xe1, 1, 4], 'q'.repeat(258))
    expect(bare(jpeg(dropped, long))).toBe(jpeg(long).toString('latin1'))
  })

  it.each<[string, (string | number[])[]]>([
    ['bytes that look like marks', ['a', [0xff, 0], 'b']],
    ['the first and the last mark to begin again at', ['a', [0xff, 0xd0], 'b', [0xff, 0xd7], 'c']],
    ['bytes that only fill', ['a', [0xff]]],
  ])('keeps the data of a scan with %s', (_, data) => {
    const picture = jpeg(scan(...data), segment(0xe1, 'between scans'), scan('second'))
    const result = bare(picture)
    expect(result).toContain(bytes(...data).toString('latin1'))
    expect(result).toContain('second')
    expect(result).not.toContain('between scans')
  })

  it('ends where it says it ends', () => {
    const picture = jpeg(scan('data'))
    expect(bare(bytes([...picture], 'behind it'))).toBe(picture.toString('latin1'))
  })

  it.each<[string, Uint8Array]>([
    ['nothing after its beginning', bytes(START)],
    ['no mark where one has to be', jpeg(bytes('xy'))],
    ['half a mark', bytes(START, [0xff])],
    ['a second beginning', jpeg(bytes(START))],
    ['a mark that is none', jpeg(bytes([0xff, 0, 0, 2]))],
    ['a segment shorter than its length', jpeg(bytes([0xff, 0xdb, 0, 1]))],
    ['a segment longer than the file', bytes(START, [0xff, 0xdb, 0, 200], 'x')],
    ['a scan without an end', bytes(START, [...scan('data')])],
    ['a scan that ends in half a mark', bytes(START, [...scan('data', [0xff])])],
  ])('is broken with %s', (_, picture) => {
    expect(() => bareJpeg(picture)).toThrow(BrokenPicture)
  })
})

describe('a PNG', () => {
  const SIGNATURE = '\x89PNG\r\n\x1a\n'
  const chunk = (type: string, inside = 'x') => bytes([0, 0, 0, inside.length], type, inside, [9, 9, 9, 9])
  const png = (...parts: Uint8Array[]) => bytes(SIGNATURE, ...parts.map((part) => [...part]))

  it('keeps of its chunks those that are needed to draw it', () => {
    const kept = 'IHDR PLTE tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP IDAT IEND'.split(' ')
    const dropped = 'tEXt zTXt iTXt tIME eXIf hIST sPLT'.split(' ')
    const all = [...dropped, ...kept].map((type) => chunk(type))
    expect(Buffer.from(barePng(png(...all)))).toEqual(png(...kept.map((type) => chunk(type))))
  })

  it('ends where it says it ends, and is read wherever it lies in memory', () => {
    const picture = png(chunk('IHDR'), chunk('IEND', ''))
    const within = bytes('before', [...picture], 'behind').subarray(6)
    expect(Buffer.from(barePng(within))).toEqual(picture)
  })

  it.each<[string, Uint8Array]>([
    ['no end', png(chunk('IHDR'))],
    ['a chunk longer than the file', png(bytes([0, 0, 1, 0], 'IDAT', 'x', [9, 9, 9, 9]), chunk('IEND', ''))],
    ['an end that is cut', png(chunk('IHDR'), chunk('IEND', '').subarray(0, 11))],
  ])('is broken with %s', (_, picture) => {
    expect(() => barePng(picture)).toThrow(BrokenPicture)
  })
})
