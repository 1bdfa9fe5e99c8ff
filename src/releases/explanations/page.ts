import { quarter } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { doubtsAbout, type Explanation } from './explanation.ts'

/**
 * What a manager may choose from, and what is ticked.
 * @param ticked numbers of those in the report, or as they were ticked in a form that comes back.
 * @param checked those about which there was a doubt and that were looked at again.
 */
export function narrativeModel(
  offered: readonly Explanation[],
  names: ReadonlyMap<string, Text>,
  { kept, ticked, checked }: { kept: readonly number[]; ticked: readonly number[]; checked: readonly number[] },
  words: Words,
) {
  const { t, language } = words
  return {
    ticked:
      kept.length === 0 ? t('releases:narrative.ticked-none') : t('releases:narrative.ticked', { count: kept.length }),
    items: offered.map((one) => {
      const name = names.get(one.indicator)
      return {
        id: one.id,
        indicator: one.indicator,
        name: name ? words.of(name) : '',
        by: t('releases:narrative.by', {
          partner: words.of(one.partner),
          place: words.of(one.place),
          quarter: quarter(one.quarter, language),
          role: t(`people:role.${one.role}`),
        }),
        lines: one.text.split(/\r?\n/).filter((line) => line.trim() !== ''),
        ticked: ticked.includes(one.id),
        checked: checked.includes(one.id),
        doubts: doubtsAbout(one).map((about) => ({
          about,
          says: t(`releases:narrative.doubt.${about}`),
          word: t(`releases:narrative.checked.${about}`),
        })),
      }
    }),
  }
}
