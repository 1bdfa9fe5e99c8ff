import { type EndedNotice, endedNotices } from '../assignments/ended-in-words.ts'
import type { NamedEndedPlace } from '../assignments/ended-places.ts'
import { dayAt, daysBetween } from '../calendar/day.ts'
import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import type { OffTrack } from '../dashboards/off-track/off-track.ts'
import { day, instant, number } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import { nameBesidePartner, type Place } from '../places/place.ts'
import { pauseSentences } from '../project/in-words.ts'
import type { ProjectCard } from '../project/project.ts'
import type { Release } from '../releases/release.ts'
import { completenessByComponent, type SubmissionCounts, submissionCounts } from '../submissions/board/completeness.ts'
import type { Slot } from '../submissions/board/slot.ts'
import { addressOf } from '../submissions/page/address.ts'
import type { RowReason, Status } from '../submissions/submission.ts'
import type { Counts } from './counts.ts'
import { type NextStep, nextSteps, type Staffing } from './next-steps.ts'
import { type OffTrackModel, offTrackModel } from './off-track-page.ts'
import type { WorkListName } from './work.ts'

/** One submission in a list, with what its line names. */
export type TaskState = {
  slot: Slot
  partner: Partner
  place: Place
  dueOn: string
  reason: string | null
  /** The reasons of single indicators it was returned with. */
  rows: readonly Pick<RowReason, 'indicator' | 'text'>[]
  /** Since when it has stood as it does: of what was returned the return, not a later save. */
  since: number | null
  /** Who reports for the partner, to be asked by a manager. */
  reporters: readonly string[]
}
type ListState = { name: WorkListName; count: number; tasks: TaskState[] }

/** What a start page is drawn from. */
export type HomeState =
  /** `several`: the person reports for more than one partner. */
  | { role: 'partner'; several: boolean; work: ListState[]; now: number }
  /** `current`: the running quarter, or the last one of a project that has ended. */
  | {
      role: 'manager'
      work: ListState[]
      current: { quarter: Quarter; slots: Slot[]; endedPlaces: readonly NamedEndedPlace[]; project: ProjectCard } | null
      offTrack: OffTrack | null
      now: number
    }
  | { role: 'donor'; releases: Release[] }
  /** `hands`: null as long as there is no project. */
  | { role: 'administrator'; counts: Counts; staffing: Staffing | null }

type TaskView = {
  quarter: Quarter
  partner: string | null
  place: string | null
  status: Status
  when: string
  reason: string | null
  /** Reasons of single indicators, as many as stand in a list; how many more there are. */
  rows: readonly { indicator: string; text: string }[]
  moreRows: number
  /** Whom a manager asks about what is awaited. */
  ask: string | null
  href: string
}
type Tasks = { lists: { name: WorkListName; count: number; items: TaskView[] }[]; pressing: boolean }
type Coverage = {
  quarter: Quarter
  code: string
  all: SubmissionCounts
  endedPlaces: EndedNotice[]
  pauses: string[]
  rows: ReturnType<typeof completenessByComponent>
}
type Rooms = { next: readonly NextStep[]; rooms: { href: string; name: string; says: string | null }[]; holds: string }

export type HomeModel =
  | ({ kind: 'partner' } & Tasks)
  | ({ kind: 'manager'; coverage: Coverage | null; offTrack: OffTrackModel | null } & Tasks)
  | { kind: 'donor'; releases: readonly Release[] }
  | ({ kind: 'administrator' } & Rooms)

declare module '../web/views/models.ts' {
  interface Views {
    'home/home': HomeModel
  }
  interface Parts {
    'home/tasks': { kind: 'partner' | 'manager' } & Tasks
    'home/task': { task: TaskView }
    'home/coverage': { coverage: Coverage }
    'home/releases': { releases: readonly Release[] }
    'home/rooms': Rooms
  }
}

/** Lists from which a partner begins what is due; the others lead only to what has been begun. */
const TO_BEGIN: readonly WorkListName[] = ['returned', 'overdue', 'open']
/** What is only waited for, or only good to know. */
const NOT_PRESSING: readonly WorkListName[] = ['waiting', 'approved-lately']

