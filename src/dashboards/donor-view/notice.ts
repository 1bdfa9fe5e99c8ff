import { dates, instant, number } from '../../language/format.ts'
import { layoutWords } from '../../releases/in-words.ts'
import type { Layout } from '../../vocabulary/release.ts'
import { carried } from '../addresses.ts'
import type { PageState } from '../page-state.ts'
import type { DonorView } from './donor-view.ts'

/** Which report a page is seen through. */
export type DonorNotice = {
  title: string
  /** Of what it would be, and how it is protected. */
  sentences: string[]
  /** What it would come after, when it was worked out, what is not shown. */
  more: string[]
  ways: { href: string; label: string }[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'dashboards/donor-view/notice': { seen: DonorNotice }
  }
}

/**
 * Null where figures are seen as they are.
 * @param path of a page that has figures by any grain
 * @param more what else its address says
 */
export function donorNotice(
  state: PageState,
  path?: string,
  more: Readonly<Record<string, string>> = {},
): DonorNotice | null {
  const { seenThrough } = state
  return seenThrough && noticeOf(seenThrough, state, path === undefined ? null : { path, more })
}

type OtherGrains = { path: string; more: Readonly<Record<string, string>> }

function noticeOf({ donor, report, held }: DonorView, state: PageState, other: OtherGrains | null): DonorNotice {
  const { words } = state
  const { t, of, language } = words
  const { release, earlier, figures, hidden, workedOutAt } = report
  const before = earlier.map(({ title }) => title).join('; ')
  return {
    title: t('charts:seen.title', { donor: of(donor.name) }),
    sentences: [
      t('charts:seen.report', {
        dates: dates(release, language),
        layout: layoutWords(release.layout, words),
        instant: instant(release.asAt, language),
      }),
      t('charts:seen.hidden', {
        most: number(release.threshold - 1, language),
        hidden: number(hidden, language),
        figures: number(figures, language),
      }),
    ],
    more: [
      earlier.length === 0 ? t('charts:seen.first') : t('charts:seen.after', { count: earlier.length, titles: before }),
      t('charts:seen.worked-out', { instant: instant(workedOutAt, language) }),
      t('charts:seen.left-out'),
    ],
    ways: [
      ...(other === null ? [] : byYears(state, release.layout, other)),
      { href: `/releases/new?donor=${encodeURIComponent(donor.code)}`, label: t('charts:seen.make') },
      ...(held ? [{ href: `/releases/${held.id}`, label: t('charts:seen.held', { title: held.title }) }] : []),
    ],
  }
}

/** Areas and categories stand in a report by its years; elsewhere they are outside. */
function byYears(
  state: PageState,
  { province, breakdown, years }: Layout,
  { path, more }: OtherGrains,
): DonorNotice['ways'] {
  const grain = years === 'fiscal' && state.fiscalStart !== 1 ? 'fiscal-year' : 'year'
  const isYearly = [province, breakdown].some((one) => one === 'year' || one === 'settled-year')
  if (!isYearly || state.choice.grain === grain) return []
  return [{ href: carried(state, path, { ...more, grain }), label: state.words.t('charts:seen.by-years') }]
}
