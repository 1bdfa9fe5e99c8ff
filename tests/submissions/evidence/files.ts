import { zipSync } from 'fflate'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const segment = (marker: number, inside: string) =>
  bytes([0xff, marker, (inside.length + 2) >> 8, (inside.length + 2) & 255], inside)
const chunk = (type: string, inside: string) =>
  bytes([0, 0, inside.length >> 8, inside.length & 255], type, inside, [1, 2, 3, 4])

export const PDF = Buffer.from('%PDF-1.4\n%%EOF\n')

/** The shape of a JPEG: what a camera writes before the picture, and bytes in it that look like marks. */
export const JPEG = Buffer.concat([
  bytes([0xff, 0xd8]),
  segment(0xe0, 'JFIF\0'),
  segment(0xe1, 'Exif\0\0GPS 18.34 105.9 Nikon'),
  segment(0xed, 'Photoshop GPS'),
  segment(0xfe, 'a comment'),
  segment(0xdb, 'quantization'),
  bytes([0xff]),
  segment(0xda, ''),
  bytes('scan', [0xff, 0, 0xff, 0xd0], 'data', [0xff, 0xd9]),
])

/** A JPEG of a camera that was turned: its Exif says what made it, and which side is up. */
export function turnedJpeg(side: number, order: 'II' | 'MM'): Buffer {
  const short = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const long = (value: number) => (order === 'II' ? [...short(value), 0, 0] : [0, 0, ...short(value)])
  const maker = [...short(0x010f), ...short(2), ...long(6), ...long(38)]
  const turned = [...short(0x0112), ...short(3), ...long(1), ...short(side), 0, 0]
  const exif = bytes('Exif\0\0', order, short(42), long(8), short(2), maker, turned, long(0), 'Nikon\0')
  return Buffer.concat([JPEG.subarray(0, 2), segment(0xe1, exif.toString('latin1')), JPEG.subarray(2)])
}

export const PNG = Buffer.concat([
  bytes('\x89PNG\r\n\x1a\n'),
  chunk('IHDR', 'size'),
  chunk('tEXt', 'Author\0Nikon'),
  chunk('eXIf', 'GPS 18.34'),
  chunk('IDAT', 'picture'),
  chunk('IEND', ''),
])

/** The parts of an Office file, by their names. */
export function officeFile(main: string, other?: string, size = 4): Uint8Array {
  const part = (length: number) => new Uint8Array(length)
  return zipSync({ '[Content_Types].xml': part(4), [main]: part(4), ...(other && { [other]: part(size) }) })
}
