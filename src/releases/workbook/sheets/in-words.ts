import type { Indicator } from '../../../indicators/indicator.ts'
import { dates } from '../../../language/format.ts'
import { hasAreas } from '../../../language/terms.ts'
import { pauseSentences } from '../../../project/in-words.ts'
import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import { phaseOfReport } from './report-phase.ts'

/** The dates of a report, with the phase by which it rates and the pauses that are part of it. */
export function periodLine(content: ReleaseContent, bilingual: Bilingual): string {
  const { project, release } = content
  const span = { from: release.from, to: release.to }
  const phase = phaseOfReport(content)
  if (!phase) return bilingual.dates(span)
  const line = bilingual.say((words) => {
    const rated = words.t('releases:workbook.phase', {
      phase: words.of(phase.name),
      dates: dates(phase, words.language),
    })
    return [dates(span, words.language), rated, ...pauseSentences(project, span, words)].join(' · ')
  })
  return inOneLine(line)
}

/** Over a column of areas or, where figures are compared by partners, of those. */
export function areaHeading({ project }: Pick<ReleaseContent, 'project'>, bilingual: Bilingual): string {
  return bilingual.t(`releases:workbook.column.${hasAreas(project.terms) ? 'place' : 'partner'}`)
}

export function componentName({ component }: Pick<Indicator, 'component'>, bilingual: Bilingual): string {
  return bilingual.say((words) => words.component(component))
}

export function definitionOf(indicator: Indicator, bilingual: Bilingual): string {
  if (indicator.stages.length === 0) return bilingual.of(indicator.definition)
  const stages = bilingual.say((words) => {
    const list = indicator.stages.map((stage, nth) => `${nth} ${words.of(stage)}`).join(' · ')
    return words.t('releases:workbook.stages', { list })
  })
  return `${bilingual.of(indicator.definition)}\n${stages}`
}
