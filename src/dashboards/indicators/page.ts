import { signsOf } from '../../charts/signs.ts'
import { unitText } from '../../indicators/in-words.ts'
import { AS_TABLE, carried, compareAddress } from '../addresses.ts'
import { type Chip, choiceChips } from '../chips.ts'
import { donorNotice } from '../donor-view/notice.ts'
import { nothingDue } from '../emptiness.ts'
import { pageFacts } from '../facts.ts'
import { areaPath } from '../page-state.ts'
import { viewQuery } from '../tables/tables.ts'
import { type IndicatorAnswer, indicatorAnswer } from './answer.ts'
import { headOf, INDICATOR_PARTS, type IndicatorHead, indicatorFilters } from './head.ts'
import { type IndicatorPicture, indicatorPictures } from './pictures.ts'
import { type FilesBehind, filesBehind } from './said/files.ts'
import { notesIn } from './said/notes.ts'
import type { IndicatorPageView } from './view.ts'

export type IndicatorModel = IndicatorHead &
  ReturnType<typeof pageFacts> & {
    unit: string
    area: { name: string; href: string } | null
    tables: string
    /** Where it is held against something. */
    compare: string
    filters: ReturnType<typeof indicatorFilters>
    chips: Chip[]
    answer: IndicatorAnswer | null
    pictures: IndicatorPicture[]
    /** For whose eyes it is, once for all pictures. */
    audience: string | null
    legend: string[]
    behind: FilesBehind
  }

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicators/page': IndicatorModel
    'dashboards/folded-filters': Pick<IndicatorModel, 'filters' | 'chips'>
    'dashboards/lists/chips': Pick<IndicatorModel, 'chips'>
    'dashboards/choose': { choose: NonNullable<IndicatorPicture['choose']> }
  }
}

/** One indicator: how it stands in a sentence, then its pictures, each with what it shows. */
export function indicatorPage(view: IndicatorPageView): IndicatorModel {
  const { state, indicator, answer, place } = view
  const { words } = state
  const path = `/indicators/${encodeURIComponent(indicator.code)}`
  const head = headOf(view)
  const told = indicatorAnswer({ ...view, complete: head.complete?.sentence ?? '' })
  const facts = pageFacts(state, answer, view.unknown)
  const empty = facts.empty ?? nothingDue(state, answer, indicator.code, path)
  const drawn = empty ? [] : indicatorPictures({ ...view, sentence: told?.sentence ?? '' })
  const pictures = withNotes(drawn, notesIn(view))
  return {
    ...head,
    ...facts,
    empty,
    seen: donorNotice(state, path),
    unit: unitText(indicator, words),
    area: place && { name: words.of(place.name), href: carried(state, areaPath(state, place.slug)) },
    tables: carried(state, path, { ...viewQuery(view), ...AS_TABLE }),
    compare: compareAddress(state, { indicator: indicator.code }),
    filters: indicatorFilters(view),
    chips: choiceChips(state, path, [], true, INDICATOR_PARTS),
    answer: told,
    pictures,
    audience: pictures.find(({ audience }) => audience !== null)?.audience ?? null,
    legend: signsOf(words),
    behind: filesBehind(view),
  }
}

/** Notes stand beside the first picture. */
function withNotes([first, ...rest]: IndicatorPicture[], notes: IndicatorPicture['notes']): IndicatorPicture[] {
  return first ? [{ ...first, notes }, ...rest] : []
}
