import type { Option } from '../../forms/option.ts'
import { instant, number } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import { REFUSALS, type Refusal, refusal } from '../action.ts'
import { headingOf, type SubmissionHeading } from '../page/heading.ts'
import type { StoredSubmission } from '../page-state.ts'
import { EVIDENCE_TYPES, type Evidence, type EvidenceRefusal, MOST_FILES, MOST_MEGABYTES } from './evidence.ts'
import type { PostedEvidence } from './form.ts'

type FileView = { name: string; size: string; by: string; href: string; removal: string }

export type EvidenceModel = SubmissionHeading & {
  id: number
  /** Indicators that have files, each with them. */
  groups: { code: string; name: string; files: FileView[] }[]
  /** Why files can be neither added nor removed; null: they can. */
  locked: string | null
  /** Why nothing was kept just now. */
  problem: string | null
  typed: { indicator: string; mayIdentify: boolean }
  indicators: Option[]
  limits: { megabytes: number; files: number }
}

declare module '../../web/views/models.ts' {
  interface Views {
    'submissions/evidence/evidence': EvidenceModel
  }
  interface Parts {
    'submissions/evidence/form': EvidenceModel & { csrf: () => string }
  }
}

/** The files behind a submission, each under its indicator, and the form for one more as long as it can be changed. */
export function evidencePage(
  loaded: StoredSubmission,
  files: readonly Evidence[],
  sent: { problem: Refusal | EvidenceRefusal | null; typed: PostedEvidence } | null,
  words: Words,
): EvidenceModel {
  const { stored, definition, standing } = loaded
  const { t } = words
  const limits = { megabytes: MOST_MEGABYTES, files: MOST_FILES }
  const names = new Map(definition.rows.map(({ indicator }) => [indicator.code, words.of(indicator.name)]))
  const codes = [...new Set([...names.keys(), ...files.map(({ indicator }) => indicator)])]
  const locked = refusal('save', standing)
  const problem = sent?.problem ?? null
  return {
    ...headingOf(loaded, words),
    id: stored.id,
    groups: codes
      .map((code) => ({
        code,
        name: names.get(code) ?? '',
        files: files.filter(({ indicator }) => indicator === code).map((file) => viewOf(file, words)),
      }))
      .filter(({ files }) => files.length > 0),
    locked:
      locked &&
      (locked === 'not-your-role' ? t('submissions:evidence.by-partner') : t(`submissions:refused.${locked}`)),
    problem:
      problem === null
        ? null
        : isOfSubmission(problem)
          ? t(`submissions:refused.${problem}`)
          : t(`submissions:evidence.refused.${problem}`, limits),
    typed: { indicator: sent?.typed.indicator ?? '', mayIdentify: problem === 'may-identify' },
    indicators: [...names].map(([code, name]) => ({ value: code, label: `${code} ${name}` })),
    limits,
  }
}

function isOfSubmission(problem: Refusal | EvidenceRefusal): problem is Refusal {
  return (REFUSALS as readonly string[]).includes(problem)
}

function viewOf({ id, submissionId, name, kind, size, at, by }: Evidence, words: Words): FileView {
  const href = `/submissions/${submissionId}/evidence/${id}`
  const kilobytes = number(Math.max(1, Math.round(size / 1024)), words.language)
  return {
    name: `${name}.${EVIDENCE_TYPES[kind].ending}`,
    size: words.t('submissions:evidence.size', { kilobytes }),
    by: words.t('submissions:evidence.by', { by, at: instant(at, words.language) }),
    href,
    removal: `${href}/removal`,
  }
}
