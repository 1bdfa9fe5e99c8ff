import type { Span } from '../calendar/span.ts'
import { overlaps } from '../calendar/span.ts'
import { dates } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { pausesOf } from './phase.ts'
import type { ProjectCard } from './project.ts'

/** "The project pauses 1 Jan 2022 – 31 Dec 2024: nothing is due." One sentence for each pause that a span touches. */
export function pauseSentences(project: ProjectCard, span: Span, { t, language }: Words): string[] {
  return pausesOf(project)
    .filter((pause) => overlaps(pause, span))
    .map((pause) => t('periods:pauses', { dates: dates(pause, language) }))
}
