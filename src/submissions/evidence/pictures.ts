import { orientationIn, orientationSegment } from './orientation.ts'

/** A picture that does not end where it says it does. */
export class BrokenPicture extends Error {}

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
/** JFIF's and Adobe's segments say how colours are meant; the other application segments tell where, when and by what it was taken. */
const KEPT_APPLICATION = [0xe0, 0xee]
const COMMENT = 0xfe
const EXIF = 0xe1

/**
 * A JPEG without what a camera or a program wrote beside the picture (Exif with the place, XMP, IPTC, comments, what stands after its
 * end) but for which side is up, without which a photograph of a telephone lies on its side; the picture itself is the same bit by bit.
 * ITU-T T.81, B.1.1.
 * @throws BrokenPicture
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  for (;;) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) throw new BrokenPicture()
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return joined([...parts, bytes.subarray(at, at + 2)])
    if (marker === SOI || marker === 0) throw new BrokenPicture()
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) throw new BrokenPicture()
    if (marker === SOS) end = endOfScan(bytes, end)
    const isApplication = marker >= 0xe0 && marker <= 0xef
    const segment = bytes.subarray(at, end)
    if (marker !== COMMENT && (!isApplication || KEPT_APPLICATION.includes(marker))) parts.push(segment)
    const side = marker === EXIF ? orientationIn(segment) : 1
    if (side !== 1) parts.push(orientationSegment(side))
    at = end
  }
}

/** The next marker after the data of a scan: 0xFF00 is a byte of it, and the restart markers stand in it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const marker = bytes[at + 1]!
    if (bytes[at] === 0xff && marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  throw new BrokenPicture()
}

/** What is needed to draw a PNG, its colours and size included; texts, times and Exif are not. */
const KEPT_CHUNKS = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|cICP)$/

/**
 * A PNG without its texts, times, Exif and what stands after its end. W3C PNG, 5.
 * @throws BrokenPicture
 */
export function barePng(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length) throw new BrokenPicture()
    if (KEPT_CHUNKS.test(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(parts)
    at = end
  }
  throw new BrokenPicture()
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
