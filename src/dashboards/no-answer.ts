import { type QuestionRefusal, Refused } from '../figures/question.ts'
import type { Words } from '../language/words.ts'
import { failureWords } from '../releases/in-words.ts'
import { address } from './addresses.ts'
import { asTexts, type Query } from './choice.ts'
import { NotProtected } from './donor-view/donor-view.ts'
import { wrongInWords } from './parameters/in-words.ts'
import { WrongAddress, withoutWrong } from './parameters/parameter.ts'

/** Why there is no answer, and what to ask instead. `code`: of the reason; `parameter`: what of the address it is about, if it is about one. */
export type NoAnswer = {
  status: number
  reasons: { code: string; parameter: string | null; sentence: string }[]
  ways: { href: string; label: string }[]
}

declare module '../web/views/models.ts' {
  interface Views {
    'dashboards/refused': NoAnswer
  }
}

/** What is asked for by name and is not there. */
const NOT_THERE: readonly QuestionRefusal[] = ['unknown-indicator', 'unknown-place', 'unknown-partner']

/**
 * A question that has no answer gets its sentence, the same in every outlet: 404 for what does not exist, 400 for what can't be chosen,
 * else 422.
 * @param asked the address
 * @returns null where something else went wrong
 */
export function noAnswerFor(error: unknown, asked: { path: string; query: Query }, words: Words): NoAnswer | null {
  const overview = { href: '/overview', label: words.t('charts:to-overview') }
  if (error instanceof WrongAddress) {
    const reasons = error.wrong.map((one) => wrongInWords(one, words))
    return {
      status: error.wrong.some(({ why }) => why === 'not-offered') ? 400 : 422,
      reasons: reasons.map(({ why, parameter, label, sentence }) => ({
        code: why,
        parameter,
        sentence: `${label}: ${sentence}`,
      })),
      ways: [
        { href: written(asked.path, withoutWrong(asked.query, error.wrong)), label: words.t('charts:refused.without') },
        overview,
      ],
    }
  }
  if (error instanceof NotProtected) {
    const { donor: _, ...everything } = asked.query
    const why = failureWords(error.failure, error.placeNames, words)
    return {
      status: 422,
      reasons: [
        {
          code: error.failure.code,
          parameter: 'donor',
          sentence: words.t('charts:seen.failed', { donor: words.of(error.donor), why }),
        },
      ],
      ways: [{ href: written(asked.path, everything), label: words.t('charts:seen.everything') }, overview],
    }
  }
  if (!(error instanceof Refused)) return null
  const named = Object.entries(error.names).map(([name, texts]) => [name, texts.map(words.of).join(', ')])
  const values = { ...error.values, what: error.what, ...Object.fromEntries(named) }
  return {
    status: NOT_THERE.includes(error.code) ? 404 : 422,
    reasons: [{ code: error.code, parameter: null, sentence: words.t(`figures:refused.${error.code}`, values) }],
    ways: [...otherMap(error.code, asked, words), overview],
  }
}

/** What is not there on one map may be on the other. */
function otherMap(
  code: QuestionRefusal,
  { path, query }: { path: string; query: Query },
  { t }: Words,
): NoAnswer['ways'] {
  const { map, ...rest } = query
  if (code === 'place-not-in-span' && map !== 'today')
    return [{ href: written(path, { ...rest, map: 'today' }), label: t('charts:refused.today') }]
  if (code === 'merged-away') return [{ href: written(path, rest), label: t('charts:refused.as-reported') }]
  return []
}

function written(path: string, query: Query): string {
  return address(path, asTexts(query))
}