/** What is mine to do now, by role. */
export function homePage(state: HomeState, words: Words): HomeModel {
  switch (state.role) {
    case 'partner':
      return {
        kind: 'partner',
        ...tasksIn(state.work, { withPartner: state.several, toBegin: TO_BEGIN, now: state.now, words }),
      }
    case 'manager':
      return {
        kind: 'manager',
        ...tasksIn(state.work, { withPartner: true, toBegin: [], now: state.now, words }),
        offTrack: offTrackModel(state.offTrack, words),
        coverage: coverageOf(state.current, words),
      }
    case 'donor':
      return { kind: 'donor', releases: state.releases }
    case 'administrator':
      return {
        kind: 'administrator',
        next: state.staffing ? nextSteps(state.staffing, words) : [],
        ...roomsOf(state.counts, words),
      }
  }
}

/** How tasks are told: with whose they are or not, which lists may be begun from here, and how late things are by now. */
type Telling = { withPartner: boolean; toBegin: readonly WorkListName[]; now: number; words: Words }

function tasksIn(lists: readonly ListState[], telling: Telling): Tasks {
  const some = lists.filter(({ count }) => count > 0)
  return {
    lists: some.map(({ name, count, tasks }) => ({
      name,
      count,
      items: tasks.map((task) => taskView(task, telling.toBegin.includes(name), telling)),
    })),
    pressing: some.some(({ name }) => !NOT_PRESSING.includes(name)),
  }
}

/** Reasons of single indicators in a list of work; all of them stand in the report. */
const MOST_ROWS = 3

function taskView(task: TaskState, mayBegin: boolean, { withPartner, now, words }: Telling): TaskView {
  const { slot, partner, place, reason, rows, reporters } = task
  const { last } = datesOf({ from: slot.quarter, to: slot.quarter })
  return {
    quarter: slot.quarter,
    partner: withPartner ? words.of(nameOn(partner, last).name) : null,
    place: nameBesidePartner(place, words),
    status: slot.status,
    when: whenOf(task, now, words),
    reason,
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    ask: reporters.length > 0 ? words.t('charts:overview.ask', { who: reporters.join(', ') }) : null,
    href: slot.id !== null || mayBegin ? addressOf(slot, partner.slug, place.slug) : boardOf(slot.quarter),
  }
}

/** What nobody has begun leads to its quarter on the board. */
function boardOf(quarter: Quarter): string {
  return `/submissions?from=${quarterCode(quarter)}&to=${quarterCode(quarter)}`
}

/** Until when it is due and how late it is, or since when it has stood so. */
function whenOf({ slot: { status }, dueOn, since }: TaskState, now: number, { t, language }: Words): string {
  if (status === 'overdue') return t('home:late', { day: day(dueOn, language), count: daysBetween(dueOn, dayAt(now)) })
  if (status === 'due' || status === 'draft') return t('submissions:due-on', { day: day(dueOn, language) })
  return since === null ? '' : t('home:since', { at: instant(since, language) })
}

/** k of n for one quarter, component by component. */
function coverageOf(current: Extract<HomeState, { role: 'manager' }>['current'], words: Words): Coverage | null {
  if (!current) return null
  const { quarter, slots, endedPlaces, project } = current
  return {
    quarter,
    code: quarterCode(quarter),
    all: submissionCounts(slots),
    endedPlaces: endedNotices(endedPlaces, words),
    pauses: pauseSentences(project, { from: quarter, to: quarter }, words),
    rows: completenessByComponent(slots, words),
  }
}

/** What an administrator looks after, and how much of it there is. */
function roomsOf(counts: Counts, { t, language }: Words): Omit<Rooms, 'next'> {
  const many = (name: keyof Counts) => number(counts[name], language)
  return {
    rooms: [
      { href: '/people', name: t('common:menu.people'), says: t('home:counts.people', { count: counts.people }) },
      { href: '/periods', name: t('common:menu.periods'), says: null },
      {
        href: '/reminders',
        name: t('home:reminders.title'),
        says: counts.failedReminders > 0 ? t('home:reminders.failed', { count: counts.failedReminders }) : null,
      },
      { href: '/settings', name: t('common:menu.settings'), says: null },
      { href: '/trail', name: t('common:menu.trail'), says: t('home:counts.events', { count: counts.events }) },
    ],
    holds: t('home:counts.holds', {
      partners: many('partners'),
      indicators: many('indicators'),
      submissions: many('submissions'),
    }),
  }
}
