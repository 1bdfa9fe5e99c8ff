import { NotUnpacked, openZip } from '../../spreadsheet/zip-parts.ts'
import type { EvidenceKind } from '../../vocabulary/submission.ts'
import type { EvidenceRefusal } from './evidence.ts'
import { BrokenPicture, bareJpeg, barePng } from './pictures.ts'

type Content = { kind: EvidenceKind; bytes: Uint8Array }

/**
 * What a file is by its content, whatever it is called, and what of it is kept: of a picture nothing but the picture. Of an Office
 * file the directory is looked at before anything is unpacked, and one with programs or things embedded in it is refused.
 */
export async function readContent(bytes: Uint8Array): Promise<Content | { refused: EvidenceRefusal }> {
  try {
    if (begins(bytes, '%PDF-')) return { kind: 'pdf', bytes }
    if (begins(bytes, '\xff\xd8\xff')) return { kind: 'jpeg', bytes: bareJpeg(bytes) }
    if (begins(bytes, '\x89PNG\r\n\x1a\n')) return { kind: 'png', bytes: barePng(bytes) }
    if (begins(bytes, 'PK\x03\x04')) return await officeFile(bytes)
    return { refused: 'other-kind' }
  } catch (error) {
    if (error instanceof BrokenPicture) return { refused: 'damaged' }
    if (error instanceof NotUnpacked) return { refused: error.why }
    throw error
  }
}

/** Parts that run, or hold another program's file. */
const RUNS = /vbaproject|macrosheets|activex|embeddings|\.bin$/i
/** Of these `.bin` is a printer's setting and runs nothing. */
const PRINTER = /printerSettings\d*\.bin$/i

async function officeFile(bytes: Uint8Array): Promise<Content | { refused: EvidenceRefusal }> {
  const { names } = await openZip(bytes)
  const list = [...names]
  const kind = names.has('xl/workbook.xml') ? 'xlsx' : names.has('word/document.xml') ? 'docx' : null
  if (kind === null || !names.has('[Content_Types].xml')) return { refused: 'other-kind' }
  if (list.some((name) => RUNS.test(name) && !PRINTER.test(name))) return { refused: 'macros' }
  return { kind, bytes }
}

function begins(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, nth) => bytes[nth] === sign.charCodeAt(0))
}
