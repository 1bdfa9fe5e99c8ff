import type { Answer } from '../figures/answer.ts'
import { dates, instant } from '../language/format.ts'
import { isRedrawn, type PageState } from './page-state.ts'

declare module '../web/views/models.ts' {
  interface Parts {
    'dashboards/facts': ReturnType<typeof pageFacts>
  }
}

/** What every page of figures says on top: basis, instant, map, span with its dates. */
export function pageFacts(state: PageState, answer: Answer): { facts: string[]; mapNote: string | null } {
  const { t, language } = state.words
  return {
    facts: [
      t('charts:facts.span', { dates: dates(state.choice, language) }),
      t('charts:facts.basis', { basis: t(`figures:basis-short.${answer.basis}`) }),
      t('charts:facts.as-at', { instant: instant(answer.asAt, language) }),
      t('charts:facts.map', { map: t(`figures:map-short.${answer.map}`) }),
    ],
    mapNote: answer.map === 'today' && isRedrawn(state) ? t('figures:map-note') : null,
  }
}
