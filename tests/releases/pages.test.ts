import { describe, expect, it } from 'vitest'
import type { Person } from '../../src/access/person.ts'
import { dayAt, daysLater } from '../../src/calendar/day.ts'
import { type Words, wordsFor } from '../../src/language/words.ts'
import { USUAL_WORKBOOK } from '../../src/project/workbook-layout.ts'
import type { EvidenceFile } from '../../src/releases/evidence/evidence-file.ts'
import type { Explanation } from '../../src/releases/explanations/explanation.ts'
import { failureWords, layoutWords } from '../../src/releases/in-words.ts'
import { listed } from '../../src/releases/list-page.ts'
import { coverModel, type LoadedCover, type ReturnedNextReport } from '../../src/releases/next-report/page.ts'
import { type LoadedRelease, looksAgain, releaseModel } from '../../src/releases/page.ts'
import type { Preview } from '../../src/releases/protection/preview.ts'
import type { Reopening } from '../../src/releases/reasons/reopening.ts'
import type { Release } from '../../src/releases/release.ts'
import type { LoadedScores } from '../../src/releases/scores/page.ts'
import { STANDS } from '../../src/releases/standing/standing.ts'
import { allTicks, type OfferedTexts, type ReturnedTicks } from '../../src/releases/ticks/page.ts'
import { NOTHING_TICKED } from '../../src/releases/ticks/tick.ts'
import { RELEASE_STATES } from '../../src/vocabulary/release.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { MADE, smallRelease } from './small-report/report.ts'

const manager = (id: number) => ({ id, role: 'manager' }) as Person
const [vi, en] = [wordsFor('vi', PILOT_TERMS), wordsFor('en', PILOT_TERMS)]

const explanation = (over: Partial<Explanation> = {}): Explanation => ({
  id: 1,
  indicator: 'A',
  sensitive: false,
  aboutPeople: true,
  partner: { vi: 'Sở', en: 'Department' },
  place: { vi: 'Hà Tĩnh', en: 'Ha Tinh' },
  quarter: 8080,
  role: 'partner',
  text: 'Rain\n\n  \r\nand snow',
  ...over,
})

const offering = (explanations: readonly Explanation[], ticked: readonly number[] = []): OfferedTexts => ({
  ...{ explanations, evidence: [], reasons: null, names: new Map() },
  ticked: { ...NOTHING_TICKED, explanations: ticked },
})

const loaded = (over: Partial<LoadedRelease> = {}): LoadedRelease => ({
  release: smallRelease(),
  thresholds: { donor: 5, public: 10 },
  maker: true,
  madeBy: 'Mai',
  issuedBy: null,
  recipients: [{ id: 9, name: 'Ann' }],
  published: 'yes',
  damagedForms: [],
  file: null,
  agreements: [],
  otherManagers: 1,
  progress: null,
  attempt: null,
  standing: { ...STANDS, supersedes: null, acknowledgements: [], open: null },
  placeNames: new Map(),
  preview: null,
  reporterNames: { partners: new Map(), places: new Map() },
  offered: null,
  deviations: null,
  scores: null,
  layout: USUAL_WORKBOOK,
  brokenLayout: null,
  removedEvidence: [],
  cover: null,
  ...over,
})
const inState = (state: Release['state'], over: Partial<Release> = {}) => smallRelease({ state, ...over })

describe('a report in the list', () => {
  it.each(RELEASE_STATES)('says what it is, and what there is to take out: %s', (state) => {
    const issuedAt = state === 'issued' ? MADE + 60_000 : null
    expect([vi, en].map((words) => listed(inState(state, { issuedAt }), words))).toMatchSnapshot()
  })
})

describe('an issued report that is not to be relied on, or of which another took the place', () => {
  const withdrawn = { at: MADE, reason: 'Wrong year' }
  const supersededBy = { id: 9, issuedAt: MADE }
  it.each([
    [{ withdrawn, supersededBy }, 'Withdrawn', 'bad', 2],
    [{ withdrawn, supersededBy: null }, 'Withdrawn', 'bad', 1],
    [{ withdrawn: null, supersededBy }, 'Replaced', 'warn', 1],
    [STANDS, 'Issued', 'good', 0],
  ] as const)('is that first of all: %j', (standing, stateName, tone, notes) => {
    const line = listed(inState('issued', { issuedAt: MADE }), en, standing)
    expect([line.stateName, line.tone, line.notes.length]).toEqual([stateName, tone, notes])
  })
})

