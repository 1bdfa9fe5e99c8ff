import { quarter } from '../../language/format.ts'
import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import { doubtsAbout, type Explanation, type ReadExplanations } from './explanation.ts'

/**
 * What a manager may choose from, and what is ticked.
 * @param offered `chosen` are the numbers of those in the release; what is in it was looked at again when it was put there
 * @param read a form that comes back as it was ticked
 */
export function explanationsModel(
  offered: { explanations: readonly Explanation[]; chosen: readonly number[]; names: ReadonlyMap<string, Text> },
  read: ReadExplanations | null,
  words: Words,
) {
  const { explanations, names, chosen } = offered
  const { chosen: ticked, confirmed: checked } = read ?? { chosen, confirmed: chosen }
  const { t } = words
  return {
    ticked:
      chosen.length === 0
        ? t('releases:explanations.ticked-none')
        : t('releases:explanations.ticked', { count: chosen.length }),
    items: explanations.map((one) => {
      const name = names.get(one.indicator)
      return {
        id: one.id,
        indicator: one.indicator,
        name: name ? words.of(name) : '',
        ...commentWords(one, words),
        ticked: ticked.includes(one.id),
        checked: checked.includes(one.id),
        doubts: doubtsAbout(one).map((about) => ({
          about,
          says: t(`releases:explanations.doubt.${about}`),
          word: t(`releases:explanations.checked.${about}`),
        })),
      }
    }),
  }
}

/** What a reporter wrote, and by whom it is, without a name. */
export function commentWords({ partner, place, quarter: of, role, text }: Explanation, words: Words) {
  const { t, language } = words
  const by = t('releases:explanations.by', {
    ...{ partner: words.of(partner), place: words.of(place) },
    ...{ quarter: quarter(of, language), role: t(`people:role.${role}`) },
  })
  return { by, lines: text.split(/\r?\n/).filter((line) => line.trim() !== '') }
}
