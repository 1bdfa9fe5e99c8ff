import type { Words } from '../../language/words.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import type { Release } from '../release.ts'
import { addressOfForm, offeredForms } from './offered.ts'

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/forms/forms': { forms: FormsModel }
  }
}

export type FormsModel = {
  files: { href: string; label: string; hint: string }[]
  /** Files that are not what was issued, and so are not offered. */
  damaged: string | null
  /** For managers: why there is no IATI file. */
  missing: string | null
}

/** Whether the project says how it is published; `later`: it did not yet when the release was issued. */
export type Published = 'yes' | 'not' | 'later'

const MISSING = { not: 'releases:forms.no-iati', later: 'releases:forms.no-iati-yet' } as const

/** Where a release can be had in other forms, and what each is for; null where there is nothing to hand out yet. */
export function formsModel(
  release: Pick<Release, 'id' | 'state'>,
  { published, damagedForms, maker }: { published: Published; damagedForms: readonly ReportForm[]; maker: boolean },
  { t }: Words,
): FormsModel | null {
  const offered = offeredForms(release, published === 'yes')
  if (offered.length === 0) return null
  const damaged = damagedForms.map((form) => t(`releases:forms.name.${form}`)).join(', ')
  return {
    files: offered.map((form) => ({
      href: addressOfForm(release, form),
      label: t(`releases:forms.${form}`),
      hint: t(`releases:forms.${form}-hint`),
    })),
    damaged: damaged === '' ? null : t('releases:forms.damaged-files', { files: damaged }),
    missing: maker && published !== 'yes' ? t(MISSING[published]) : null,
  }
}
