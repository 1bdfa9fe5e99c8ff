import type { Words } from '../../../language/words.ts'
import type { ProjectCard } from '../../../project/project.ts'
import type { Target } from '../../../targets/target.ts'
import type { Previous } from '../../checks/previous.ts'
import type { LoadedSubmission } from '../../page-state.ts'

/** A submission with what stands beside its values on the template. */
export type TemplateForm = {
  loaded: LoadedSubmission
  dueOn: string
  previous: ReadonlyMap<string, Previous>
  targets: ReadonlyMap<number, Target>
}

/** What a template is made for. */
export type TemplateOrder = {
  forms: readonly TemplateForm[]
  project: ProjectCard
  words: Words
  /** When it is made, ms. */
  now: number
  /** Says, signed, whose forms they are. */
  key: string
}
