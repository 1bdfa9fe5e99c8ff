import { type Quarter, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { day, instant, number } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'
import type { Place } from '../places/place.ts'
import type { Release } from '../releases/release.ts'
import { completenessByComponent, completenessOf, type SubmissionCounts } from '../submissions/board/completeness.ts'
import { addressOf, type Slot } from '../submissions/board/slot.ts'
import type { Status } from '../submissions/submission.ts'
import type { Counts } from './counts.ts'
import type { WorkListName } from './work.ts'

/** One submission in a list, with what its line names. */
export type TaskState = { slot: Slot; partner: Partner; place: Place; dueOn: string; reason: string | null }
type ListState = { name: WorkListName; count: number; tasks: TaskState[] }

/** What a start page is drawn from. */
export type HomeState =
  /** `several`: the person reports for more than one partner. */
  | { role: 'partner'; several: boolean; work: ListState[] }
  /** `current`: the running quarter, or the last one of a project that has ended. */
  | { role: 'manager'; work: ListState[]; current: { quarter: Quarter; slots: Slot[] } | null }
  | { role: 'donor'; releases: Release[] }
  | { role: 'administrator'; counts: Counts }

type Task = {
  quarter: Quarter
  partner: string | null
  place: string
  status: Status
  when: string
  reason: string | null
  href: string | null
}
type Tasks = { lists: { name: WorkListName; count: number; items: Task[] }[]; pressing: boolean }
type Coverage = {
  quarter: Quarter
  code: string
  all: SubmissionCounts
  rows: ReturnType<typeof completenessByComponent>
}
type Rooms = { rooms: { href: string; name: string; says: string | null }[]; holds: string }

export type HomeModel =
  | ({ kind: 'partner' } & Tasks)
  | ({ kind: 'manager'; coverage: Coverage | null } & Tasks)
  | { kind: 'donor'; releases: readonly Release[] }
  | ({ kind: 'administrator' } & Rooms)

declare module '../web/views/models.ts' {
  interface Views {
    'home/home': HomeModel
  }
  interface Parts {
    'home/tasks': { kind: 'partner' | 'manager' } & Tasks
    'home/task': { task: Task }
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
      return { kind: 'partner', ...tasksIn(state.work, state.several, TO_BEGIN, words) }
    case 'manager':
      return { kind: 'manager', ...tasksIn(state.work, true, [], words), coverage: coverageOf(state.current) }
    case 'donor':
      return { kind: 'donor', releases: state.releases }
    case 'administrator':
      return { kind: 'administrator', ...roomsOf(state.counts, words) }
  }
}

/** @param toBegin lists whose submissions may be begun from here */
function tasksIn(
  lists: readonly ListState[],
  withPartner: boolean,
  toBegin: readonly WorkListName[],
  words: Words,
): Tasks {
  const some = lists.filter(({ count }) => count > 0)
  return {
    lists: some.map(({ name, count, tasks }) => ({
      name,
      count,
      items: tasks.map((task) => taskView(task, withPartner, toBegin.includes(name), words)),
    })),
    pressing: some.some(({ name }) => !NOT_PRESSING.includes(name)),
  }
}

function taskView(
  { slot, partner, place, dueOn, reason }: TaskState,
  withPartner: boolean,
  mayBegin: boolean,
  words: Words,
): Task {
  const { last } = datesOf({ from: slot.quarter, to: slot.quarter })
  return {
    quarter: slot.quarter,
    partner: withPartner ? words.of(nameOn(partner, last).name) : null,
    place: words.of(place.name),
    status: slot.status,
    when: whenOf(slot, dueOn, words),
    reason,
    href: slot.id !== null || mayBegin ? addressOf(slot, partner.slug, place.slug) : null,
  }
}

/** Until when it is due, or since when it has stood so. */
function whenOf({ status, changedAt }: Slot, dueOn: string, { t, language }: Words): string {
  if (status === 'due' || status === 'draft' || status === 'overdue')
    return t('submissions:due-on', { day: day(dueOn, language) })
  return changedAt === null ? '' : t('home:since', { at: instant(changedAt, language) })
}

/** k of n for one quarter, component by component. */
function coverageOf(current: Extract<HomeState, { role: 'manager' }>['current']): Coverage | null {
  if (!current) return null
  const { quarter, slots } = current
  return { quarter, code: quarterCode(quarter), all: completenessOf(slots), rows: completenessByComponent(slots) }
}

/** What an administrator looks after, and how much of it there is. */
function roomsOf(counts: Counts, { t, language }: Words): Rooms {
  const many = (name: keyof Counts) => number(counts[name], language)
  return {
    rooms: [
      { href: '/people', name: t('common:menu.people'), says: t('home:counts.people', { count: counts.people }) },
      { href: '/periods', name: t('common:menu.periods'), says: null },
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
