import { describe, expect, it } from 'vitest'
import { redefineIndicator, retireIndicator } from '../../src/framework/definitions/redefine.ts'
import { refusalText } from '../../src/framework/definitions/refusal.ts'
import { replanProject } from '../../src/framework/plan/replan-project.ts'
import { problemText } from '../../src/framework/problem-in-words.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { TypedRelease } from '../../src/releases/drafts/form.ts'
import { formPage } from '../../src/releases/drafts/form-page.ts'
import { plain } from '../dashboards/visit.ts'
import { testApp, Visitor } from '../support/app.ts'
import { demoDb, personaId } from '../support/demo.ts'
import { q, World } from '../support/world.ts'
import { problemsAfter, type Small } from './small.ts'

/*
 * What is wrong between two moments: each is refused, or said, in both languages, with what to do next.
 */
const LANGUAGES = ['vi', 'en'] as const
const read = (change: (project: Small) => unknown) =>
  LANGUAGES.map((language) =>
    problemsAfter(change)
      .map((problem) => problemText(problem, wordsFor(language)))
      .join('\n'),
  )

/** The second assignment takes over from the first one's; the partner of the list, in the commune or the province. */
const over =
  (place: string, more: object = {}) =>
  (p: Small) =>
    Object.assign(p.assignments[1]!, { takesOver: [{ partner: 'police', place }], ...more })
const change =
  (...changes: object[]) =>
  (p: Small) =>
    Object.assign(p, { changes })
const redefined = { known: '2022-02-01', change: 'redefine', indicator: 'V1', from: '2022-Q1', set: {} }

describe('a project as data that is wrong over time is refused with file, row and what to do:', () => {
  it.each<[string, (project: Small) => unknown, RegExp, RegExp]>([
    [
      'a hand-over to oneself',
      over('nghe-an'),
      /assignments\.json, hàng 2 .*không thể nhận bàn giao từ chính mình/,
      /assignments\.json, row 2 .*nobody takes over from itself .*Name another partner or another place/,
    ],
    [
      'a hand-over in a circle',
      (p) => {
        Object.assign(p.assignments[0]!, { takesOver: [{ partner: 'police', place: 'nghe-an' }], places: ['ky-son'] })
        Object.assign(p.assignments[1]!, { from: '2021-Q1' })
      },
      /dẫn trở lại nơi bắt đầu .*Vui lòng bỏ một bước trong vòng/,
      /leads back to where it began .*Take one step out of the circle/,
    ],
    [
      'a hand-over from a partner not assigned',
      over('ky-son-2025'),
      /police, ky-son-2025 không được giao báo cáo chỉ số này/,
      /police, ky-son-2025 is not asked for this indicator, so there is nothing to take over/,
    ],
    [
      'a hand-over before its predecessor began',
      (p) => {
        over('ky-son', { from: '2021-Q1' })(p)
        Object.assign(p.assignments[0]!, { from: '2021-Q2', places: ['ky-son'] })
      },
      /police, ky-son chỉ bắt đầu báo cáo sau quý này/,
      /police, ky-son begins to report later than this, so nothing can be taken over here/,
    ],
    [
      'a definition that ends before it begins',
      change({ ...redefined, to: '2021-Q4' }),
      /changes\.json, hàng 1 \(V1\).*kết thúc trước khi bắt đầu/,
      /changes\.json, row 1 \(V1\), column to: it ends before it begins\. Correct one of the two/,
    ],
    [
      'two definitions at once',
      change(redefined, { ...redefined, from: '2022-Q3' }),
      /changes\.json, hàng 2 \(V1\): có hiệu lực cùng lúc với một hàng trước/,
      /changes\.json, row 2 \(V1\): it holds at the same time as an earlier row about the same thing/,
    ],
    [
      'a survey round that crosses the end of the project',
      (p) => Object.assign(p.indicators[0]!, { frequency: 'survey', rounds: [{ from: '2022-Q3', to: '2023-Q1' }] }),
      /2023-Q1 nằm ngoài/,
      /rounds › 1 › to: 2023-Q1 lies outside the quarters of the project/,
    ],
  ])('%s', (_, wrong, vi, en) => {
    const [said, inEnglish] = read(wrong)
    expect(said).toMatch(vi)
    expect(inEnglish).toMatch(en)
  })
})