describe('the page of a report', () => {
  it('says what stands between it and being issued, and who may agree', () => {
    const open = { audience: 'public', threshold: 10 } as const
    const model = (release: Release, over: Partial<LoadedRelease> = {}, who = manager(2)) => {
      const { obstacle, needsAgreement, mayAgree } = releaseModel(loaded({ release, ...over }), who, null, en)
      return { obstacle, needsAgreement, mayAgree }
    }
    expect(model(smallRelease())).toEqual({ obstacle: null, needsAgreement: false, mayAgree: true })
    expect(model(smallRelease(), { recipients: [] }).obstacle).toBe('nobody-to-receive')
    expect(model(smallRelease(open))).toEqual({ obstacle: 'needs-agreement', needsAgreement: true, mayAgree: true })
    const agreements = [{ id: 2, name: 'Bo', at: MADE }]
    expect(model(smallRelease(open), { agreements })).toEqual({ obstacle: null, needsAgreement: true, mayAgree: false })
    expect(model(smallRelease(open), {}, manager(1)).mayAgree).toBe(false)
  })

  it('has what only managers see, or nothing in its place', () => {
    const bare = releaseModel(loaded(), manager(2), null, en)
    expect(bare).toMatchObject({ problem: null, failure: null, preview: null, ticks: [], cover: null, issuedBy: null })
    expect(bare).toMatchObject({ made: { at: MADE, by: 'Mai' }, layout: layoutWords(smallRelease().layout, en) })
    const failure = { code: 'not-whole', about: 'B|x' } as const
    const offered = offering([explanation()], [1])
    const problem = 'releases:issue.changed' as const
    const full = releaseModel(loaded({ release: inState('failed', { failure }), offered }), manager(2), { problem }, en)
    expect(full).toMatchObject({ problem, failure: failureWords(failure, new Map(), en) })
    const isTicked = (model: typeof full) => model.ticks[0]!.groups.map(({ items }) => items[0]!.ticked)
    expect(full.ticks.map(({ kind }) => kind)).toEqual(['explanations', 'evidence'])
    expect(isTicked(full)).toEqual([true])
    const ticks: ReturnedTicks = { kind: 'explanations', read: { chosen: [], confirmed: [], problem: null } }
    expect(isTicked(releaseModel(loaded({ offered }), manager(2), { problem, ticks }, en))).toEqual([false])
    expect(isTicked(releaseModel(loaded({ offered }), manager(2), null, en))).toEqual([true])
  })

  it.each([
    ['is not there', null, false, null],
    ['is whole', { sha256: 'abc' }, false, 'abc'],
    ['is not what was written', 'damaged', true, null],
  ] as const)('says of the file that was issued that it %s', (_, file, isDamaged, fingerprint) => {
    expect(releaseModel(loaded({ file }), manager(2), null, en)).toMatchObject({ isDamaged, fingerprint })
  })

  it.each([
    [{}, 0, [], false],
    [{}, 1, [], false],
    [{ audience: 'public', threshold: 10 }, 1, ['rule'], false],
    [{ audience: 'public', threshold: 10 }, 0, ['rule'], true],
    [{ uncovers: 2 }, 0, ['uncovers'], true],
    [{ audience: 'public', threshold: 10, uncovers: 1 }, 3, ['rule', 'uncovers'], false],
  ] as const)(
    'says why a second manager has to agree, and that there is none: %j, %d others',
    (over, others, why, alone) => {
      const given = loaded({ release: smallRelease(over), otherManagers: others })
      const model = releaseModel(given, manager(2), null, en)
      const count = 'uncovers' in over ? over.uncovers : 0
      const sentences = why.map((reason) => en.t(`releases:issue.agreement-${reason}`, { count }))
      expect([model.agreementReasons, model.alone]).toEqual([sentences, alone])
    },
  )

  const model = (over: Partial<LoadedRelease> = {}, who = manager(2)) => releaseModel(loaded(over), who, null, en)

  it('says what is next of a manager alone, and nothing while it is issued', () => {
    expect(model({ recipients: [] }).next).not.toBeNull()
    expect(model({ recipients: [], maker: false }).next).toBeNull()
    const attempt = {
      problem: null,
      at: MADE,
      by: 1,
      progress: { done: 1, of: 2 },
    } as unknown as LoadedRelease['attempt']
    expect(model({ attempt }).next).toBeNull()
    expect(model({ attempt }).issuing).not.toBeNull()
    expect(model({ attempt, maker: false }).issuing).toBeNull()
  })

  it('leads to the sheet on which the next report tells what is corrected, or to none where its layout has none', () => {
    expect(model().corrections).toBe(en.t('releases:show.frozen', { sheet: 'What changed' }))
    const sheets = USUAL_WORKBOOK.sheets.filter(({ is }) => is !== 'changes')
    expect(model({ layout: { ...USUAL_WORKBOOK, sheets } }).corrections).toBe(en.t('releases:show.frozen-only'))
  })

  it('tells of scores where the report has a logframe, to managers that nothing was planned, and which files are gone', () => {
    const scores = { results: [{ code: '1.1', level: 'output', weight: 100 }], scores: [] } as unknown as LoadedScores
    expect(model({ scores }).scores).not.toBeNull()
    expect(model().scores).toBeNull()
    const sheets = USUAL_WORKBOOK.sheets.filter(({ is }) => is !== 'logframe')
    expect(model({ scores, layout: { ...USUAL_WORKBOOK, sheets } }).scores).toBeNull()
    const removed = model({ removedEvidence: ['a.pdf', 'b.pdf'] })
    expect([removed.removedEvidence, removed.obstacle]).toEqual(['a.pdf, b.pdf', 'evidence-removed'])
  })

  it('offers no file of a damaged report, and what can be done about an issued one to its managers', () => {
    const issued = { release: inState('issued', { issuedAt: MADE }) }
    expect(model({ ...issued, file: 'damaged' }).forms).toBeNull()
    expect(model({ ...issued, file: { sha256: 'abc' } }).forms).not.toBeNull()
    expect(model(issued).standing.withdrawal).not.toBeNull()
    expect(model().standing.withdrawal).toBeNull()
    const returned = { problem: null, withdrawal: { text: 'Wrong', problem: null, keptOnWord: false } as never }
    expect(releaseModel(loaded(issued), manager(2), returned, en).standing.withdrawal).toMatchObject({ text: 'Wrong' })
  })

  it('asks for a word about what is far from its plan, as typed, and says what the cover will say', () => {
    const deviations = {
      ...{ asked: [{ indicator: 'A', kind: 'behind', rag: 'red', percent: 40 }], texts: new Map(), names: new Map() },
      ...{
        confirmed: new Set(),
        comments: [],
        rule: { below: 'red', above: 120 },
        thresholds: { green: 90, amber: 70 },
      },
    } as unknown as NonNullable<LoadedRelease['deviations']>
    const told = model({ deviations })
    expect([told.obstacle, told.deviations?.missing.length]).toEqual(['unexplained', 1])
    expect(model().deviations).toBeNull()
    const cover: LoadedCover = { contact: null, nextReport: null, maySetContact: false, now: MADE }
    const nextReport: ReturnedNextReport = { typed: 'soon', error: 'releases:wrong.day' }
    expect(model({ cover }).cover).toMatchObject({ typed: '' })
    expect(releaseModel(loaded({ cover }), manager(2), { problem: null, nextReport }, en).cover).toMatchObject({
      typed: 'soon',
    })
  })

  it('says of a layout that can’t be followed what is wrong with it, before all else', () => {
    const brokenLayout = {
      name: { vi: 'N', en: 'Short' },
      faults: [{ part: 'sheets', fault: 'unknown', is: 'x', at: 1 }],
    } as const
    expect(model({ brokenLayout }).brokenLayout).toContain('“Short”')
    expect(model({ brokenLayout }).obstacle).not.toBeNull()
    expect(model().brokenLayout).toBeNull()
  })

  it('looks again by itself while something is worked out, but not under somebody’s hands', () => {
    const trying = { alternatives: null } as Preview
    const tried = { alternatives: [] as unknown } as Preview
    const nothing = offering([])
    const something = offering([explanation()])
    const looks = (over: Partial<LoadedRelease>, returned = null) => looksAgain(loaded(over), returned)
    expect(looks({ release: inState('protecting') })).toBe(true)
    expect(looks({ release: inState('protecting'), maker: false })).toBe(false)
    expect(looksAgain(loaded({ release: inState('protecting') }), { problem: 'releases:issue.changed' })).toBe(false)
    expect(looks({})).toBe(false)
    expect(looks({ preview: trying, offered: nothing })).toBe(true)
    expect(looks({ preview: trying })).toBe(true)
    expect(looks({ preview: trying, offered: something })).toBe(false)
    expect(looks({ preview: tried, offered: nothing })).toBe(false)
    const attempt = (problem: string | null, progress: object | null) =>
      looks({ attempt: { problem, progress } as unknown as LoadedRelease['attempt'] })
    expect(attempt(null, { done: 0, of: 1 })).toBe(true)
    expect([attempt('changed', { done: 0, of: 1 }), attempt(null, null)]).toEqual([false, false])
    const deviations = { asked: [] } as unknown as LoadedRelease['deviations']
    expect(looks({ preview: trying, deviations })).toBe(false)
  })
})

