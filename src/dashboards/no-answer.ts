import { type QuestionRefusal, Refused } from '../figures/question.ts'
import { instant, number } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import { failureWords } from '../releases/in-words.ts'
import { address } from './addresses.ts'
import { asTexts, type Query } from './choice.ts'
import { NotProtected } from './donor-view/donor-view.ts'
import { wrongInWords } from './parameters/in-words.ts'
import { WrongAddress, withoutWrong } from './parameters/parameter.ts'

/** Why there is no answer, and what to ask instead. `why`: a code of the reason; `parameter`: what of the address it is about, if it is about one. */
export type NoAnswer = {
  status: number
  reasons: { why: string; parameter: string | null; sentence: string }[]
  ways: { href: string; label: string }[]
}

declare module '../web/views/models.ts' {
  interface Views {
    'dashboards/refused': NoAnswer
  }
}

/** What is asked for by name and is not there, and the list that it would stand in. */
const LIST_OF = {
  'unknown-indicator': { href: '/indicators', label: 'charts:lists.indicators' },
  'unknown-component': { href: '/components', label: 'charts:lists.components' },
  'unknown-place': { href: '/provinces', label: 'charts:lists.areas' },
  'unknown-partner': { href: '/partners', label: 'charts:lists.areas' },
} as const satisfies Partial<Record<QuestionRefusal, { href: string; label: Key }>>

/**
 * A question that has no answer gets its sentence, the same in every outlet: 404 for what does not exist, 400 for what of the address
 * can't be read or chosen, a period among it, else 422.
 * @param asked the address
 * @returns null where something else went wrong
 */
export function noAnswerFor(error: unknown, asked: { path: string; query: Query }, words: Words): NoAnswer | null {
  const overview = { href: '/overview', label: words.t('charts:to-overview') }
  if (error instanceof WrongAddress) {
    const reasons = error.wrong.map((one) => wrongInWords(one, words))
    return {
      status: 400,
      reasons: reasons.map(({ why, parameter, label, refusal }) => ({
        why,
        parameter,
        sentence: `${label}: ${refusal}`,
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
          why: error.failure.code,
          parameter: 'donor',
          sentence: [words.t('charts:seen.failed', { donor: words.of(error.donor), why }), triedAgain(error, words)]
            .join(' ')
            .trim(),
        },
      ],
      ways: [{ href: written(asked.path, everything), label: words.t('charts:seen.everything') }, overview],
    }
  }
  if (!(error instanceof Refused)) return null
  return {
    status: error.code in LIST_OF ? 404 : 422,
    reasons: [
      { why: error.code, parameter: askedBy(error, asked.query), sentence: refusalInWords(error, asked.query, words) },
    ],
    ways: [
      ...asKnownNow(error.code, asked, words),
      ...otherMap(error.code, asked, words),
      ...listOf(error.code, words),
      overview,
    ],
  }
}

function triedAgain({ again }: NotProtected, { t, language }: Words): string {
  return again === null ? '' : t('charts:seen.tried-again', { instant: instant(again, language) })
}

/** What of the address names what is not there; null: the address itself does. */
function askedBy({ what }: Refused, query: Query): string | null {
  return Object.keys(query).find((name) => what !== '' && query[name] === what) ?? null
}

function refusalInWords({ code, what, values, names }: Refused, query: Query, { t, of, language }: Words): string {
  if (code === 'unknown-indicator' && what === '') return t('charts:refused.no-indicator')
  if (code === 'unknown-indicator' && query.asAt) return t('charts:refused.not-then', { what })
  const named = Object.entries(names).map(([name, texts]) => [name, texts.map(of).join(', ')])
  const counted = Object.entries(values).map(([name, value]) => [
    name,
    /^\d+$/.test(value) ? number(Number(value), language) : value,
  ])
  return t(`figures:refused.${code}`, { ...Object.fromEntries(counted), what, ...Object.fromEntries(named) })
}

function listOf(code: QuestionRefusal, { t }: Words): NoAnswer['ways'] {
  const list = (LIST_OF as Partial<Record<QuestionRefusal, { href: string; label: Key }>>)[code]
  return list ? [{ href: list.href, label: t(list.label) }] : []
}

/** What was not known on an earlier day may be known by now. */
function asKnownNow(
  code: QuestionRefusal,
  { path, query }: { path: string; query: Query },
  { t }: Words,
): NoAnswer['ways'] {
  const { asAt, ...rest } = query
  const isOfThen = asAt && (code === 'unknown-indicator' || code === 'nothing-measured')
  return isOfThen ? [{ href: written(path, rest), label: t('charts:empty.now') }] : []
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
