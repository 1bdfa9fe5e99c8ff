import type { CardModel } from '../../charts/card.ts'
import { gapIn, type PublishableTable } from '../../disclosure/publishable.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { frequencyOver, ownGrain } from '../../indicators/periods.ts'
import { carried } from '../addresses.ts'
import { type PageState, periodsOf } from '../page-state.ts'
import { ownPeriods } from './own-periods.ts'

/** The page of an indicator opens by its own periods: what another one was opened by has to be said. */
export function grainSaid(
  { choice, usual, histories }: PageState,
  { code }: Pick<DefinedIndicator, 'code'>,
): Record<string, string> {
  const history = histories.get(code)
  const own = history && ownGrain(history, { from: usual.from, to: usual.to })
  return choice.grain === own ? {} : { grain: choice.grain }
}

/** What is said of the periods of a table: that they are those of the values, or the way to these where they can't be formed. */
export function periodsNote(
  { cells, rowsAre }: PublishableTable,
  { state, indicator: { code } }: { state: PageState; indicator: Pick<DefinedIndicator, 'code'> },
): CardModel['periods'] {
  const { t } = state.words
  const history = state.histories.get(code)
  if (!history || rowsAre !== 'periods') return null
  const frequency = frequencyOver(history, state.choice)
  const link = t(`charts:show-spans.${frequency}`)
  if (cells.flat().some((cell) => gapIn(cell.shown) === 'not formed')) {
    const grain = ownGrain(history, state.choice)
    const own = carried(state, `/indicators/${encodeURIComponent(code)}`, { grain })
    return { sentence: '', href: own, link }
  }
  const asked = periodsOf(state).map(({ key }) => key)
  const shown = ownPeriods(state, code, periodsOf(state)).map(({ key }) => key)
  const isOther = state.choice.grain !== 'to-date' && shown.join() !== asked.join()
  return isOther ? { sentence: t(`charts:own-spans.${frequency}`), href: null, link } : null
}
