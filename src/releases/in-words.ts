import { parseQuarter } from '../calendar/quarter.ts'
import { type NamedUntrueRelation, parseUntrueRelations } from '../disclosure/untrue-relation.ts'
import { PROJECT } from '../figures/question.ts'
import { dates } from '../language/format.ts'
import type { Text } from '../language/text.ts'
import type { Words } from '../language/words.ts'
import type { BrokenLayout } from '../project/layout-faults.ts'
import type { Layout } from '../vocabulary/release.ts'
import { type ReporterNames, submissionName } from './protection/together-page.ts'
import type { Failure } from './release.ts'

export function layoutWords(layout: Layout, words: Words): string {
  return [...grainWords(layout, words), words.t(`releases:years.${layout.years}`)].join('; ')
}

/** What another layout has otherwise: "provinces by year". */
export function layoutDifference(layout: Layout, from: Layout, words: Words): string {
  const known = [...eachGrain(from, words), words.t(`releases:years.${from.years}`)]
  const now = [...eachGrain(layout, words), words.t(`releases:years.${layout.years}`)]
  return now.filter((said) => !known.includes(said)).join('; ')
}

/** Provinces and breakdowns are mostly cut alike, and are said together then. */
function grainWords(layout: Layout, words: Words): string[] {
  const [project, ...others] = eachGrain(layout, words)
  if (layout.province !== layout.breakdown || layout.province === 'none') return [project, ...others]
  const grain = words.t(`releases:grain.${layout.province}`)
  return [project, words.t('releases:show.layout-both', { grain })]
}

function eachGrain(layout: Layout, { t }: Words): [string, string, string] {
  return [
    t('releases:show.layout-project', { grain: t(`releases:grain.${layout.project}`) }),
    layout.province === 'none'
      ? t('releases:show.layout-province-none')
      : t('releases:show.layout-province', { grain: t(`releases:grain.${layout.province}`) }),
    layout.breakdown === 'none'
      ? t('releases:show.layout-breakdown-none')
      : t('releases:show.layout-breakdown', { grain: t(`releases:grain.${layout.breakdown}`) }),
  ]
}

/**
 * Why protecting failed, with what to do.
 * @param placeNames by slug
 * @param reporters of the reports that a failure is about
 */
export function failureWords(
  { code, about }: Failure,
  placeNames: ReadonlyMap<string, Text>,
  words: Words,
  reporters: ReporterNames = { partners: new Map(), places: new Map() },
): string {
  const untrue = code === 'relation-untrue' ? parseUntrueRelations(about ?? '') : null
  if (untrue) return untrueWords(untrue, reporters, words)
  return words.t(`releases:failed.${code}`, { about: figureWords(about ?? '', placeNames, words) })
}

/** What is not so, of each relation, and what to do about all of them. */
function untrueWords(untrue: readonly NamedUntrueRelation[], reporters: ReporterNames, words: Words): string {
  const said = untrue.map(({ indicator, counted, reports, more }) => {
    const named = reports.map((one) => submissionName(one, reporters, words)).join('; ')
    const others = more === 0 ? '' : words.t('releases:failed.relation-more', { count: more })
    return words.t('releases:failed.relation-untrue-in', { indicator, counted, reports: named, others })
  })
  const commands = untrue.map(({ indicator }) => `npm run relations -- end ${indicator}`).join('; ')
  return [...said, words.t('releases:failed.relation-untrue-do', { count: untrue.length, commands })].join(' ')
}

/** Which figure "V3|nghe-an|2021-Q1..2021-Q4|sex=female|amount" is: indicator, place and dates. What names no figure stays. */
function figureWords(id: string, placeNames: ReadonlyMap<string, Text>, words: Words): string {
  const [indicator, group = '', span = ''] = id.split('|')
  const [from = null, to = from] = span.split('..').map(parseQuarter)
  if (from === null || to === null) return id
  const name = placeNames.get(group)
  const place = group === PROJECT ? words.t('releases:workbook.all-project') : name ? words.of(name) : group
  return [indicator, place, dates({ from, to }, words.language)].join(', ')
}

/** What of a layout of workbooks can't be followed, and what is to be done before a report can be issued by it. */
export function brokenLayoutText({ name, faults }: BrokenLayout, { t, of }: Words): string {
  const each = faults.map(({ part, fault, is }) =>
    fault === 'missing'
      ? t('releases:broken-layout.missing', { is })
      : t(`releases:broken-layout.${fault}.${part}`, { is }),
  )
  return t('releases:broken-layout.says', { layout: of(name), faults: each.join('; ') })
}
