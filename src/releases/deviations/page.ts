import { numberText } from '../../figures/in-words.ts'
import { number } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { DeviationRule } from '../../project/deviation-rule.ts'
import type { RagThresholds } from '../../settings/setting.ts'
import { ragText } from '../../targets/in-words.ts'
import { OF_TARGET } from '../../targets/progress.ts'
import type { Explanation } from '../explanations/explanation.ts'
import { commentWords } from '../explanations/page.ts'
import type { Release } from '../release.ts'
import { doubtsAbout } from '../ticks/tick.ts'
import { hasRatings, type LayoutInWords, placedInWords } from '../wording/in-layout.ts'
import {
  type Deviation,
  type DeviationText,
  type DeviationTexts,
  languagesToExplain,
  unexplainedIn,
} from './deviation.ts'
import {
  type AskedDeviation,
  deviationField,
  LONGEST_DEVIATION,
  type ReadDeviations,
  type TypedDeviation,
} from './form.ts'

/** What of a report has to be explained, what is said of it, and what its reporters wrote of the same indicators. */
export type LoadedDeviations = {
  asked: readonly AskedDeviation[]
  texts: DeviationTexts
  confirmed: ReadonlySet<string>
  rule: DeviationRule
  /** From how many per cent of the plan on a figure is green, and amber, for this donor. */
  thresholds: RagThresholds
  names: ReadonlyMap<string, Text>
  comments: readonly Explanation[]
}

export type DeviationsModel = ReturnType<typeof deviationsModel>

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/deviations/deviations': { deviations: DeviationsModel; id: number; needsAgreement: boolean } & Pick<
      Frame,
      'csrf'
    >
    'releases/deviations/deviation': { deviation: DeviationsModel['items'][number] }
    'releases/deviations/missing': { missing: DeviationsModel['missing'] }
  }
}

/**
 * The fields in which a manager says why figures are far from their plan.
 * @param read a form that comes back as it was typed
 */
export function deviationsModel(
  loaded: LoadedDeviations,
  { release, layout }: { release: Pick<Release, 'language'>; layout: LayoutInWords },
  read: ReadDeviations | null,
  words: Words,
) {
  const { asked, texts, rule } = loaded
  const rated = { ...rule, thresholds: hasRatings(layout) ? null : loaded.thresholds }
  const { t } = words
  const missing = unexplainedIn(asked, texts, release.language)
  const begun = loaded.comments.find(({ id }) => id === read?.start) ?? null
  const items = asked.map((one) => itemOf(one, { loaded, release, read, begun, rated }, words))
  return {
    lead: t('releases:deviations.lead', { rated: ratedText(rated, words), above: number(rule.above, words.language) }),
    placed: placedInWords('deviations', layout, words),
    state:
      missing.length === 0
        ? t('releases:deviations.all', { count: asked.length })
        : t('releases:deviations.missing', { count: missing.length, of: asked.length }),
    isComplete: missing.length === 0,
    items,
    /** Leads to the first field of each that is not explained yet. */
    missing: missing.map(({ indicator }) => ({ indicator, href: `#deviation-${indicator}` })),
    errors: {
      lead: '',
      items: items.flatMap(({ id, indicator, problem }) =>
        problem ? [{ href: `#${id}`, where: indicator, text: problem }] : [],
      ),
    },
  }
}

type Given = {
  loaded: LoadedDeviations
  release: Pick<Release, 'language'>
  read: ReadDeviations | null
  begun: Explanation | null
  rated: RatedBy
}

function itemOf(one: AskedDeviation, { loaded, release, read, begun, rated }: Given, words: Words) {
  const { t } = words
  const { indicator } = one
  const name = loaded.names.get(indicator)
  const typed = read?.typed.get(indicator)
  const fields = fieldsOf(one, { typed, kept: loaded.texts.get(indicator), begun }, release, words)
  const problem = read?.start === null ? (typed?.problem ?? null) : null
  const written = fields.map(({ value }) => value).join('\n')
  return {
    id: `deviation-${indicator}`,
    indicator,
    name: name ? words.of(name) : '',
    why: askedBecause(one, rated, words),
    problem: problem && t(`releases:deviations.problem.${problem}`, { most: LONGEST_DEVIATION }),
    fields,
    most: LONGEST_DEVIATION,
    doubts: doubtsAbout({ ...one, text: written }).map((about) => ({
      about,
      says: t(`releases:explanations.doubt.${about}`),
      word: t(`releases:explanations.checked.${about}`),
    })),
    checked: typed?.checked ?? loaded.confirmed.has(indicator),
    comments: loaded.comments.flatMap((comment) =>
      comment.indicator === indicator ? [{ id: comment.id, ...commentWords(comment, words) }] : [],
    ),
  }
}

type Fields = { typed: TypedDeviation | undefined; kept: DeviationText | undefined; begun: Explanation | null }

/** A field a language of the report; what a reporter wrote stands in the first, to be gone on from. */
function fieldsOf(
  one: AskedDeviation,
  { typed, kept, begun }: Fields,
  { language }: Pick<Release, 'language'>,
  { t }: Words,
) {
  const languages = languagesToExplain(language)
  return languages.map((spoken, at) => {
    const text = typed?.text[spoken] ?? kept?.[spoken] ?? ''
    const isBegun = at === 0 && begun?.indicator === one.indicator
    return {
      name: deviationField('text', spoken, one),
      label: t(languages.length > 1 ? `releases:deviations.field.${spoken}` : 'releases:deviations.field.one'),
      value: isBegun ? [text, begun.text].filter(Boolean).join('\n') : text,
      isBegun,
      seen: { name: deviationField('seen', spoken, one), value: typed?.seen[spoken] ?? kept?.[spoken] ?? '' },
    }
  })
}

/** What asks for an explanation; `thresholds`: of a workbook without words of ratings, whose readers see shares of the plan alone. */
export type RatedBy = DeviationRule & { thresholds: RagThresholds | null }

/** From how many per cent of the plan on a figure is not asked about. */
function leastText({ below, thresholds }: RatedBy & { thresholds: RagThresholds }, { language }: Words): string {
  return number(below === 'red' ? thresholds.amber : thresholds.green, language)
}

/** "rated “Off track”", or "below 90% of the plan". */
function ratedText(rated: RatedBy, words: Words): string {
  const { below, thresholds } = rated
  if (thresholds)
    return words.t('releases:deviations.rated.share', { least: leastText({ ...rated, thresholds }, words) })
  const [red, amber] = [ragText('red', words), ragText('amber', words)]
  return words.t(`releases:deviations.rated.${below}`, { red, amber })
}

/** "Off track: 62.4 % of what was planned by then"; "141.2 % of what was planned by then: above 120 %". */
export function askedBecause({ kind, rag, percent }: Deviation, rated: RatedBy, words: Words): string {
  const { t, language } = words
  const { thresholds } = rated
  const rating = ragText(rag, words)
  if (percent === null) return t(`releases:deviations.why.${thresholds ? 'stage-share' : 'stage'}`, { rating })
  const share = numberText(percent / OF_TARGET.scale, OF_TARGET, language)
  if (kind === 'behind' && thresholds) {
    const least = leastText({ ...rated, thresholds }, words)
    return t('releases:deviations.why.behind-share', { percent: share, least })
  }
  return t(`releases:deviations.why.${kind}`, { rating, percent: share, above: number(rated.above, language) })
}
