import type { Hidden } from '../disclosure/preview.ts'
import { dates, instant, number, percent } from '../language/format.ts'
import type { Key, Words } from '../language/words.ts'
import type { Interval } from '../suppression/attacker/attacker.ts'
import type { narrativeModel } from './explanations/page.ts'
import type { Preview } from './protection/preview.ts'
import type { Layout, Obstacle, Release } from './release.ts'

/** A report in the list. */
export function listed(release: Release, words: Words) {
  const { language, t } = words
  return {
    id: release.id,
    title: release.title,
    span: dates(release, language),
    audience: t(`releases:audience.${release.audience}`),
    language: t(`releases:language.${release.language}`),
    state: release.state,
    stateName: t(`releases:state.${release.state}`),
    tone: TONE[release.state],
    asAt: instant(release.asAt, language),
    issued: release.issuedAt === null ? null : instant(release.issuedAt, language),
    final: release.state === 'issued',
    /** What its workbook is called, when there is one. */
    download:
      release.state === 'issued'
        ? t('releases:show.download')
        : release.state === 'protected'
          ? t('releases:show.download-draft')
          : null,
  }
}

export type ReleaseModel = {
  release: Release
  line: ReturnType<typeof listed>
  /** The layout in words. */
  layout: string
  /** Whether the reader makes reports, or has received this one. */
  maker: boolean
  problem: Key | null
  failure: string | null
  made: { at: number; by: string | null }
  issuedBy: string | null
  recipients: readonly { name: string }[]
  progress: { done: number; of: number } | null
  preview: ReturnType<typeof previewModel> | null
  narrative: ReturnType<typeof narrativeModel> | null
  agreements: readonly { name: string; at: number }[]
  needsAgreement: boolean
  mayAgree: boolean
  obstacle: Obstacle | null
}
type PreviewModel = ReturnType<typeof previewModel>
type NarrativeModel = ReturnType<typeof narrativeModel>

declare module '../web/views/models.ts' {
  interface Views {
    'releases/releases': { releases: readonly ReturnType<typeof listed>[]; maker: boolean }
    'releases/release': ReleaseModel
  }
  interface Parts {
    'releases/facts': Pick<ReleaseModel, 'release' | 'line' | 'made' | 'maker' | 'recipients' | 'layout' | 'issuedBy'>
    'releases/preview': { preview: PreviewModel }
    'releases/known': { figures: readonly { name: string; known: string | null; release?: string | number }[] }
    'releases/hidden': { group: PreviewModel['groups'][number] }
    'releases/alternatives': Pick<PreviewModel, 'alternatives'>
    'releases/narrative': { narrative: NarrativeModel } & Pick<ReleaseModel, 'release' | 'needsAgreement'> &
      Pick<Frame, 'csrf'>
    'releases/explanation': { explanation: NarrativeModel['items'][number] }
    'releases/issuing': Pick<Frame, 'csrf' | 'person'> &
      Pick<ReleaseModel, 'release' | 'agreements' | 'obstacle' | 'needsAgreement' | 'mayAgree'>
  }
}

const TONE: Record<Release['state'], string> = {
  draft: '',
  protecting: 'warn',
  protected: 'warn',
  failed: 'bad',
  issued: 'good',
}

export function layoutWords(layout: Layout, { t }: Words): string {
  return [
    t('releases:show.layout-project', { grain: t(`releases:grain.${layout.project}`) }),
    layout.province === 'none'
      ? t('releases:show.layout-province-none')
      : t('releases:show.layout-province', { grain: t(`releases:grain.${layout.province}`) }),
    layout.breakdown === 'none'
      ? t('releases:show.layout-breakdown-none')
      : t('releases:show.layout-breakdown', { grain: t(`releases:grain.${layout.breakdown}`) }),
    t(`releases:years.${layout.years}`),
  ].join('; ')
}

/** Why protecting failed, with what to do. */
export function failureWords(failure: string, { t }: Words): string {
  const [code, ...about] = failure.split(' ')
  const known = FAILURES.find((one) => one === code) ?? 'other'
  return t(`releases:failed.${known}`, { about: about.join(' ') })
}

const FAILURES = [
  'solver-failed',
  'out-of-time',
  'interrupted',
  'ledger-damaged',
  'earlier-disagrees',
  'small-must-show',
  'does-not-add-up',
  'not-whole',
  'more-than-all',
  'not-known',
  'nothing',
] as const

