import type { Db } from '../../../db/connection.ts'
import { dayAt, daysLater, endOfDay } from '../../calendar/day.ts'
import { ask } from '../../figures/ask.ts'
import { correctionsBetween, lastCorrected } from '../../figures/provenance/restated-store.ts'
import { PROJECT, Refused } from '../../figures/question.ts'
import type { Words } from '../../language/words.ts'
import { donorThresholds } from '../../project/donor.ts'
import { originIn } from '../addresses.ts'
import { loadFigures } from '../overview/load.ts'
import { ratedUntil } from '../overview/question.ts'
import { standingsIn } from '../overview/standing.ts'
import { activeProvinces, areaSlugOf, groupOf, type PageState, QUARTER } from '../page-state.ts'
import type { Belief } from './belief.ts'
import { type Examples, examplesIn } from './examples.ts'

/**
 * Every rule at work in the figures that the overview shows now.
 * @returns null in a file without a project
 */
export function loadExamples(db: Db, words: Words, now: number): Examples | null {
  const figures = loadFigures({ db, words, now, query: {} })
  if (!figures) return null
  const { state, answer } = figures
  const codes = answer.indicators.map(({ code }) => code)
  const areas = activeProvinces(state, answer, codes, ratedUntil(state, state.choice.to).key)
  const origin = originIn(state, answer)
  const view = {
    ...figures,
    areas,
    standings: standingsIn({ ...figures, provinces: [], group: PROJECT }),
    threshold: donorThresholds(state.project).anyone,
    originOf: (indicator: string, group: string, span: string) => origin({ ref: { indicator, group, span, cell: '' } }),
  }
  return examplesIn(view, loadBelief(db, state, now))
}

/** The figure of an area that the last correction changed, as at the end of the day before it and now; null where none did. */
function loadBelief(db: Db, state: PageState, now: number): Belief | null {
  const [at] = lastCorrected(db, now, 1)
  if (at === undefined) return null
  const asAt = endOfDay(daysLater(dayAt(at), -1))
  for (const one of correctionsBetween(db, { after: at - 1, at })) {
    const indicator = state.indicators.find(({ id }) => id === one.indicator)
    const slug = areaSlugOf(state, one)
    const area = state.provinces.find((place) => place.slug === slug)
    if (!indicator || !area || asAt === null) continue
    const { quarter } = one
    const question = {
      indicators: [indicator.code],
      groups: [groupOf(state, slug)],
      spans: [{ key: QUARTER, from: quarter, to: quarter }],
    }
    const figureOf = (day: { asAt?: number }) =>
      ask(db, { ...question, ...day }, now).figure(indicator.code, slug, QUARTER)
    try {
      const [before, is] = [figureOf({ asAt }), figureOf({})]
      if (before.value !== is.value) return { indicator, area, quarter, at, before, now: is }
    } catch (error) {
      // What was not there on that day can't be asked for: another correction tells as much.
      if (!(error instanceof Refused)) throw error
    }
  }
  return null
}
