import { dates, instant } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { addressOfForm, offeredForms } from './forms/offered.ts'
import type { Release } from './release.ts'
import { supersededWords } from './standing/page.ts'
import { type ReleaseStanding, STANDS } from './standing/standing.ts'

declare module '../web/views/models.ts' {
  interface Views {
    'releases/releases': { releases: readonly ReturnType<typeof listed>[]; maker: boolean; mayBegin: boolean }
  }
}

/**
 * A report in the list.
 * @param standing how it stands, once it is issued
 * @param project whether it says how it is published; `isDamaged`: its file is not the one that was issued
 */
export function listed(
  release: Release,
  words: Words,
  standing: ReleaseStanding = STANDS,
  { isPublished, isDamaged = false }: { isPublished: boolean; isDamaged?: boolean } = { isPublished: false },
) {
  const { language, t } = words
  const { withdrawn, supersededBy } = standing
  return {
    id: release.id,
    number: t('releases:list.number', { id: release.id }),
    title: release.title,
    span: dates(release, language),
    audience: t(`releases:audience.${release.audience}`),
    language: t(`releases:language.${release.language}`),
    state: release.state,
    ...(isDamaged ? { stateName: t('releases:state-damaged'), tone: 'bad' } : stateOf(release, standing, words)),
    asAt: instant(release.asAt, language),
    issued: release.issuedAt === null ? null : instant(release.issuedAt, language),
    /** Why it is not handed out, why it is not to be relied on, what has taken its place: all where it is so. */
    notes: [
      ...(isDamaged ? [t('releases:show.file-damaged')] : []),
      ...(withdrawn
        ? [
            t('releases:standing.withdrawn-because', {
              when: instant(withdrawn.at, language),
              reason: withdrawn.reason,
            }),
          ]
        : []),
      ...(supersededBy ? [supersededWords(supersededBy, words)] : []),
    ],
    final: release.state === 'issued',
    /** What its workbook is called, when there is one. */
    download: isDamaged
      ? null
      : release.state === 'issued'
        ? t('releases:show.download')
        : release.state === 'protected'
          ? t('releases:show.download-draft')
          : null,
    /** The same in other forms, where it is short to say which. */
    files: (isDamaged ? [] : offeredForms(release, isPublished))
      .filter((form) => form !== 'data')
      .map((form) => ({ href: addressOfForm(release, form), name: t(`releases:forms.short.${form}`) })),
  }
}

/** What is said of it at a glance: an issued report that is withdrawn, or of which another took the place, is that first of all. */
function stateOf({ state }: Release, { withdrawn, supersededBy }: ReleaseStanding, { t }: Words) {
  if (withdrawn) return { stateName: t('releases:standing.state-withdrawn'), tone: 'bad' }
  if (supersededBy) return { stateName: t('releases:standing.state-superseded'), tone: 'warn' }
  return { stateName: t(`releases:state.${state}`), tone: TONE[state] }
}

const TONE: Record<Release['state'], string> = {
  protecting: 'warn',
  protected: 'warn',
  failed: 'bad',
  issued: 'good',
}
