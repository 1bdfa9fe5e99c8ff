import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../src/calendar/quarter.ts'
import type { OffTrack } from '../../src/dashboards/off-track/off-track.ts'
import { type HomeState, homePage, type TaskState } from '../../src/home/page.ts'
import type { WorkListName } from '../../src/home/work.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import { wordsFor } from '../../src/language/words.ts'
import type { Progress } from '../../src/targets/progress.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { partnerNamed, placeNamed } from '../partners/reporters.ts'
import { slot } from './slots.ts'

const words = wordsFor('en', PILOT_TERMS)
const Q4 = parseQuarter('2021-Q4')!
const NOW = Date.parse('2022-01-20T09:00:00+07:00')

const partner = partnerNamed(1, 'wu-hai-phong', [
  ['Former union', '2019-01-01'],
  ['Union', '2021-12-31'],
])
const text = (en: string) => ({ vi: `${en} (vi)`, en })
const place = placeNamed(1, 'Hai Phong')
type SlotGiven = Parameters<typeof slot>
const task = (given: SlotGiven, more: Partial<TaskState> = {}): TaskState => ({
  slot: slot(...given),
  partner,
  place,
  dueOn: '2022-01-15',
  reason: null,
  rows: [],
  since: null,
  reporters: [],
  ...more,
})
const list = (name: WorkListName, ...tasks: TaskState[]) => ({ name, count: tasks.length, tasks })

function partnerHome(several: boolean, ...work: ReturnType<typeof list>[]) {
  const model = homePage({ role: 'partner', several, work, now: NOW }, words)
  if (model.kind !== 'partner') throw new Error(model.kind)
  return model
}
function managerHome(more: Partial<Extract<HomeState, { role: 'manager' }>> = {}) {
  const model = homePage({ role: 'manager', work: [], current: null, offTrack: null, now: NOW, ...more }, words)
  if (model.kind !== 'manager') throw new Error(model.kind)
  return model
}

const PROJECT = {
  code: 'X',
  name: { vi: '', en: '' },
  donors: [],
  lead: null,
  dueDays: 15,
  thresholds: { donor: 5, public: 10 },
  terms: words.terms,
  firstQuarter: Q4 - 11,
  lastQuarter: Q4,
  phases: [],
  illustrative: true,
  iati: null,
}

describe("a partner's start page", () => {
  it('leaves out lists in which nothing stands', () => {
    const model = partnerHome(false, list('returned'), list('open', task(['due', Q4])))
    expect(model.lists.map(({ name, count }) => [name, count])).toEqual([['open', 1]])
  })

  it.each<[WorkListName, boolean]>([
    ['returned', true],
    ['overdue', true],
    ['open', true],
    ['to-approve', true],
    ['waiting', false],
    ['approved-lately', false],
  ])('says that something is to do when there is something under %s: %s', (name, pressing) => {
    expect(partnerHome(false, list(name, task(['submitted', Q4]))).pressing).toBe(pressing)
    expect(partnerHome(false, list(name)).pressing).toBe(false)
  })

  it('names the partner only to whom reports for several, by the name it had at the end of the quarter', () => {
    const named = (several: boolean, quarter = Q4) =>
      partnerHome(several, list('open', task(['due', quarter]))).lists[0]!.items[0]!
    expect(named(false)).toMatchObject({ partner: null, place: 'Hai Phong', quarter: Q4, status: 'due' })
    expect(named(true).partner).toBe('Union')
    expect(named(true, Q4 - 1).partner).toBe('Former union')
  })

  it.each<[WorkListName, boolean]>([
    ['returned', true],
    ['overdue', true],
    ['open', true],
    ['waiting', false],
    ['approved-lately', false],
  ])('leads from %s to where what has not been begun is begun: %s', (name, begins) => {
    const item = partnerHome(false, list(name, task(['due', Q4, null, null]))).lists[0]!.items[0]!
    expect(item.href).toBe(
      begins
        ? '/submissions/start?partner=wu-hai-phong&place=hai-phong&quarter=2021-Q4'
        : '/submissions?from=2021-Q4&to=2021-Q4',
    )
  })

  it('leads to what has been begun wherever it is listed', () => {
    for (const name of ['returned', 'waiting'] as const)
      expect(partnerHome(false, list(name, task(['draft', Q4, null, 7]))).lists[0]!.items[0]!.href).toBe(
        '/submissions/7',
      )
  })

  it.each([
    ['overdue', 'Due on 15 Jan 2022, 5 days late'],
    ['due', 'due on 15 Jan 2022'],
    ['draft', 'due on 15 Jan 2022'],
    ['returned', 'since 18 Jan 2022 08:30'],
    ['submitted', 'since 18 Jan 2022 08:30'],
    ['approved', 'since 18 Jan 2022 08:30'],
  ] as const)('says of what is %s: %s', (status, when) => {
    const since = Date.parse('2022-01-18T08:30:00+07:00')
    expect(partnerHome(false, list('open', task([status, Q4], { since }))).lists[0]!.items[0]!.when.toLowerCase()).toBe(
      when.toLowerCase(),
    )
  })

  it('says nothing of since when where it is not known, and gives the reason of a return', () => {
    const [known, unknown] = partnerHome(
      false,
      list('returned', task(['returned', Q4], { reason: 'V5 is missing' }), task(['returned', Q4])),
    ).lists[0]!.items
    expect(known).toMatchObject({ reason: 'V5 is missing', when: '', rows: [], moreRows: 0 })
    expect(unknown!.reason).toBeNull()
  })

  it.each([
    [1, 1, 0],
    [3, 3, 0],
    [5, 3, 2],
  ])('of %d reasons at indicators names %d and says that there are %d more', (given, shown, more) => {
    const rows = Array.from({ length: given }, (_, nth) => ({ indicator: `V${nth}`, text: 'too many' }))
    const [item] = partnerHome(false, list('returned', task(['returned', Q4], { rows }))).lists[0]!.items
    expect([item!.rows, item!.moreRows]).toEqual([rows.slice(0, shown), more])
  })
})

