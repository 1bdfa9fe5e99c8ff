import { quarter as quarterName } from '../../../../language/format.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { ReleaseContent } from '../../../content/content.ts'
import { languagesToExplain } from '../../../deviations/deviation.ts'
import { type Bilingual, inOneLine } from '../../bilingual.ts'
import type { Cell } from '../../plan.ts'
import { sheetName } from '../sheet-names.ts'
import { targetChangeLines } from './target-changes.ts'
import type { Tracked } from './tracked.ts'

/**
 * Why a figure is far from its plan, as a manager says it; which targets are others than they were; and what reporters wrote, where the
 * workbook has no sheet for that: twice on paper it would fill pages.
 */
export function explanationCell(tracked: Tracked): Cell {
  const { content, indicator, bilingual } = tracked
  const said = content.deviationTexts.get(indicator.code)
  const own = languagesToExplain(content.release.language).flatMap((language) => said?.[language] ?? [])
  const isAwaited =
    content.draft && own.length === 0 && content.deviations.some((one) => one.indicator === indicator.code)
  const all = [
    ...own,
    ...(isAwaited ? [bilingual.t('releases:workbook.explanation-awaited')] : []),
    ...targetChangeLines(tracked, bilingual),
    ...reporters(content, indicator.code, bilingual),
  ]
  return all.length === 0 ? NOTHING : all.join('\n')
}

/** Each with where and when it was said; the words stay in the language they were written in. */
function reporters({ explanations, layout }: ReleaseContent, code: string, bilingual: Bilingual): string[] {
  const said = explanations.filter(({ indicator }) => indicator === code)
  const sheet = layout.sheets.find(({ is }) => is === 'narrative')
  if (said.length > 0 && sheet) {
    const name = sheet.name ? bilingual.of(sheet.name) : sheetName('narrative', bilingual)
    return [bilingual.t('releases:workbook.explanations-elsewhere', { sheet: inOneLine(name) })]
  }
  return said.map(({ place, quarter, text }) => {
    const when = bilingual.say(({ language }) => quarterName(quarter, language))
    return `${bilingual.of(place)}, ${when}: ${text}`
  })
}
