import { quarterCode } from '../../calendar/quarter.ts'
import { quartersIn, type Span } from '../../calendar/span.ts'
import { weightsText } from '../../indicators/results/in-words.ts'
import { isScored, type Result, type ResultScore, weightsOff } from '../../indicators/results/result.ts'
import { instant, quarter, quarterWithDates } from '../../language/format.ts'
import { NOTHING } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { SCORES } from '../../vocabulary/result.ts'
import { LONGEST_SCORE_REASON, type ScoreErrors, type TypedScore } from './form.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'framework/scores': ReturnType<typeof scoresPage>
  }
  interface Parts {
    'framework/score-form': Pick<ReturnType<typeof scoresPage>, 'form' | 'typed' | 'errors'> & Pick<Frame, 'csrf'>
  }
}

/** What the page of scores is shaped from; `span`: the quarters of the project so far. */
export type ScoresState = { results: readonly Result[]; scores: readonly ResultScore[]; span: Span }

/** The results framework with weights, risks and every score given; and the form for another one, as it was typed. */
export function scoresPage(
  { results, scores, span }: ScoresState,
  returned: { typed: TypedScore; errors: ScoreErrors } | null,
  words: Words,
) {
  const { t, of, language } = words
  const off = weightsOff(results)
  const scored = results.filter((result) => isScored(result, results))
  const told = ({ quarter: by, score, reason, at }: ResultScore) =>
    t('indicators:scores.given', { score, quarter: quarter(by, language), when: instant(at, language), reason })
  return {
    weights: off && weightsText(off, words),
    rows: results.map((result) => ({
      code: result.code,
      statement: `${t(`indicators:level.${result.level}`)}: ${of(result.statement)}`,
      weight: result.weight === null ? NOTHING : `${result.weight}%`,
      risk: result.risk ? t(`indicators:risk.${result.risk}`) : NOTHING,
      /** The latest first. */
      scores: scores
        .filter((one) => one.result === result.code)
        .sort((a, b) => b.quarter - a.quarter || b.at - a.at)
        .map(told),
      none: isScored(result, results) ? t('indicators:scores.none') : NOTHING,
    })),
    form: {
      results: scored.map(({ code, statement }) => ({ value: code, label: `${code} ${of(statement)}` })),
      quarters: quartersIn(span)
        .reverse()
        .map((one) => ({ value: quarterCode(one), label: quarterWithDates(one, language) })),
      scores: SCORES.map((score) => ({ value: score, label: t(`indicators:score.${score}`) })),
      most: LONGEST_SCORE_REASON,
      isDoubted: returned?.errors.text === 'indicators:scores.reason-names' || returned?.typed.keep === 'yes',
    },
    typed: returned?.typed ?? { result: '', quarter: '', score: '', text: '', keep: '' },
    errors: returned?.errors ?? {},
  }
}
