import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

/** Why a zip file is not unpacked. */
export class NotUnpacked extends Error {
  constructor(readonly why: 'damaged' | 'bomb' | 'password') {
    super(why)
  }
}

/** What is in a zip file, by name. */
export type ZipDirectory = { names: ReadonlySet<string>; part: (name: string) => Promise<Uint8Array | null> }

/** A workbook has some dozens of parts; a picture in each cell is no workbook to read numbers from. */
const MOST_PARTS = 1000
/** Bytes of all parts together, unpacked. */
const LARGEST = 48 * 1024 * 1024
/** How many times smaller parts may be than what they unpack to, once that is much: tables of zeros come to about 100. */
const [MOST_RATIO, MUCH] = [200, 4 * 1024 * 1024]

/**
 * Looks at the directory of a zip file before anything of it is unpacked: how many parts, how large, how much smaller than
 * what they become, under which names. A part that is then asked for is unpacked to the size it was said to have, and its
 * checksum is compared: a damaged file gives no number.
 * @throws NotUnpacked
 */
export async function openZip(file: Uint8Array): Promise<ZipDirectory> {
  const zip = await orDamaged(fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), OPTIONS))
  const entries = new Map<string, Entry>()
  if (zip.entryCount > MOST_PARTS) throw new NotUnpacked('bomb')
  let [packed, unpacked] = [0, 0]
  await orDamaged(
    (async () => {
      for await (const entry of zip.eachEntry()) {
        if (entries.has(entry.fileName)) throw new NotUnpacked('damaged')
        entries.set(entry.fileName, entry)
        packed += entry.compressedSize
        unpacked += entry.uncompressedSize
      }
    })(),
  )
  if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new NotUnpacked('password')
  if (unpacked > LARGEST || packed > file.length) throw new NotUnpacked('bomb')
  if (unpacked > MUCH && unpacked > packed * MOST_RATIO) throw new NotUnpacked('bomb')
  return {
    names: new Set(entries.keys()),
    part: async (name) => {
      const entry = entries.get(name)
      return entry ? orDamaged(unpackedPart(zip, entry)) : null
    },
  }
}

const OPTIONS = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: true,
  validateEntrySizes: true,
  strictFileNames: true,
}

async function unpackedPart(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  await once(stream, 'end')
  const bytes = Buffer.concat(pieces)
  if (crc32(bytes) !== entry.crc32) throw new NotUnpacked('damaged')
  return bytes
}

/** Whatever the library finds wrong with a file is a damage of it. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof NotUnpacked ? error : new NotUnpacked('damaged')
  }
}
