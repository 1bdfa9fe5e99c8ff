import { weightsText } from '../../indicators/results/in-words.ts'
import { isScored, type Result, type ResultScore, scoreBy, weightsOff } from '../../indicators/results/result.ts'
import { number, quarter } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Release } from '../release.ts'
import { SCORE_BOUNDS } from '../workbook/sheets/logframe/score-aid.ts'

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/scores/scores': { scores: NonNullable<ReturnType<typeof scoresModel>> }
  }
}

/** What the logframe of a report says of results, as it is known now. */
export type LoadedScores = { results: readonly Result[]; scores: readonly ResultScore[] }

/**
 * Before a report is issued: whether the weights of outputs come to 100 %, which results its logframe would show without a score, and
 * what a score means. Null in a project whose results are not scored.
 * @param sheet what the logframe is called in the file
 */
export function scoresModel(
  { results, scores }: LoadedScores,
  { to }: Pick<Release, 'to'>,
  sheet: string,
  words: Words,
) {
  const { t, language } = words
  const scored = results.filter((one) => isScored(one, results))
  if (scored.length === 0) return null
  const off = weightsOff(results)
  const without = scored.filter(({ code }) => scoreBy(scores, code, to) === null).map(({ code }) => code)
  return {
    weights: off && weightsText(off, words),
    state:
      without.length === 0
        ? t('releases:scores.all', { quarter: quarter(to, language) })
        : t('releases:scores.without', {
            count: without.length,
            codes: without.join(', '),
            quarter: quarter(to, language),
            sheet,
          }),
    lead: t('releases:scores.lead', { sheet }),
    bounds: SCORE_BOUNDS.map(({ score, from }) =>
      from === null
        ? t('releases:scores.below', { score: t(`indicators:score.${score}`) })
        : t('releases:scores.from', { score: t(`indicators:score.${score}`), percent: number(from, language, 1) }),
    ).join(' · '),
  }
}
