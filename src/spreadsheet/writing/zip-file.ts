import { once } from 'node:events'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A part of an archive as it is packed: DEFLATE, in pieces; checksum and length are those of what comes out. */
export type PackedPart = { name: string; packed: Uint8Array[]; length: number; crc: number; size: number }

/** As other programs pack: higher levels take twice as long for little. */
const LEVEL = 6

export function packedPart(name: string, bytes: Uint8Array): PackedPart {
  const packed = deflateRawSync(bytes, { level: LEVEL })
  return { name, packed: [packed], length: packed.length, crc: crc32(bytes), size: bytes.length }
}

/** So many characters are packed at a time. */
const AT_ONCE = 1 << 18

/** What is too long to be held whole: it is packed while it is being made, and no faster than it can be packed. */
export async function packedPieces(name: string, pieces: Iterable<string>): Promise<PackedPart> {
  const part: PackedPart = { name, packed: [], length: 0, crc: 0, size: 0 }
  const deflate = createDeflateRaw({ level: LEVEL })
  const ended = once(deflate, 'end')
  deflate.on('data', (piece: Buffer) => {
    part.packed.push(piece)
    part.length += piece.length
  })
  const pack = async (text: string) => {
    const bytes = Buffer.from(text)
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < AT_ONCE) continue
    await pack(waiting)
    waiting = ''
  }
  await pack(waiting)
  deflate.end()
  await ended
  return part
}

/** Names are UTF-8 (bit 11), contents packed by DEFLATE (8). */
const UTF_8 = 0x0800
const DEFLATE = 8
const VERSION = 20
/** 2 January 1980, as archives write days: the same parts are the same bytes, whatever the clock says. */
const DAY = (1 << 5) | 2

/** An archive of parts in their order, as the format of ZIP files has it (APPNOTE 6.3.10, §4.3): below 4 GB, which no report comes near. */
export function zipFile(parts: readonly PackedPart[]): Buffer {
  const pieces: Uint8Array[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, packed, length, crc, size } of parts) {
    const named = Buffer.from(name)
    const about = aboutPart({ crc, length, size, name: named.length })
    const head = Buffer.concat([signature(0x04034b50), about, named])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(signature(0x02014b50), version(), about, place, named)
    pieces.push(head, ...packed)
    at += head.length + length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, listed, signature(0x06054b50), end])
}

/** What stands of a part both before it and in the directory. */
function aboutPart({ crc, length, size, name }: { crc: number; length: number; size: number; name: number }): Buffer {
  const about = Buffer.alloc(26)
  about.writeUInt16LE(VERSION, 0)
  about.writeUInt16LE(UTF_8, 2)
  about.writeUInt16LE(DEFLATE, 4)
  about.writeUInt16LE(DAY, 8)
  about.writeUInt32LE(crc, 10)
  about.writeUInt32LE(length, 14)
  about.writeUInt32LE(size, 18)
  about.writeUInt16LE(name, 22)
  return about
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

function version(): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(VERSION)
  return bytes
}
