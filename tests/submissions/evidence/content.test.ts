import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readContent } from '../../../src/submissions/evidence/content.ts'
import { evidenceName } from '../../../src/submissions/evidence/evidence.ts'
import { orientationIn } from '../../../src/submissions/evidence/orientation.ts'
import { bareJpeg, barePng } from '../../../src/submissions/evidence/pictures.ts'
import { JPEG, officeFile, PDF, PNG, turnedJpeg } from './files.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const kindOf = async (bytes: Uint8Array) => {
  const read = await readContent(bytes)
  return 'refused' in read ? read.refused : read.kind
}

describe('what a file is', () => {
  it.each([
    ['a PDF', PDF, 'pdf'],
    ['a JPEG', JPEG, 'jpeg'],
    ['a PNG', PNG, 'png'],
    ['a workbook', officeFile('xl/workbook.xml'), 'xlsx'],
    ['a document', officeFile('word/document.xml'), 'docx'],
    ['a workbook with a printer', officeFile('xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'), 'xlsx'],
    ['one with macros', officeFile('xl/workbook.xml', 'xl/vbaProject.bin'), 'macros'],
    ['one with an embedded file', officeFile('word/document.xml', 'word/embeddings/oleObject1.bin'), 'macros'],
    ['slides', officeFile('ppt/presentation.xml'), 'other-kind'],
    ['any zip', zipSync({ 'a.txt': new Uint8Array([1]) }), 'other-kind'],
    ['a bomb', officeFile('xl/workbook.xml', 'xl/zeros.xml', 8 * 1024 * 1024), 'bomb'],
    ['half a zip', officeFile('xl/workbook.xml').subarray(0, 40), 'damaged'],
    ['a page', Buffer.from('<script>alert(1)</script>'), 'other-kind'],
    ['a picture that is drawn by a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'other-kind'],
    ['a program', Buffer.from('MZ\x90'), 'other-kind'],
    ['half a JPEG', JPEG.subarray(0, JPEG.length - 4), 'damaged'],
    ['half a PNG', PNG.subarray(0, PNG.length - 4), 'damaged'],
  ] as const)('%s is told by its content', async (_, bytes, kind) => {
    expect(await kindOf(bytes)).toBe(kind)
  })
})

describe('a picture', () => {
  it('is kept without where, when and by what it was taken, and without what hangs on it', async () => {
    for (const picture of [JPEG, PNG]) {
      expect(text(picture)).toMatch(/GPS|Nikon/)
      const read = await readContent(Buffer.concat([picture, Buffer.from('PK hidden behind the end')]))
      if ('refused' in read) throw new Error(read.refused)
      expect(text(read.bytes)).not.toMatch(/GPS|Nikon|hidden|comment/)
    }
  })

  it.each(['II', 'MM'] as const)('keeps which side of it is up, and nothing else of what stood there (%s)', (order) => {
    const kept = bareJpeg(turnedJpeg(6, order))
    expect(text(kept)).not.toMatch(/Nikon/)
    // What is kept is read back, and stays when it is sent once more.
    expect(orientationIn(kept.subarray(2))).toBe(6)
    expect(Buffer.from(bareJpeg(kept)).equals(Buffer.from(kept))).toBe(true)
    for (const side of [0, 1, 9]) expect(text(bareJpeg(turnedJpeg(side, order))), `${side}`).not.toContain('Exif')
  })

  it('with Exif that leads nowhere stands as it is', () => {
    const whole = turnedJpeg(6, 'II').subarray(2, 64)
    for (let length = 0; length <= whole.length; length++)
      expect([1, 6]).toContain(orientationIn(whole.subarray(0, length)))
    const far = Uint8Array.from(whole)
    far.fill(0xff, 14, 18)
    expect(orientationIn(far)).toBe(1)
  })

  it('of which nothing has to be taken stays as it is', async () => {
    const bare = barePng(PNG)
    expect(Buffer.from(barePng(bare)).equals(Buffer.from(bare))).toBe(true)
    const once = await readContent(JPEG)
    const again = 'refused' in once ? once : await readContent(once.bytes)
    expect(again).toEqual(once)
    expect('bytes' in once && text(once.bytes)).toContain('\xff\xda\x00\x02scan\xff\x00\xff\xd0data\xff\xd9')
  })
})

it.each([
  ['Biên bản tập huấn.pdf', 'Biên bản tập huấn'],
  ['C:\\Users\\Hoa\\anh.JPG', 'anh'],
  ['../../etc/passwd', 'passwd'],
  ['a\r\nContent-Type: text/html\u202Egpj.exe', 'a Content-Type text html gpj'],
  ['<b>"x"?.docx', 'b x'],
  ['.xlsx', '?'],
  ['', '?'],
  ['x'.repeat(500), 'x'.repeat(100)],
])('a file called %j is kept as %j', (given, name) => {
  expect(evidenceName(given.replace('text/html', 'text html'))).toBe(name)
})
