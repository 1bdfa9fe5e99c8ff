import { beforeAll, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { type Preview, previewFrom } from '../../../src/releases/protection/preview.ts'
import { previewModel } from '../../../src/releases/protection/preview-page.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { protectedReport } from './protected.ts'
import { smallRelease } from './report.ts'

const NAMES = {
  partners: new Map([[1, { vi: 'Sở', en: 'Office' }]]),
  places: new Map([[1, { vi: 'Tỉnh ha', en: 'Province ha' }]]),
}
let source: ReleaseSource
let protection: Protection
beforeAll(async () => {
  ;({ source, protection } = await protectedReport())
})

describe('the preview of a small report', () => {
  const preview = (over: Partial<Preview> = {}): Preview => ({
    ...previewFrom(source, problemFor(source), protection, 1.25),
    ...over,
  })
  const RELEASE = smallRelease()
  const { layout } = RELEASE

  it.each(['en', 'vi'] as const)('says in %s, word for word', async (language) => {
    const { fingerprint, seconds, ...rest } = preview()
    expect([fingerprint, seconds, rest.alternatives]).toEqual([problemFor(source).fingerprint, 1.25, null])
    const alternatives = [
      { layout: { ...layout, project: 'year' as const }, figures: 100, hidden: 1 },
      { layout: { ...layout, breakdown: 'none' as const }, figures: rest.figures, hidden: rest.hidden.length },
      { layout: { ...layout, years: 'fiscal' as const }, refused: 'out-of-time' },
    ]
    const model = previewModel(
      { ...rest, fingerprint, seconds, alternatives },
      RELEASE,
      NAMES,
      wordsFor(language, PILOT_TERMS),
    )
    await expect(JSON.stringify(model, null, 1)).toMatchFileSnapshot(`preview.${language}.txt`)
  })

  it('says that nothing is hidden when nothing is, and waits for layouts that are still tried', () => {
    const model = previewModel(
      preview({ hidden: [], proven: false, earlier: 2 }),
      RELEASE,
      NAMES,
      wordsFor('en', PILOT_TERMS),
    )
    expect(model).toMatchObject({
      lost: wordsFor('en', PILOT_TERMS).t('releases:preview.lost-none'),
      proven: wordsFor('en', PILOT_TERMS).t('releases:preview.not-proven'),
      groups: [],
      given: [],
      before: [],
      uncovered: [],
      choices: null,
    })
    const waiting = previewModel(preview({ alternatives: null }), RELEASE, NAMES, wordsFor('en', PILOT_TERMS)).choices!
    expect([waiting.trying, waiting.first.length, waiting.others]).toEqual([true, 1, []])
    const none = preview({ figures: 0, alternatives: [{ layout, figures: 0, hidden: 0 }] })
    const { first } = previewModel(none, RELEASE, NAMES, wordsFor('en', PILOT_TERMS)).choices!
    expect(first.map(({ loss, chosen }) => [loss, chosen])).toEqual([
      ['Hidden: 0 of 0 (0%).', false],
      ['Hidden: 4 of 0 (0%).', true],
    ])
  })

  it('lists what can be worked out whatever is hidden, by why, and what earlier reports gave away', () => {
    const [one, two, three] = preview().hidden
    const hidden = [
      { ...one!, given: 'earlier' as const, after: [1, 1] as [number, number] },
      { ...two!, given: 'shown' as const, after: null },
      { ...three!, given: 'earlier' as const, after: [1, null] as [number, null] },
    ]
    const model = previewModel(
      preview({
        hidden,
        before: [
          { release: 'Before', figure: one!, cause: 'earlier', after: [2, 3] },
          { release: '', figure: null, cause: 'shown', after: null },
        ],
      }),
      RELEASE,
      NAMES,
      wordsFor('en', PILOT_TERMS),
    )
    expect(model.given.map(({ cause, figures }) => [cause, figures.map(({ known }) => known)])).toEqual([
      ['earlier', ['exactly 1', '1 or more']],
      ['shown', [null]],
    ])
    expect(model.before.map(({ release, known }) => [release, known])).toEqual([
      ['Before', '2 to 3'],
      ['', null],
    ])
    expect(model.before.map(({ name }) => name === '–')).toEqual([false, true])
  })

  it('says with which day provinces and breakdowns of people end, where the report goes on', () => {
    expect(preview().upTo).toBeNull()
    const longer = { ...source, release: { ...source.release, to: source.release.to + 1 } }
    const { upTo } = previewFrom(longer, problemFor(source), protection, 1)
    expect(upTo).toBe(source.release.to)
    const said = (language: 'vi' | 'en') =>
      previewModel(preview({ upTo: upTo! }), RELEASE, NAMES, wordsFor(language, PILOT_TERMS)).upTo
    expect(said('en')).toMatch(/^What is told of people by province and breakdown ends on \d+ \w+ \d{4}: /)
    expect(said('vi')).toMatch(/^Số liệu về người theo tỉnh và phân tổ chỉ tính đến hết ngày /)
  })

  it('says how many held numbers are far from what the figures are now', () => {
    const [one, two] = preview().hidden
    const heldAt = (hidden: typeof one, by: number) => {
      const counts = hidden!.counts.map(([part, count]): [typeof part, number] => [part, count + by])
      return { ...hidden!, earlier: { counts, releaseId: 1 } }
    }
    const said = (by: number) =>
      previewModel(
        preview({ hidden: [heldAt(one, by), heldAt(two, 4)], alike: 0 }),
        { ...RELEASE, smallChanges: 'hold', threshold: 5 },
        NAMES,
        wordsFor('en', PILOT_TERMS),
      ).held
    expect(said(4)).toBe('2 more stand at the numbers of earlier reports, marked [h].')
    expect(said(5)).toMatch(
      /One of these numbers differs by 5 or more from what it is now: \w+, .+, .+ stands at .+ and is .+\.$/,
    )
    const [[, now]] = one!.counts as [[string, number]]
    expect(said(9)).toContain(`: ${one!.indicator}, `)
    expect(said(9)).toContain(`${now + 9}`)
  })

  it('says what figures would tell together, from whose submissions, and which to wait for', () => {
    const late = { partnerId: 1, placeId: 1, quarter: source.release.to }
    const stranger = { partnerId: 8, placeId: 9, quarter: source.release.to }
    const together: Preview['together'] = [
      { kind: 'late', submissions: [late], indicators: ['B', 'C'], hidden: ['x', 'y'], given: 0 },
      { kind: 'corrected', submissions: [late, stranger], indicators: ['B'], hidden: ['x'], given: 1 },
      { kind: 'within', submissions: [], indicators: ['B'], hidden: [], given: 2 },
    ]
    const said = (over: Partial<Preview>, language: 'vi' | 'en') =>
      previewModel(preview({ together, ...over }), RELEASE, NAMES, wordsFor(language, PILOT_TERMS)).together
    expect([said({ awaited: [late] }, 'en'), said({ awaited: [late] }, 'vi')]).toMatchSnapshot()
    expect(said({ awaited: [] }, 'en')).toMatchObject({
      wait: wordsFor('en', PILOT_TERMS).t('releases:together.all-in'),
      awaited: [],
    })
    expect(said({ together: together.slice(2), awaited: [late] }, 'en')).toMatchObject({ wait: null, awaited: [] })
    expect(said({ together: [] }, 'en')).toBeNull()
  })
})
