import type { SubmissionRef, ToldTogether } from '../../disclosure/together.ts'
import { quarter } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { Preview } from './preview.ts'

/** By id. */
export type ReporterNames = { partners: ReadonlyMap<number, Text>; places: ReadonlyMap<number, Text> }

/** Small numbers that figures would tell together, by what they come from, and what helps; null when there are none. */
export function togetherModel({ together = [], awaited = [] }: Preview, names: ReporterNames, words: Words) {
  if (together.length === 0) return null
  const { t } = words
  const since = together.some(({ kind }) => kind !== 'within')
  return {
    told: together.map((one) => toldModel(one, names, words)),
    wait: !since
      ? null
      : awaited.length > 0
        ? t('releases:together.wait', { count: awaited.length })
        : t('releases:together.all-in'),
    awaited: since ? awaited.map((one) => submissionName(one, names, words)) : [],
    awaitedTitle: t('releases:together.awaited', { count: awaited.length }),
  }
}

function toldModel({ kind, submissions, indicators, hidden, given }: ToldTogether, names: ReporterNames, words: Words) {
  const { t } = words
  const listed = submissions.map((one) => submissionName(one, names, words)).join('; ')
  // What has changed between two earlier reports, and not since, is of no submission.
  const saying =
    kind !== 'within' && listed === '' ? 'releases:together.before' : (`releases:together.${kind}` as const)
  return {
    says: hidden.length === 0 ? null : t(saying, { count: hidden.length, submissions: listed }),
    given: given === 0 ? null : t('releases:together.given', { count: given }),
    indicators: indicators.join(', '),
  }
}

/** Whose report of where and when. */
export function submissionName({ partnerId, placeId, quarter: at }: SubmissionRef, names: ReporterNames, words: Words) {
  const name = (known: ReadonlyMap<number, Text>, id: number) => {
    const found = known.get(id)
    return found ? words.of(found) : String(id)
  }
  return words.t('releases:together.submission', {
    partner: name(names.partners, partnerId),
    place: name(names.places, placeId),
    quarter: quarter(at, words.language),
  })
}
