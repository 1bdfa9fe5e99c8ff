import type { Answer } from '../../figures/answer.ts'
import type { Text } from '../../language/text.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { Choice } from '../choice.ts'

/** What a program asks of figures: places and partners each by itself, all indicators unless some are named. */
export type FiguresAsked = Partial<
  Record<'indicator' | 'place' | 'partner' | 'breakdown', string[] | undefined> &
    Record<'from' | 'to' | 'grain' | 'basis' | 'map' | 'asAt' | 'donor', string | undefined>
>

/** The figures of a question, and what it was understood as. */
export type AskedFigures = {
  answer: Answer
  project: ProjectCard
  choice: Choice
  source: Text
  places: { code: string; name: Text }[]
}
