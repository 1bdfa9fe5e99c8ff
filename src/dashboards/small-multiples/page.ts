import { type Downloads, downloadsAt, SLIDE_FILE } from '../../charts/export/downloads.ts'
import { signsOf } from '../../charts/signs.ts'
import { PROJECT } from '../../figures/question.ts'
import type { Place } from '../../places/place.ts'
import { AS_TABLE, carried, compareAddress, originIn } from '../addresses.ts'
import { type Chip, choiceChips } from '../chips.ts'
import { byComponent, componentHeading } from '../components/heading.ts'
import { donorNotice } from '../donor-view/notice.ts'
import { pageFacts } from '../facts.ts'
import { filtersOf } from '../filters.ts'
import { type Panel, panelOf } from '../overview/panel.ts'
import { ratedUntil } from '../overview/question.ts'
import { ALL_ROOM } from '../overview/scorecard/row.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { type ComingIn, comingIn, type Truth, truthOf } from '../overview/truth.ts'
import { isInUseNow } from '../page-state.ts'
import type { PageOfMany } from '../scope/page-of-many.ts'
import { type CardContext, isDrawn, type MultipleCard, multipleCard } from './card.ts'
import { type ShortAnswer, shortAnswer } from './short-answer.ts'
import { type PicturesView, standingsOf } from './view.ts'

/** What the pages of an area and of a component say of themselves. */
export type PicturesOf = PageOfMany & {
  /** Areas whose standing is shown under each picture. */
  areas: readonly Place[]
  /** What to hold against something else, as an address of the page that compares has it. */
  compared: Record<string, string>
  /** The same on two sides of paper. */
  brief: string | null
}

export type PicturesModel = Pick<PicturesOf, 'title' | 'others' | 'brief'> &
  Omit<ReturnType<typeof pageFacts>, 'facts'> & {
    truth: Truth
    coming: ComingIn | null
    filters: ReturnType<typeof filtersOf>
    chips: Chip[]
    answer: ShortAnswer
    /** `slide`: where its pictures are as one; null where the page has one for all of them, or none. */
    sections: (Panel & { cards: MultipleCard[]; slide: string | null })[]
    compare: string
    tables: string
    downloads: Downloads
    keys: string[]
    legend: string[]
  }

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/small-multiples/page': PicturesModel
    'dashboards/small-multiples/answer': Pick<PicturesModel, 'answer'>
    'dashboards/notices': Pick<
      PicturesModel,
      'unknown' | 'seen' | 'empty' | 'scopeNote' | 'pauses' | 'mapNote' | 'endedPlaces' | 'handovers'
    >
    'dashboards/others': Pick<PicturesModel, 'others'>
    'dashboards/lists/neighbours': Pick<PicturesModel, 'others'>
  }
}

/** What is explained of the pictures. */
const KEYS = ['bars', 'line', 'steps', 'plan', 'hollow', 'gaps', 'unrated'] as const

/** A short answer, then a picture of every indicator, all along the same time. */
export function picturesPage(view: PicturesView, of: PicturesOf): PicturesModel {
  const { state, answer, slots } = view
  const { words, choice } = state
  const { facts: _, ...notices } = pageFacts(state, answer)
  const all = standingsOf(view, of.areas)
  const current = all.filter(({ indicator: { code } }) => isInUseNow(state, code))
  const sections = sectionsOf(view, all, current, of)
  const keys = [...KEYS, ...(of.areas.length > 0 ? (['tiles'] as const) : [])]
  return {
    title: of.title,
    others: of.others,
    brief: of.brief,
    compare: compareAddress(state, of.compared),
    ...notices,
    truth: truthOf(state, of.complete, answer.asAt),
    coming: comingIn(choice.to, slots, words),
    seen: donorNotice(state, of.path),
    filters: filtersOf(state, of.path, 'span', of.parts),
    chips: choiceChips(state, of.path, [], view.isAsked, of.parts),
    answer: shortAnswer(current, sections, choice.to, words),
    sections: sections.length === 1 ? sections.map((one) => ({ ...one, slide: null })) : sections,
    tables: carried(state, of.path, AS_TABLE),
    downloads: downloadsAt(
      (file) => carried(state, `${of.path}/${file}`),
      sections.length === 1 ? sections[0]!.slide : null,
    ),
    keys: keys.map((key) => words.t(key === 'tiles' ? 'charts:overview.legend.tiles' : `charts:multiple.key.${key}`)),
    legend: signsOf(words),
  }
}

function sectionsOf(
  view: PicturesView,
  all: readonly IndicatorStanding[],
  current: readonly IndicatorStanding[],
  of: PicturesOf,
): PicturesModel['sections'] {
  const { words } = view.state
  const context = cardContext(view, of)
  return byComponent(all, ({ indicator }) => indicator.component, words.terms).map(({ component, own }) => {
    const named = { ...componentHeading(component, words), href: null }
    const asked = own.filter((one) => current.includes(one))
    const cards = own.map((one) => multipleCard(one, context))
    const slide = carried(view.state, `${of.path}/${SLIDE_FILE}`, { section: named.key })
    return { ...panelOf(named, asked, words), cards, slide: isDrawn(cards) ? slide : null }
  })
}

/** What cards, and rows of the same figures, are shaped with on the page of an area or of a component. */
export function cardContext(
  { state, answer, group }: PicturesView,
  { areas, path }: Pick<PicturesOf, 'areas' | 'path'>,
): CardContext {
  const { words, choice } = state
  const origin = originIn(state, answer)
  return {
    state,
    answer,
    path,
    group,
    fileOf: (code, file) => carried(state, `/indicators/${encodeURIComponent(code)}/${file}`, atGroup(group)),
    row: {
      words,
      quarter: choice.to,
      provinces: areas.map(({ slug, name }) => ({ slug, name: words.of(name) })),
      pressable: true,
      room: ALL_ROOM,
      hrefOf: (code) => carried(state, `/indicators/${encodeURIComponent(code)}`, atGroup(group)),
      originOf: (indicator, of, span) => origin({ ref: { indicator, group: of, span, cell: '' } }),
      group,
      rated: ratedUntil(state, choice.to).key,
    },
  }
}

/** On the page of an area its indicators are shown at that area. */
function atGroup(group: string): Record<string, string> {
  return group === PROJECT ? {} : { province: group }
}
