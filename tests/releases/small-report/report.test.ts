import { beforeEach, describe, expect, it } from 'vitest'
import type { LedgerFigure } from '../../../src/disclosure/ledger.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { checksumOf, ledgerOf } from '../../../src/releases/protection/ledger-rows.ts'
import { type Preview, previewFrom } from '../../../src/releases/protection/preview.ts'
import { previewModel } from '../../../src/releases/protection/preview-page.ts'
import { solve } from '../../../src/releases/protection/solve.ts'
import { workbookOf } from '../../../src/releases/workbook/assemble.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import type { ReleaseLanguage } from '../../../src/vocabulary/release.ts'
import { MADE, printed, smallRelease, smallSource } from './report.ts'

/**
 * A whole report of a project small enough to be read, word for word: what changes here changes what donors receive. Written
 * anew by `npx vitest run tests/releases/small-report --update`, and then read.
 */
const NAMES = {
  partners: new Map([[1, { vi: 'Sở', en: 'Office' }]]),
  places: new Map([[1, { vi: 'Tỉnh ha', en: 'Province ha' }]]),
}
let source: ReleaseSource
let protection: Protection
let told: string[]
beforeEach(async () => {
  source = smallSource()
  const progress: string[] = []
  const { answer } = await solve(problemFor(source), 60_000, ({ done, of }) => progress.push(`${done}/${of}`))
  if (isRefusal(answer)) throw new Error(answer.refused)
  protection = answer
  told = progress
})

const contentIn = (language: ReleaseLanguage, over: Partial<ReleaseSource> = {}, draft = false) =>
  contentOf(
    { ...source, release: { ...source.release, language }, ...over },
    problemFor(source).problem,
    protection.suppressed,
    { draft, at: MADE + 60_000 },
  )
const ledger = () =>
  ledgerOf(
    contentIn('en').tables.map(({ table }) => table),
    problemFor(source).problem,
    protection.suppressed,
  )

/** The report before, to the same audience: figures were others, hidden or missing, and some shown that are not any more. */
function before(): Partial<ReleaseSource> {
  const { atoms, figures } = ledger()
  const was: Record<string, Partial<LedgerFigure>> = {
    'A|project|2020-Q1|': { shown: 55 },
    'A|project|2020-Q2|': { shown: null, mark: '[c]' },
    'A|project|2020-Q3|': { shown: null, mark: '[x]' },
    'C|project|2020-Q1|': { shown: 0.25 },
    'B|project|2020-Q2|': { shown: 25, mark: null },
    'A|no|2020-Q4|': { shown: 40, mark: null },
  }
  const changed = figures.map((one) => ({ ...one, ...was[one.figureId.replace(/\|value$/, '')] }))
  const release = {
    releaseId: 3,
    audience: 'donor' as const,
    threshold: 5,
    title: 'Before',
    atoms,
    figures: changed,
    hidden: [],
  }
  const previous = smallRelease({ id: 3, title: 'Before', state: 'issued', issuedAt: MADE - 86_400_000 })
  const cells = source.tables.flatMap(({ table }) => table.cells.flat())
  const reasons = new Map(cells.map(({ id }) => [id, { corrected: true, late: false }]))
  return { previous, reasons, earlier: { ledger: [release], figures: [], counts: new Map() } }
}

describe('the workbook of a small report', () => {
  it.each(['en', 'vi', 'both'] as const)('says in %s, word for word', async (language) => {
    const explanations = [
      {
        id: 1,
        indicator: 'A',
        sensitive: false,
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
        partner: { vi: 'Sở', en: 'Office' },
        place: { vi: 'Tỉnh no', en: 'Province no' },
        quarter: source.release.to,
        role: 'partner' as const,
        text: 'Snow',
      },
    ]
    const content = contentIn(language, { ...before(), explanations }, language === 'vi')
    await expect(printed(workbookOf(content))).toMatchFileSnapshot(`workbook.${language}.txt`)
  })

  it('after none says so, and one of fiscal years and half-years has their tables', async () => {
    const layout = { project: 'half-year', province: 'none', breakdown: 'to-date', years: 'fiscal' } as const
    const other = smallSource({ layout, audience: 'public', threshold: 10 })
    const { answer } = await solve(problemFor(other), 60_000, () => {})
    if (isRefusal(answer)) throw new Error(answer.refused)
    const content = contentOf(other, problemFor(other).problem, answer.suppressed, { draft: false, at: MADE })
    await expect(printed(workbookOf(content))).toMatchFileSnapshot('workbook.public.txt')
  })
})