/** What a manager has to see before issuing. */
export function previewModel(preview: Preview, layout: Layout, words: Words) {
  const { t, language } = words
  const lost = (hidden: number, of: number) => ({ share: percent(of === 0 ? 0 : hidden / of, language, 1), of })
  const { hidden, figures, programs, seconds, earlier } = preview
  const primary = hidden.filter(({ kind }) => kind === 'primary').length
  return {
    lost:
      hidden.length === 0
        ? t('releases:preview.lost-none')
        : t('releases:preview.lost', {
            count: hidden.length,
            figures: number(figures, language),
            share: lost(hidden.length, figures).share,
          }),
    split: t('releases:preview.split', { primary, secondary: hidden.length - primary }),
    checked: t('releases:preview.checked', {
      count: earlier,
      programs: number(programs, language),
      seconds: number(seconds, language, 1),
    }),
    proven: t(preview.proven ? 'releases:preview.proven' : 'releases:preview.not-proven'),
    groups: groupsOf(hidden, words),
    given: givenOf(hidden, words),
    before: beforeOf(preview, words),
    alternatives: alternativesOf(preview, layout, words),
  }
}

function groupsOf(hidden: readonly Hidden[], words: Words) {
  const groups = new Map<string, Hidden[]>()
  for (const one of hidden) groups.set(one.indicator, [...(groups.get(one.indicator) ?? []), one])
  return [...groups].map(([indicator, list]) => ({
    title: words.t('releases:preview.by-indicator', { indicator, name: words.of(list[0]!.name), count: list.length }),
    rows: list.map((one) => rowOf(one, words)),
  }))
}

function rowOf(one: Hidden, words: Words) {
  const { t } = words
  return {
    figure: [shortTitle(one, words), words.of(one.row), words.of(one.column)].filter((part) => part !== '').join(' · '),
    value: one.counts.map(([part, count]) => valueWords(part, count, one.counts.length, words)).join(', '),
    kind: t(`releases:preview.kind.${one.kind}`),
    primary: one.kind === 'primary',
    why: t(`releases:preview.reason.${one.reason}`),
    before: one.before ? intervalWords(one.before, words) : null,
    after: one.after ? intervalWords(one.after, words) : null,
  }
}

/** What a table's title says beside the name of its indicator, which stands above. */
function shortTitle({ table, name }: Hidden, words: Words): string {
  return words.of(table).replace(words.of(name), '').replace(/^ – /, '')
}

function figureName(one: Hidden, words: Words): string {
  return [words.of(one.table), words.of(one.row), words.of(one.column)].join(' · ')
}

function valueWords(part: Hidden['counts'][number][0], count: number, parts: number, { t, language }: Words): string {
  const text = number(count, language)
  return parts === 1 && part === 'amount' ? text : `${t(`releases:preview.part.${part}`)} ${text}`
}

export function intervalWords([lowest, highest]: Interval, { t, language }: Words): string {
  const low = number(lowest, language)
  if (highest === null) return t('releases:preview.interval-open', { lowest: low })
  if (highest === lowest) return t('releases:preview.exact', { lowest: low })
  return t('releases:preview.interval', { lowest: low, highest: number(highest, language) })
}

/** Figures of which an attacker knows more than that they are small, whatever is hidden now. */
function givenOf(hidden: readonly Hidden[], words: Words) {
  const causes = ['earlier', 'shown', 'parts'] as const
  return causes.flatMap((cause) => {
    const list = hidden.filter(({ given }) => given === cause)
    if (list.length === 0) return []
    const figures = list.map((one) => ({
      name: figureName(one, words),
      known: one.after ? intervalWords(one.after, words) : null,
    }))
    return [{ cause, says: words.t(`releases:given.${cause}` as Key), figures }]
  })
}

/** What earlier reports hid and this one, or they themselves, give away. */
function beforeOf({ before }: Preview, words: Words) {
  return before.map(({ release, figure, after }) => ({
    name: figure ? figureName(figure, words) : '–',
    release,
    known: after ? intervalWords(after, words) : null,
  }))
}

function alternativesOf({ alternatives, hidden, figures }: Preview, layout: Layout, words: Words) {
  const { t, language } = words
  const lost = (count: number, of: number) =>
    t('releases:alternatives.of', {
      hidden: count,
      figures: number(of, language),
      share: percent(of === 0 ? 0 : count / of, language, 1),
    })
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of)
  const now = share(hidden.length, figures)
  if (alternatives === null) return null
  return [
    { layout: layoutWords(layout, words), lost: lost(hidden.length, figures), current: true, better: false, query: '' },
    ...alternatives.map((one) => ({
      layout: layoutWords(one.layout, words),
      lost: 'refused' in one ? t('releases:alternatives.failed') : lost(one.hidden, one.figures),
      current: false,
      better: !('refused' in one) && share(one.hidden, one.figures) < now,
      query: new URLSearchParams({ ...one.layout }).toString(),
    })),
  ]
}
