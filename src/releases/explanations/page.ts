import { quarter } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { doubtsAbout, type Explanation, type ReadExplanations } from './explanation.ts'

/**
 * What a manager may choose from, and what is ticked.
 * @param kept numbers of those in the release; what is in it was looked at again when it was put there
 * @param read a form that comes back as it was ticked
 */
export function explanationsModel(
  { explanations, names }: { explanations: readonly Explanation[]; names: ReadonlyMap<string, Text> },
  kept: readonly number[],
  read: ReadExplanations | null,
  words: Words,
) {
  const { chosen: ticked, confirmed: checked } = read ?? { chosen: kept, confirmed: kept }
  const { t, language } = words
  return {
    ticked:
      kept.length === 0 ? t('releases:narrative.ticked-none') : t('releases:narrative.ticked', { count: kept.length }),
    items: explanations.map((one) => {
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