describe('what others wrote and a manager may choose', () => {
  const names = new Map([['A', { vi: 'Chỉ số', en: 'Indicator' }]])
  const file: EvidenceFile = {
    ...{ id: 7, indicator: 'A', sensitive: false, aboutPeople: true, text: 'danh sách.pdf', quarter: 8080 },
    ...{ partner: { vi: 'Sở', en: 'Department' }, place: { vi: 'Hà Tĩnh', en: 'Ha Tinh' }, isRemoved: false },
  }
  const reopening: Reopening = {
    ...{ ...file, id: 5, sensitive: true, text: 'Counted twice\n3 too many', reason: 'Counted twice' },
    ...{ submissionId: 4, at: MADE, rows: [{ indicator: 'A', text: '3 too many' }] },
  }
  const model = (over: Partial<OfferedTexts>, words: Words) =>
    allTicks({ ...offering([]), names, ...over }, { ...USUAL_WORKBOOK, language: 'en' }, null, words)

  it.each([vi, en])('is told with all but its writer’s name', (words) => {
    const doubtful = explanation({ id: 2, indicator: 'B', sensitive: true, text: 'chị Lan, 17', role: 'manager' })
    const ticked = { ...NOTHING_TICKED, explanations: [2] }
    const offered = { explanations: [explanation(), doubtful], evidence: [file], reasons: [reopening], ticked }
    expect(model(offered, words)).toMatchSnapshot()
  })
})

