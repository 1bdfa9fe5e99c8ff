import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { smallContent } from '../workbook/small-content.ts'
import { type SampleFile, sampleFiles } from './files.ts'

const NAMES = [
  ...(['vi.xlsx', 'en.xlsx', 'both.xlsx', 'both.json'] as const),
  ...(['both.data.csv', 'both.table-vi.csv', 'both.table-en.csv'] as const),
]

describe('the sample of a report', () => {
  const files: SampleFile[] = []
  beforeAll(async () => {
    const content = await smallContent()
    const contentIn = (language: ReleaseContent['release']['language']) => ({
      ...content,
      release: { ...content.release, language },
    })
    for await (const file of sampleFiles(contentIn)) files.push(file)
  })

  it('is its workbook in each language, and the forms that its project can be told in', () => {
    expect(files.map(({ name }) => name.slice(name.indexOf('-no') + 1))).toEqual(
      NAMES.map((end) => expect.stringMatching(new RegExp(`^no\\d+-${end.replaceAll('.', '\\.')}$`))),
    )
    for (const { name, bytes } of files) {
      const begins = Buffer.from(bytes.subarray(0, 3)).toString()
      const expected = name.endsWith('xlsx') ? 'PK' : name.endsWith('json') ? '{' : '\uFEFF'
      expect(begins.startsWith(expected), name).toBe(true)
    }
  })
})
