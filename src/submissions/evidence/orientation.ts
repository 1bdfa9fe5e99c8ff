/** Of a JPEG's Exif segment which side of the picture is up, 1 to 8; 1, as it stands, where it does not say so. */
export function orientationIn(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const begins = (at: number, text: string) => [...text].every((sign, nth) => segment[at + nth] === sign.charCodeAt(0))
  if (segment.length < HEADER + 8 || !begins(4, 'Exif\0\0')) return 1
  const isLittle = begins(HEADER, 'II')
  const first = HEADER + view.getUint32(HEADER + 4, isLittle)
  if (first + 2 > segment.length) return 1
  const entries = view.getUint16(first, isLittle)
  for (let nth = 0; nth < entries; nth++) {
    const at = first + 2 + nth * 12
    if (at + 12 > segment.length) return 1
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue
    const side = view.getUint16(at + 8, isLittle)
    return side >= 1 && side <= 8 ? side : 1
  }
  return 1
}

/** An Exif segment that says which side is up, and nothing else (Exif 2.3, 4.5.2 and 4.6.4). */
export function orientationSegment(side: number): Uint8Array {
  // biome-ignore format: a header, one entry (its tag, one short, its value), no further list
  return Uint8Array.of(
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0,
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0,
    0, 0, 0, 0,
  )
}

/** Where the header of TIFF stands in the segment: after its marker, its length and its name. */
const HEADER = 10
const ORIENTATION = 0x0112