describe('what the cover says besides', () => {
  const said = (over: Partial<LoadedCover> = {}, returned: ReturnedNextReport | null = null, words = en) =>
    coverModel({ contact: null, nextReport: null, maySetContact: false, now: MADE, ...over }, returned, words)

  it('names whom to ask and the day, or that nobody said', () => {
    expect(said()).toEqual({ ...said(), contact: null, settings: null, next: null, isPast: false, typed: '', seen: '' })
    const contact = { vi: 'Văn phòng', en: 'Office' }
    const full = said({ contact, nextReport: '2999-04-15', maySetContact: true }, null, vi)
    expect(full).toMatchObject({ contact: 'Văn phòng', settings: '/settings', next: '15/04/2999', seen: '2999-04-15' })
  })

  it('says that the day has passed, from that day on', () => {
    const today = dayAt(MADE)
    expect([daysLater(today, -1), today, daysLater(today, 1)].map((nextReport) => said({ nextReport }).isPast)).toEqual(
      [true, true, false],
    )
  })

  it('comes back as it was typed, with what is wrong', () => {
    const back = said({ nextReport: '2999-04-15' }, { typed: 'soon', error: 'releases:wrong.day' })
    expect(back).toMatchObject({ typed: 'soon', seen: '2999-04-15', error: en.t('releases:wrong.day') })
  })
})
