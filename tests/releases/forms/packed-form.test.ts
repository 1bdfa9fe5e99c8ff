import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import type { formOf } from '../../../src/releases/forms/form.ts'
import { packedForm, packedForms, unpackedMark } from '../../../src/releases/forms/packed-form.ts'
import { isWhole } from '../../../src/releases/forms/whole-form.ts'

const unpacked = ({ packed }: { packed: Uint8Array }) => gunzipSync(packed).toString()
const markOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a file as it is kept', () => {
  it.each<[string, string[]]>([
    ['of nothing', []],
    ['of one piece', ['Hà Tĩnh\r\n']],
    ['of pieces', ['a', '', 'b\r\n', 'ữ']],
    ['of more than is packed at a time', ['ă'.repeat(200_000), 'b'.repeat(100_000), 'c'.repeat(300_000), 'd']],
    ['that ends where a part of it is full', ['a'.repeat(1 << 18)]],
  ])('is unpacked as it was written, %s, with its fingerprint', async (_, pieces) => {
    const form = packedForm('data', pieces)
    expect(form.form).toBe('data')
    expect(unpacked(form) === pieces.join('')).toBe(true)
    expect([form.sha256, unpackedMark(form)]).toEqual([markOf(pieces.join('')), markOf(pieces.join(''))])
    expect(await isWhole(form)).toBe(true)
  })

  it('is packed in parts, so that a large one is never whole in memory', () => {
    const [part, rest] = ['a'.repeat(1 << 18), 'b']
    const partsOf = (...pieces: string[]) => packedForm('data', pieces).packed.length
    expect(partsOf(part, rest)).toBe(partsOf(part) + partsOf(rest))
    expect(partsOf(part.slice(1), rest)).toBeLessThan(partsOf(part.slice(1)) + partsOf(rest))
  })

  it('is not whole when anything of it is another, or is gone', async () => {
    const form = packedForm('iati', ['<xml/>'])
    expect(await isWhole({ ...form, sha256: markOf('<xml />') })).toBe(false)
    for (const packed of [form.packed.slice(0, -9), new Uint8Array([1, 2, 3]), new Uint8Array()]) {
      expect(await isWhole({ ...form, packed })).toBe(false)
      expect(unpackedMark({ ...form, packed })).toBeNull()
    }
  })

  it('is there in every form that can be written, of figures that are worked out once', () => {
    const asked: string[] = []
    const write = ((form) => {
      asked.push(form)
      return form === 'iati' ? null : [form]
    }) as typeof formOf
    expect(packedForms({} as ReleaseContent, write).map((one) => `${one.form} ${unpacked(one)}`)).toEqual([
      ...['data data', 'table-vi table-vi', 'table-en table-en'],
    ])
    expect(asked).toHaveLength(4)
  })
})
