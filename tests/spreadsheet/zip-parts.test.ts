import { randomBytes } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { NotUnpacked, openZip } from '../../src/spreadsheet/zip-parts.ts'

const MEGABYTE = 1024 * 1024
/** Where in the directory's entries numbers stand (APPNOTE 4.3.12). */
const AT = { flags: 8, packed: 20, unpacked: 24 }

/** What can't be packed smaller, so that the file is larger than any of the sizes that are said. */
const NOISE = randomBytes(400_000)

/** The directory of a zip file with numbers changed: of its nth entry. */
function said(file: Uint8Array, numbers: Partial<Record<keyof typeof AT, number>>, nth = 0): Uint8Array {
  const bytes = Buffer.from(file)
  let at = bytes.indexOf(Buffer.from('504b0102', 'hex'))
  for (let n = 0; n < nth; n++) at = bytes.indexOf(Buffer.from('504b0102', 'hex'), at + 4)
  if (numbers.flags !== undefined) bytes.writeUInt16LE(numbers.flags, at + AT.flags)
  if (numbers.packed !== undefined) bytes.writeUInt32LE(numbers.packed, at + AT.packed)
  if (numbers.unpacked !== undefined) bytes.writeUInt32LE(numbers.unpacked, at + AT.unpacked)
  return bytes
}
const two = () => zipSync({ a: strToU8('one'), b: strToU8('two') })
/** Of so many bytes, packed to so many: as the directory says it. */
const sized = (unpacked: number, packed: number) => said(zipSync({ a: new Uint8Array(NOISE) }), { unpacked, packed })
const why = async (file: Uint8Array) => {
  try {
    return [...(await openZip(file)).names]
  } catch (error) {
    if (error instanceof NotUnpacked) return error.why
    throw error
  }
}

describe('a zip file from outside', () => {
  it('gives its parts by name, and nothing for a name that is not there', async () => {
    const zip = await openZip(two())
    expect([...zip.names]).toEqual(['a', 'b'])
    expect(new TextDecoder().decode((await zip.part('b'))!)).toBe('two')
    expect(await zip.part('c')).toBeNull()
  })

  it('is read where it lies among other bytes', async () => {
    const file = two()
    const among = new Uint8Array(file.length + 20)
    among.set(file, 10)
    expect(await why(among.subarray(10, 10 + file.length))).toEqual(['a', 'b'])
  })

  it('may have as many parts as a workbook has', async () => {
    const parts = (count: number) =>
      zipSync(Object.fromEntries(Array.from({ length: count }, (_, nth) => [`p${nth}`, new Uint8Array()])))
    expect(await why(parts(1000))).toHaveLength(1000)
    expect(await why(parts(1001))).toBe('bomb')
  })

  it('has each part once', async () => {
    const file = Buffer.from(two())
    const second = file.lastIndexOf('b')
    file.write('a', second)
    expect(await why(file)).toBe('damaged')
  })

  it.each([0, 1])('has no password on any part: on part %i', async (nth) => {
    expect(await why(said(two(), { flags: 1 }, nth))).toBe('password')
  })

  it.each([
    ['as large as may be', 48 * MEGABYTE, 300_000, ['a']],
    ['larger', 48 * MEGABYTE + 1, 300_000, 'bomb'],
    ['not much, however little it is packed to', 4 * MEGABYTE, 1, ['a']],
    ['much, and 200 times smaller', 200 * 30_000, 30_000, ['a']],
    ['much, and more than 200 times smaller', 200 * 30_000 + 1, 30_000, 'bomb'],
  ])('unpacks to what is %s', async (_, unpacked, packed, expected) => {
    expect(await why(sized(unpacked, packed))).toEqual(expected)
  })

  it('holds what it says it holds: not more than the whole file has', async () => {
    const file = zipSync({ a: strToU8('one') })
    expect(await why(said(file, { packed: file.length }))).toEqual(['a'])
    expect(await why(said(file, { packed: file.length + 1 }))).toBe('bomb')
    // Two parts together, each of which would have room.
    const both = said(said(two(), { packed: 150 }), { packed: 150 }, 1)
    expect(both.length).toBeGreaterThan(150)
    expect(await why(both)).toBe('bomb')
  })
})
