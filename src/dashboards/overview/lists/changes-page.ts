import { dayAt } from '../../../calendar/day.ts'
import { changeText } from '../../../figures/change.ts'
import { figureInWords } from '../../../figures/in-words.ts'
import { pagerOf, rowsOfPage } from '../../../forms/pager.ts'
import { unitText } from '../../../indicators/in-words.ts'
import { day, periodName } from '../../../language/format.ts'
import type { Partner } from '../../../partners/partner.ts'
import { address, carried } from '../../addresses.ts'
import { donorIn } from '../../choice.ts'
import { donorNotice } from '../../donor-view/notice.ts'
import { correctionModels, type NamedCorrection } from '../../origin/corrections.ts'
import type { PageState } from '../../page-state.ts'
import { wrongInWords } from '../../parameters/in-words.ts'
import type { IndicatorStanding } from '../standing.ts'
import { movedMost, sizeOf } from './changed.ts'

/** What the page of changes is shaped from. */
export type ChangesState = {
  state: PageState
  /** ISO day. */
  since: string
  corrections: readonly NamedCorrection[]
  /** ISO day of the latest correction before that day, where none came since; null: there is none, or some did. */
  lastBefore: string | null
  standings: readonly IndicatorStanding[]
  partners: readonly Partner[]
  /** Which of the pages of corrections is asked for, from 1. */
  page: number
}

/** Corrections of a page, and moves that are seen at once: the others are a press away. */
const [MOST_CORRECTIONS, MOST_MOVED] = [20, 8]

/** Everything that was corrected since a day, with who did it and why, and every figure that moved. */
export function changesPage({ state, since, corrections, lastBefore, standings, partners, page }: ChangesState) {
  const { words, now, choice } = state
  const { of, language } = words
  const as = donorIn(choice)
  const byIndicator = new Map(standings.map(({ indicator }) => [indicator.id, indicator]))
  const hrefOf = (code: string) => carried(state, `/indicators/${encodeURIComponent(code)}`)
  const shown = corrections.filter(({ indicator }) => byIndicator.has(indicator))
  const paged = rowsOfPage(shown, page, MOST_CORRECTIONS)
  const moved = movedModels(standings, state)
  return {
    unknown: state.wrong.map((one) => wrongInWords(one, words)),
    seen: donorNotice(state),
    hidden: as,
    since,
    today: dayAt(now),
    sinceDay: day(since, language),
    overview: carried(state, '/overview'),
    earlier: lastBefore && {
      day: day(lastBefore, language),
      href: address('/overview/changes', { since: lastBefore, ...as }),
    },
    pager: pagerOf(paged, (to) => address('/overview/changes', { since, ...as, page: String(to) }), words),
    corrections: paged.rows.map((one, nth) => {
      const indicator = byIndicator.get(one.indicator)!
      const [told] = correctionModels({ state, partners }, indicator, [one])
      const { told: sentence, ...row } = told!
      const isSame = isOfOneApproval(one, paged.rows[nth - 1])
      // The values of one approval are told once: by whom, when and why.
      const said = isSame ? null : { name: of(indicator.name), unit: unitText(indicator, words), sentence }
      return { ...row, code: indicator.code, href: hrefOf(indicator.code), said }
    }),
    moved: moved.slice(0, MOST_MOVED),
    movedLess: moved.slice(MOST_MOVED),
  }
}

function movedModels(standings: readonly IndicatorStanding[], state: PageState) {
  const { words } = state
  const { of, language } = words
  return movedMost(standings).map((standing) => {
    const { indicator, change, latest } = standing
    const { since: period, before } = change!
    return {
      code: indicator.code,
      name: of(indicator.name),
      unit: unitText(indicator, words),
      href: carried(state, `/indicators/${encodeURIComponent(indicator.code)}`),
      was: figureInWords(before.figure, before.own, words).text,
      wasPeriod: periodName(period, language),
      is: figureInWords(latest.figure, latest.own, words).text,
      isPeriod: periodName(latest.span, language),
      by: changeText(sizeOf(standing), latest.own, words),
    }
  })
}

/** Values of one indicator that were corrected together. */
function isOfOneApproval(one: NamedCorrection, other: NamedCorrection | undefined): boolean {
  if (!other) return false
  const keys = ['indicator', 'at', 'quarter', 'placeId', 'partnerId'] as const
  return keys.every((key) => one[key] === other[key])
}

declare module '../../../web/views/models.ts' {
  interface Parts {
    'dashboards/overview/changes': ReturnType<typeof changesPage>
    'dashboards/overview/moved': { moved: ReturnType<typeof changesPage>['moved'] }
  }
}
