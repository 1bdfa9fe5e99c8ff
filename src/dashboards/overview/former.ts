import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { carried } from '../addresses.ts'
import { endOfUseIn, isUsedIn, type PageState } from '../page-state.ts'

/** An indicator that was asked for before the quarter of a page and is no more, with since when. */
export type FormerIndicator = { code: string; name: string; href: string; ended: string | null }

export function formerIndicators(state: PageState, indicators: readonly DefinedIndicator[]): FormerIndicator[] {
  const { to } = state.choice
  return indicators
    .filter(({ code }) => !isUsedIn(state, code, { from: to, to }))
    .map(({ code, name }) => ({
      code,
      name: state.words.of(name),
      href: carried(state, `/indicators/${encodeURIComponent(code)}`),
      ended: endOfUseIn(state, code),
    }))
}
