import { signsOf } from '../../charts/signs.ts'
import { AS_TABLE, carried } from '../addresses.ts'
import { donorNotice } from '../donor-view/notice.ts'
import { nothingDue } from '../emptiness.ts'
import { pageFacts } from '../facts.ts'
import { byBreakdown, card, lowered, overTime, partsNote, sideBySide, trend, viewQuery } from '../tables/tables.ts'
import { headOf, indicatorFilters } from './head.ts'
import type { IndicatorTables } from './view.ts'

/** One indicator as tables: over time, its provinces, its breakdowns, each with everything a figure travels with. */
export function indicatorTablePage(view: IndicatorTables) {
  const { state, indicator, answer, provinces, place, split } = view
  const { words } = state
  const { t } = words
  const path = `/indicators/${encodeURIComponent(indicator.code)}`
  const filters = indicatorFilters(view)
  const facts = pageFacts(state, answer, view.unknown)
  const empty = facts.empty ?? nothingDue(state, answer, indicator.code, path, AS_TABLE)
  return {
    ...headOf(view),
    filters: { ...filters, hidden: { ...filters.hidden, ...AS_TABLE } },
    pictures: { href: carried(state, path, viewQuery(view)), label: t('charts:show.pictures') },
    ...facts,
    empty,
    seen: donorNotice(state, path, { ...viewQuery(view), ...AS_TABLE }),
    sections: [
      { id: 'trend', title: t('charts:section.trend'), note: null, cards: [card(trend(view, place), view)] },
      ...(provinces.length === 0 || place
        ? []
        : [
            {
              id: 'provinces',
              title: t('charts:section.provinces'),
              note: null,
              cards: [card(sideBySide(view), view), card(overTime(view), view)],
            },
          ]),
      ...split.map(({ breakdown, answer: parts }) => {
        const drawn = byBreakdown(view, breakdown, parts)
        const note = partsNote(drawn.table, words)
        const title = t('charts:section.breakdown', { breakdown: lowered(words.of(breakdown.name)) })
        return { id: `by-${breakdown.code}`, title, note, cards: [card(drawn, view)] }
      }),
    ],
    legend: signsOf(words),
  }
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicators/tables': ReturnType<typeof indicatorTablePage>
  }
}
