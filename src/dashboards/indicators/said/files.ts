import { instant } from '../../../language/format.ts'
import { EVIDENCE_TYPES } from '../../../submissions/evidence/evidence.ts'
import { isInScope } from '../../page-state.ts'
import type { IndicatorPageView, NamedEvidence } from '../view.ts'
import { ofText } from './notes.ts'

/** A file that stands behind the values of an indicator: of which report, the way to it there, who added it and when. */
export type FileBehind = { name: string; href: string; of: string; by: string }

/** Files as the page of an indicator lists them; `more`: how many are older than the last of them. */
export type FilesBehind = { files: FileBehind[]; more: number }

declare module '../../../web/views/models.ts' {
  interface Parts {
    'dashboards/indicators/files': { behind: FilesBehind }
  }
}

const MOST_LISTED = 20

/** The files behind what the page shows, the latest quarter first. */
export function filesBehind({ state, evidence }: IndicatorPageView): FilesBehind {
  const all = evidence.filter((file) => isInScope(state, file))
  const files = all.slice(0, MOST_LISTED).map((file) => fileBehind(file, state))
  return { files, more: all.length - files.length }
}

function fileBehind(file: NamedEvidence, state: IndicatorPageView['state']): FileBehind {
  const { t, language } = state.words
  return {
    name: `${file.name}.${EVIDENCE_TYPES[file.kind].ending}`,
    href: `/submissions/${file.submissionId}/evidence#evidence-${file.indicator}`,
    of: ofText(file, file.partner, { state }),
    by: t('submissions:evidence.by', { by: file.by, at: instant(file.at, language) }),
  }
}
