import { beforeAll, describe, expect, it } from 'vitest'
import { contentOf } from '../../../../src/releases/content/publish.ts'
import { problemFor, type ReleaseSource } from '../../../../src/releases/content/source.ts'
import { workbookOf } from '../../../../src/releases/workbook/assemble.ts'
import type { Protection } from '../../../../src/suppression/protect.ts'
import type { ReleaseLanguage } from '../../../../src/vocabulary/release.ts'
import { protectedOnce, reportBefore } from '../protected.ts'
import { MADE, printed } from '../report.ts'

/**
 * A whole report of a project small enough to be read, word for word: what changes here changes what donors receive. Written
 * anew by `npx vitest run tests/releases/small-report/workbook --update`, and then read.
 */
let source: ReleaseSource
let protection: Protection
beforeAll(async () => {
  ;({ source, protection } = await protectedOnce())
})

const contentIn = (language: ReleaseLanguage, over: Partial<ReleaseSource>, draft: boolean) =>
  contentOf(
    { ...source, release: { ...source.release, language }, ...over },
    problemFor(source).problem,
    protection.suppressed,
    { draft, at: MADE + 60_000 },
  )

describe('the workbook of a small report', () => {
  it.each(['en', 'vi', 'both'] as const)('says in %s, word for word', async (language) => {
    const explanations = [
      {
        id: 1,
        indicator: 'A',
        sensitive: false,
        aboutPeople: false,
        partner: { vi: 'Sở', en: 'Office' },
        place: { vi: 'Tỉnh ha', en: 'Province ha' },
        quarter: source.release.from,
        role: 'partner' as const,
        text: 'Rain',
      },
      {
        id: 2,
        indicator: 'A',
        sensitive: false,
        aboutPeople: false,
        partner: { vi: 'Sở', en: 'Office' },
        place: { vi: 'Tỉnh no', en: 'Province no' },
        quarter: source.release.to,
        role: 'partner' as const,
        text: 'Snow',
      },
    ]
    const { partner, place, ...about } = explanations[0]!
    const evidence = [{ ...about, partner, place, text: 'Sổ theo dõi.pdf', isRemoved: false }]
    const reopenings = [
      {
        ...{ ...about, partner, place, submissionId: 1, at: MADE },
        reason: 'Counted twice',
        text: 'Counted twice',
        rows: [],
      },
    ]
    const cover = { contact: { vi: 'Văn phòng, Hà Nội', en: 'Office, Ha Noi' }, nextReport: '2021-06-15' }
    const more = { explanations, evidence, reopenings, ...cover }
    const content = contentIn(language, { ...reportBefore(source, protection), ...more }, language === 'vi')
    await expect(printed(workbookOf(content))).toMatchFileSnapshot(`${language}.txt`)
  })

  it('after none says so, and one of fiscal years and half-years has their tables', async () => {
    const layout = { project: 'half-year', province: 'none', breakdown: 'to-date', years: 'fiscal' } as const
    const other = await protectedOnce({ layout, audience: 'public', threshold: 10 })
    const { problem } = problemFor(other.source)
    const content = contentOf(other.source, problem, other.protection.suppressed, { draft: false, at: MADE })
    await expect(printed(workbookOf(content))).toMatchFileSnapshot('public.txt')
  })
})