describe("a manager's start page", () => {
  it('always names the partner, and leads to the board where nothing has been begun', () => {
    const [overdue] = managerHome({ work: [list('overdue', task(['overdue', Q4, null, null]))] }).lists
    expect(overdue!.items[0]).toMatchObject({ partner: 'Union', href: '/submissions?from=2021-Q4&to=2021-Q4' })
  })

  it('counts the running quarter, component by component', () => {
    const one = (status: 'approved' | 'submitted' | 'due', component: 'prevention' | 'protection') => ({
      ...slot(status, Q4),
      components: [component],
    })
    const slots = [one('approved', 'prevention'), one('submitted', 'prevention'), one('due', 'protection')]
    expect(managerHome({ current: { quarter: Q4, slots, endedPlaces: [], project: PROJECT } }).coverage).toEqual({
      quarter: Q4,
      code: '2021-Q4',
      all: { expected: 3, handedIn: 2, approved: 1 },
      endedPlaces: [],
      pauses: [],
      rows: [
        { section: 'prevention', expected: 2, handedIn: 2, approved: 1 },
        { section: 'protection', expected: 1, handedIn: 0, approved: 0 },
      ],
    })
    expect(managerHome().coverage).toBeNull()
  })

  it('says whom to ask about what is awaited', () => {
    const asked = task(['overdue', Q4], { reporters: ['Bình', 'Hoa'] })
    const [late, other] = managerHome({ work: [list('overdue', asked, task(['overdue', Q4]))] }).lists[0]!.items
    expect([late!.ask, other!.ask]).toEqual(['ask Bình, Hoa', null])
  })

  it('lists what is behind plan, each with its rating and the way to its page as of that quarter', () => {
    const progress = { rag: 'red', ofTarget: 0.5, soFar: false } as unknown as Progress
    const [name, responsible] = [text('Clients'), text('Officer')]
    const indicator = { code: 'V/3', name, responsible } as DefinedIndicator
    const offTrack: OffTrack = { quarter: Q4, count: 9, worst: [{ indicator, progress }] }
    expect(managerHome({ offTrack }).offTrack).toEqual({
      count: 9,
      quarter: 'Q4 2021',
      dates: '1 Oct 2021 – 31 Dec 2021',
      overview: '/overview?quarter=2021-Q4',
      items: [
        {
          code: 'V/3',
          name: 'Clients',
          href: '/indicators/V%2F3?to=2021-Q4',
          ask: 'ask Officer',
          rag: { rag: 'red', text: 'Off track', percent: '50%', tone: 'bad' },
        },
      ],
    })
  })

  it('says nothing of plans when nothing is behind, or when there is no quarter yet', () => {
    expect(managerHome({ offTrack: { quarter: Q4, count: 0, worst: [] } }).offTrack).toBeNull()
    expect(managerHome().offTrack).toBeNull()
  })
})

describe('other start pages', () => {
  it('lead a donor to the reports issued to them', () => {
    expect(homePage({ role: 'donor', releases: [] }, words)).toEqual({ kind: 'donor', releases: [] })
  })

  it('lead an administrator to what is looked after, and say how much there is', () => {
    const counts = { people: 23, partners: 12, indicators: 44, submissions: 1234, events: 1, failedReminders: 2 }
    expect(homePage({ role: 'administrator', counts, staffing: null }, words)).toEqual({
      kind: 'administrator',
      next: [],
      rooms: [
        { href: '/people', name: 'People', says: '23 people' },
        { href: '/periods', name: 'Periods', says: null },
        { href: '/reminders', name: 'Reminders', says: '2 reminders could not be sent in the last 7 days' },
        { href: '/settings', name: 'Settings', says: null },
        { href: '/trail', name: 'Trail', says: 'one line' },
      ],
      holds: '12 reporters, 44 indicators and 1,234 submissions are kept here.',
    })
  })
})