describe('what a small report says of changes', () => {
  it('tells no change of a count of people by less than k, and says that there are some', () => {
    const was = before()
    const [known] = was.earlier!.ledger
    const changed = (by: number) =>
      known!.figures.map((one) =>
        /^B\|project\|2020-Q3\|/.test(one.figureId) ? { ...one, shown: one.shown! + by } : one,
      )
    const since = (by: number) =>
      contentIn('en', { ...was, earlier: { ...was.earlier!, ledger: [{ ...known!, figures: changed(by) }] } })
    const told = (by: number) =>
      since(by).changes.filter(({ indicator, kind }) => indicator === 'B' && kind === 'corrected').length
    expect([-5, -4, -1, 0, 1, 4, 5].map(told)).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(since(1).untold).toContain('B')
    expect(since(1).changes.map(({ kind }) => kind)).not.toContain('now-hidden')
  })
})

describe('what stands in the ledger of a small report', () => {
  it('is each figure once, by value or mark, and the counts it is made of', async () => {
    const { atoms, figures } = ledger()
    const rows = figures.map(({ figureId, indicatorId, shown, mark, atoms: of }) =>
      [figureId, indicatorId, mark ?? shown, of.map((at) => atoms[at]!.split('|').slice(1).join(' ')).join(' + ')].join(
        '  ',
      ),
    )
    await expect(rows.join('\n')).toMatchFileSnapshot('ledger.txt')
    expect(new Set(figures.map(({ figureId }) => figureId)).size).toBe(figures.length)
    expect(new Set(atoms).size).toBe(atoms.length)
  })

  it('has a checksum that does not ask for the order of its rows, and sees every change', () => {
    const { atoms, figures } = ledger()
    const sum = checksumOf(atoms, figures)
    expect(checksumOf(atoms, [...figures].reverse())).toBe(sum)
    expect(checksumOf([...atoms].reverse(), figures)).not.toBe(sum)
    const [first, ...rest] = figures as [LedgerFigure, ...LedgerFigure[]]
    for (const over of [{ figureId: 'x' }, { indicatorId: 99 }, { atoms: [0] }, { shown: -1 }, { mark: '[d]' }])
      expect(checksumOf(atoms, [{ ...first, ...over }, ...rest]), JSON.stringify(over)).not.toBe(sum)
  })
})

describe('what is protected of a small report', () => {
  const mark = (over: Partial<ReleaseSource>) => problemFor({ ...source, ...over }).fingerprint
  it('has a mark that is the same when it is read again, and another one when anything printed is', () => {
    expect(mark(smallSource())).toBe(mark({}))
    const [first, ...rest] = source.tables
    const table = { ...first!.table, title: { vi: 'khác', en: 'other' } }
    expect(mark({ tables: [{ ...first!, table }, ...rest] })).not.toBe(mark({}))
    expect(mark({ baselines: new Map() })).not.toBe(mark({}))
    expect(mark({ indicators: source.indicators.slice(1) })).not.toBe(mark({}))
    expect(mark({ release: smallRelease({ threshold: 6 }) })).not.toBe(mark({}))
    expect(mark({ release: smallRelease({ title: 'another' }) })).toBe(mark({}))
  })

  it('prefers to hide again what the report before to the same audience hid, and that alone does not change the mark', () => {
    const given = before()
    const { problem, fingerprint } = problemFor({ ...source, ...given })
    const hidden = given.earlier!.ledger[0]!.figures.filter(({ mark, atoms }) => mark === '[c]' && atoms.length > 0)
    expect(problem.suppressedBefore).toEqual(hidden.map(({ figureId }) => figureId))
    expect(hidden.length).toBeGreaterThan(0)
    expect(fingerprint).toBe(mark({}))
    expect(problemFor({ ...source, ...given, previous: null }).problem.suppressedBefore).toEqual([])
  })

  it('is told of on its way, to the end', () => {
    const [done, of] = told.at(-1)!.split('/')
    expect(done).toBe(of)
  })

  it('runs out of time with nothing to release', async () => {
    const { answer } = await solve(problemFor(source), 0, () => {})
    expect(answer).toEqual({ refused: 'out-of-time' })
  })
})

