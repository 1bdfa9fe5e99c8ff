import { instant } from '../../language/format.ts'
import { COMPONENTS } from '../../vocabulary/indicator.ts'
import type { ReleaseContent } from '../content/content.ts'
import { type Voice, voiceIn } from './bilingual.ts'
import type { Cell, Plan, RowPlan, SheetPlan } from './plan.ts'
import { fitted } from './row-heights.ts'
import { changesSheet } from './sheets/changes.ts'
import { componentSheet } from './sheets/component.ts'
import { dataSheet } from './sheets/data.ts'
import { legend, notesSheet } from './sheets/notes.ts'
import { summarySheet } from './sheets/summary.ts'
import { trackingSheet } from './sheets/tracking.ts'

/** The donor's workbook: cover, summary, tracking table, a sheet a component, data, what changed, notes. */
export function workbookOf(content: ReleaseContent): Plan {
  const voice = voiceIn(content.release.language)
  const components = [null, ...COMPONENTS].flatMap((component) => {
    const key = component ?? 'project'
    return componentSheet(content, component, voice, { key, name: sheetName(key, voice) }) ?? []
  })
  const inside: SheetPlan[] = [
    summarySheet(content, voice, sheetName('summary', voice)),
    trackingSheet(content, voice, sheetName('tracking', voice)),
    ...components,
    dataSheet(content, voice, sheetName('data', voice)),
    changesSheet(content, voice, sheetName('changes', voice)),
    notesSheet(content, voice, sheetName('notes', voice)),
  ]
  return {
    title: content.release.title,
    author: voice.of(content.project.name).split('\n')[0] ?? '',
    language: voice.main,
    createdAt: content.versionAt,
    sheets: [coverSheet(content, inside, voice), ...inside].map(fitted),
  }
}

type SheetKey =
  | 'cover'
  | 'summary'
  | 'tracking'
  | 'project'
  | 'prevention'
  | 'prosecution'
  | 'protection'
  | 'data'
  | 'changes'
  | 'notes'

/** Slashes are not allowed in the names of sheets. */
function sheetName(key: SheetKey, voice: Voice): string {
  return voice.t(`releases:workbook.sheet.${key}`).replace(' / ', ' – ').slice(0, 31)
}

function coverSheet(content: ReleaseContent, inside: readonly SheetPlan[], voice: Voice): SheetPlan {
  const { release, project, donor, draft, versionAt } = content
  const notices = [
    ...(draft ? [voice.t('releases:workbook.draft')] : []),
    ...(project.illustrative ? [voice.t('releases:workbook.illustrative')] : []),
  ]
  const facts: [string, Cell][] = [
    ['project', voice.of(project.name)],
    ['donor', voice.of(donor)],
    ['report', release.title],
    ['dates', voice.dates({ from: release.from, to: release.to })],
    ['as-at', voice.instant(release.asAt)],
    ['basis', voice.t('releases:workbook.cover.basis-value')],
    ['language', voice.t(`releases:language.${release.language}`)],
    [
      'version',
      voice.say((words) => {
        const when = instant(versionAt, words.language)
        return words.t(`releases:workbook.cover.version-${draft ? 'draft' : 'value'}`, { id: release.id, when })
      }),
    ],
    ['audience', voice.t(`releases:audience.${release.audience}`)],
    ['rule', voice.t('releases:workbook.cover.rule-value', { most: release.threshold - 1 })],
  ]
  return {
    key: 'cover',
    name: sheetName('cover', voice),
    columns: [{ width: 30 }, { width: 68 }],
    rows: [
      ...release.title.split(' / ').map((line): RowPlan => ({ cells: [line], style: 'title' })),
      ...voice
        .of(project.name)
        .split('\n')
        .map((line): RowPlan => ({ cells: [line], style: 'subtitle' })),
      ...notices.map((notice): RowPlan => ({ cells: ['!', notice], style: 'notice' })),
      { cells: [] },
      ...facts.map(([key, cell]) => ({ cells: [{ text: labelOf(key, voice), tone: 'strong' as const }, cell] })),
      { cells: [] },
      { cells: [voice.t('releases:workbook.contents')], style: 'group' },
      ...inside.map((sheet) => ({ cells: [{ text: sheet.name, sheet: sheet.key }, aboutOf(sheet.key, voice)] })),
      { cells: [] },
      { cells: [voice.t('releases:workbook.notes.shorthand')], style: 'group' },
      ...legend(voice),
    ],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: false, repeatRows: 0 },
  }
}

function labelOf(key: string, voice: Voice): string {
  return voice.t(`releases:workbook.cover.${key as 'project'}`)
}

function aboutOf(key: string, voice: Voice): string {
  const known = ['summary', 'tracking', 'data', 'changes', 'notes'] as const
  return voice.t(`releases:workbook.about.${known.find((one) => one === key) ?? 'component'}`)
}
