import type { Quarter } from '../../calendar/quarter.ts'
import { type StackedBar, stackedBarOf } from '../../charts/stacked-bar.ts'
import { quarter as quarterName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { behindPlan } from '../off-track/off-track.ts'
import { paceOfRated } from '../overview/pace.ts'
import type { Panel } from '../overview/panel.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { pictureId } from './card.ts'

/** An indicator that is named in an answer, with the way to its picture on the page. */
export type NamedIndicator = { code: string; name: string; href: string; detail: string }

/** The first of some indicators, and how many more there are. */
export type NamedList = { label: string; items: NamedIndicator[]; more: string }

/** How an area stands, before any picture: how many of its indicators stand how, what is furthest behind, what has not come. */
export type ShortAnswer = {
  counts: { tone: string; label: string; number: number }[]
  shares: StackedBar | null
  sentence: string
  worst: NamedList | null
  missing: NamedList | null
}

const MOST_NAMED = 4

/** @param panels of its components: what they count is not counted again */
export function shortAnswer(
  standings: readonly IndicatorStanding[],
  panels: readonly Pick<Panel, 'counts'>[],
  quarter: Quarter,
  words: Words,
): ShortAnswer {
  const { t } = words
  const counts = (panels[0]?.counts ?? []).map(({ tone, label }, nth) => ({
    tone,
    label,
    number: panels.reduce((sum, panel) => sum + panel.counts[nth]!.number, 0),
  }))
  const rated = standings.filter(({ rated: { progress } }) => progress !== null && progress.why === undefined)
  const behind = behindPlan(standings)
  const missing = standings.filter((one) => isIncomplete(one, quarter))
  return {
    counts,
    shares: stackedBarOf(counts),
    sentence: sentenceOn(standings.length, rated.length, behind.length, words),
    worst: listed(
      t('charts:answer.worst'),
      behind.map((one) => named(one, paceText(one, words), words)),
      words,
    ),
    missing: listed(
      t('charts:answer.missing', { quarter: quarterName(quarter, words.language) }),
      missing.map((one) => named(one, '', words)),
      words,
    ),
  }
}

/** "39%"; of a stage, which has no percentage, "Off track". */
function paceText({ rated }: IndicatorStanding, words: Words): string {
  const { percent, text } = paceOfRated(rated, words)
  return percent ?? text
}

function listed(label: string, all: readonly NamedIndicator[], { t }: Words): NamedList | null {
  if (all.length === 0) return null
  const more = all.length - MOST_NAMED
  return { label, items: all.slice(0, MOST_NAMED), more: more > 0 ? t('charts:answer.more', { count: more }) : '' }
}

/** "21 of 29 rated indicators are on plan." */
function sentenceOn(all: number, rated: number, behind: number, { t }: Words): string {
  if (all === 0) return t('charts:nothing')
  if (rated === 0) return t('charts:answer.unrated', { count: all })
  return behind === 0
    ? t('charts:answer.all', { count: rated })
    : t('charts:answer.some', { k: rated - behind, n: rated })
}

/** What was due for a quarter and has not all come. */
function isIncomplete({ latest: { span, figure } }: IndicatorStanding, quarter: Quarter): boolean {
  const [came, expected] = figure.coverage
  return span.to === quarter && came < expected
}

function named({ indicator }: IndicatorStanding, detail: string, words: Words): NamedIndicator {
  return { code: indicator.code, name: words.of(indicator.name), href: `#${pictureId(indicator.code)}`, detail }
}