describe('a change that is wrong over time is refused in words:', () => {
  const world = () => new World('2021-Q1').place('HP').indicator('A').assign('A', 'HP').fact(['A', 'HP', '2022-Q1'], 5)
  const said = (found: Parameters<typeof refusalText>[0] | null) =>
    LANGUAGES.map((language) => refusalText(found!, wordsFor(language)))

  it('a definition that ends before it begins', () => {
    const found = redefineIndicator(world().db, null, 'A', { from: q('2022-Q2'), to: q('2022-Q1'), changes: {} }, 1)
    expect(said(found)).toEqual([
      'A sẽ kết thúc trước khi bắt đầu. Vui lòng chọn quý cuối không sớm hơn quý đầu.',
      'A would end before it begins. Give a last quarter that is not before the first.',
    ])
  })

  it('none for a quarter with values', () => {
    expect(said(retireIndicator(world().db, null, 'A', q('2021-Q4'), 1))).toEqual([
      'Đã có số liệu Quý I/2022 cho A; số liệu đó sẽ không còn định nghĩa. Vui lòng chọn quý muộn hơn.',
      'Values of Q1 2022 have been given for A and would be left without a definition. Choose a later quarter.',
    ])
  })

  it('an end of the project that a survey round crosses', () => {
    const surveyed = world().indicator('S', { frequency: 'survey', rounds: ['2022-Q4'] })
    const found = replanProject(surveyed.db, null, { last: q('2022-Q3') }, 1)
    expect(LANGUAGES.map((language) => refusalText({ about: 'project', ...found! }, wordsFor(language)))).toEqual([
      expect.stringMatching(/^Một đợt khảo sát của S kéo dài đến Quý IV\/2022/),
      expect.stringMatching(/^A survey round of S goes to Q4 2022 and would reach out of the project/),
    ])
  })
})

describe('what can’t be refused is said:', () => {
  it('a half-year that crosses the end of the project is never asked for, and its page says of which quarters', async () => {
    const now = Date.parse('2022-05-01T09:00:00+07:00')
    const db = demoDb()
    expect(replanProject(db, null, { last: q('2022-Q1') }, now)).toBeNull()
    const app = await testApp(db, () => now)
    const pages = await Promise.all(
      LANGUAGES.map(async (language) => {
        const manager = await new Visitor(app).become(personaId(db, 'iom.manager@example.org'), language)
        return plain((await manager.get('/indicators/J5')).body)
      }),
    )
    await app.close()
    expect(pages[0]).toContain('01/01/2022 – 31/03/2022')
    expect(pages[1]).toContain(
      'No value is asked for 1 Jan 2022 – 31 Mar 2022: the half-year or year of which this is a part',
    )
  })

  it('a fiscal year that cuts every indicator, where it is chosen for a report and where it is set', async () => {
    const typed = {} as TypedRelease
    const span = { firstQuarter: q('2019-Q1'), lastQuarter: q('2021-Q4') }
    const CARD = { ...span, donors: [], thresholds: { donor: 5, public: 10 } }
    const beside = { fiscal: { start: 4, cut: 9, of: 9 }, supersedable: [], weights: null, brokenLayout: null }
    const form = { card: CARD, donors: [], typed, errors: {}, ...beside }
    const hints = LANGUAGES.map((language) => formPage(form, wordsFor(language)).yearsHint)
    expect(hints).toEqual([
      expect.stringMatching(/tháng 4/),
      'Years from April cut the values of every indicator: none can be shown by them, all are shown by the years of their own values.',
    ])
  })
})