describe('the preview of a small report', () => {
  const preview = (over: Partial<Preview> = {}): Preview => ({
    ...previewFrom(source, problemFor(source), protection, 1.25),
    ...over,
  })
  const layout = smallRelease().layout

  it.each(['en', 'vi'] as const)('says in %s, word for word', async (language) => {
    const { fingerprint, seconds, ...rest } = preview()
    expect([fingerprint, seconds, rest.alternatives]).toEqual([problemFor(source).fingerprint, 1.25, null])
    const alternatives = [
      { layout: { ...layout, project: 'year' as const }, figures: 100, hidden: 1 },
      { layout: { ...layout, breakdown: 'none' as const }, figures: rest.figures, hidden: rest.hidden.length },
      { layout: { ...layout, years: 'fiscal' as const }, refused: 'out-of-time' },
    ]
    const model = previewModel({ ...rest, fingerprint, seconds, alternatives }, layout, NAMES, wordsFor(language))
    await expect(JSON.stringify(model, null, 1)).toMatchFileSnapshot(`preview.${language}.txt`)
  })

  it('says that nothing is hidden when nothing is, and waits for layouts that are still tried', () => {
    const model = previewModel(preview({ hidden: [], proven: false, earlier: 2 }), layout, NAMES, wordsFor('en'))
    expect(model).toMatchObject({
      lost: wordsFor('en').t('releases:preview.lost-none'),
      proven: wordsFor('en').t('releases:preview.not-proven'),
      groups: [],
      given: [],
      before: [],
      alternatives: null,
    })
    const none = preview({ hidden: [], figures: 0, alternatives: [{ layout, figures: 0, hidden: 0 }] })
    const [, other] = previewModel(none, layout, NAMES, wordsFor('en')).alternatives!
    expect(other).toMatchObject({ lost: '0 of 0 (0%)', better: false })
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
      layout,
      NAMES,
      wordsFor('en'),
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

  it('says what figures would tell together, from whose submissions, and which to wait for', () => {
    const late = { partnerId: 1, placeId: 1, quarter: source.release.to }
    const stranger = { partnerId: 8, placeId: 9, quarter: source.release.to }
    const together: Preview['together'] = [
      { kind: 'late', submissions: [late], indicators: ['B', 'C'], hidden: ['x', 'y'], given: 0 },
      { kind: 'corrected', submissions: [late, stranger], indicators: ['B'], hidden: ['x'], given: 1 },
      { kind: 'within', submissions: [], indicators: ['B'], hidden: [], given: 2 },
    ]
    const said = (over: Partial<Preview>, language: 'vi' | 'en') =>
      previewModel(preview({ together, ...over }), layout, NAMES, wordsFor(language)).together
    expect([said({ awaited: [late] }, 'en'), said({ awaited: [late] }, 'vi')]).toMatchSnapshot()
    expect(said({ awaited: [] }, 'en')).toMatchObject({
      wait: wordsFor('en').t('releases:together.all-in'),
      awaited: [],
    })
    expect(said({ together: together.slice(2), awaited: [late] }, 'en')).toMatchObject({ wait: null, awaited: [] })
    expect(said({ together: [] }, 'en')).toBeNull()
  })

  it('names the small figures of earlier reports that this one gives away, each once, as they were named there', () => {
    const [one] = preview().hidden
    const { earlier } = before()
    const ledgerBefore = { ...earlier!.ledger[0]!, hidden: [{ ...one!, id: 'B|project|2020-Q1|' }] }
    const id = (part: string) => `earlier|3|B|project|2020-Q1||${part}`
    const causes = {
      [id('amount')]: 'earlier',
      [id('n')]: 'shown',
      'B|x|amount': 'shown',
      'earlier|9|B|y|z||amount': 'parts',
    }
    const intervals = { [id('amount')]: { before: [1, 4], after: [2, 2] } }
    const made = previewFrom(
      { ...source, earlier: { ...earlier!, ledger: [ledgerBefore] } },
      problemFor(source),
      { ...protection, causes, intervals } as never,
      1,
    )
    expect(made.before).toEqual([
      { release: 'Before', figure: ledgerBefore.hidden[0], cause: 'earlier', after: [2, 2] },
      { release: '', figure: null, cause: 'parts', after: null },
    ])
    expect(made.earlier).toBe(1)
  })
})
