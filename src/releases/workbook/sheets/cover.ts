import { instant } from '../../../language/format.ts'
import type { Key, NameUnder } from '../../../language/words.ts'
import type { ReleaseContent } from '../../content/content.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Cell, RowPlan, SheetPlan } from '../plan.ts'
import { besideEachOther } from '../print/beside-each-other.ts'
import { blocksIn } from './blocks.ts'
import { fiscalLabels } from './fiscal-labels.ts'
import { headingRow, legend } from './notes.ts'
import { type SheetKey, sheetName } from './sheet-names.ts'

type CoverFact = [NameUnder<'releases:workbook.cover.'>, Cell]

/** What the report is, and what is in it. */
export function coverSheet(content: ReleaseContent, inside: readonly SheetPlan[], bilingual: Bilingual): SheetPlan {
  const { release, project, draft } = content
  const notices = [
    ...(draft ? [bilingual.t('releases:workbook.draft')] : []),
    ...(project.illustrative ? [bilingual.t('releases:workbook.illustrative')] : []),
  ]
  const group = (key: 'contents' | 'notes.shorthand'): RowPlan => ({
    cells: [bilingual.t(`releases:workbook.${key}`)],
    ...{ style: 'group', keepWithNext: true },
  })
  const columns = [{ width: 34 }, { width: 144 }]
  const told: RowPlan[] = [
    ...release.title.split(' / ').map((line): RowPlan => ({ cells: [line], style: 'title' })),
    ...bilingual
      .of(project.name)
      .split('\n')
      .map((line): RowPlan => ({ cells: [line], style: 'subtitle' })),
    ...notices.map((notice): RowPlan => ({ cells: ['!', notice], style: 'notice' })),
    ...factsOf(content, bilingual).map(([key, cell]) => ({
      cells: [{ text: bilingual.t(`releases:workbook.cover.${key}`), tone: 'strong' as const }, cell],
    })),
    group('contents'),
    headingRow([bilingual.t('releases:workbook.cover.sheet'), bilingual.t('releases:workbook.cover.about')]),
    ...inside.map((sheet) => ({
      cells: [{ text: sheet.name, sheet: sheet.key }, aboutOf(sheet.key, content, bilingual)],
    })),
    group('notes.shorthand'),
    ...legend(content, bilingual),
  ]
  const rows = besideEachOther(told, columns)
  return {
    key: 'cover',
    name: sheetName('cover', bilingual),
    columns,
    rows,
    blocks: blocksIn(rows, ['CoverContents', 'CoverSigns', 'CoverSignsBeside']),
    freeze: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: 0 },
  }
}

function factsOf(content: ReleaseContent, bilingual: Bilingual): CoverFact[] {
  const { release, project, donor, draft, versionAt, fiscalStart, contact, nextReport } = content
  return [
    ['project', bilingual.of(project.name)],
    ['donor', bilingual.of(donor)],
    ['report', release.title],
    ['dates', bilingual.dates({ from: release.from, to: release.to })],
    ['fiscal', fiscalLabels(release, fiscalStart, bilingual)],
    ['as-at', bilingual.instant(release.asAt)],
    ['basis', bilingual.t('releases:workbook.cover.basis-value')],
    ['language', bilingual.t(`releases:language.${release.language}`)],
    [
      'version',
      bilingual.say((words) => {
        const when = instant(versionAt, words.language)
        return words.t(`releases:workbook.cover.version-${draft ? 'draft' : 'value'}`, { id: release.id, when })
      }),
    ],
    ...(nextReport === null ? [] : [['next-report', bilingual.day(nextReport)] satisfies CoverFact]),
    ...(contact === null ? [] : [['contact', bilingual.of(contact)] satisfies CoverFact]),
    ['audience', bilingual.t(`releases:audience.${release.audience}`)],
    ['rule', bilingual.t('releases:workbook.cover.rule-value', { most: release.threshold - 1 })],
    ...standingFacts(content, bilingual),
  ]
}

/** Which earlier reports it takes the place of, and which are not to be relied on any more; nothing where there are none. */
function standingFacts({ supersedes, withdrawn }: ReleaseContent, bilingual: Bilingual): CoverFact[] {
  const number = (id: number, at: number | null) =>
    bilingual.say(({ t, language }) =>
      t('releases:workbook.cover.report-of', { id, when: at === null ? '' : instant(at, language) }),
    )
  const told = withdrawn.map(({ id, at, reason }) => `${number(id, at)}: ${reason}`)
  return [
    ...(supersedes ? [['supersedes', number(supersedes.id, supersedes.issuedAt)] satisfies CoverFact] : []),
    ...(told.length > 0 ? [['withdrawn', told.join('\n')] satisfies CoverFact] : []),
  ]
}

/** What is on a sheet, told on the cover; the others are one a component. */
const ABOUT = {
  summary: 'releases:workbook.about.summary',
  logframe: 'releases:workbook.about.logframe',
  tracking: 'releases:workbook.about.tracking',
  periods: 'releases:workbook.about.periods',
  breakdowns: 'releases:workbook.about.breakdowns',
  goals: 'releases:workbook.about.goals',
  narrative: 'releases:workbook.about.narrative',
  data: 'releases:workbook.about.data',
  changes: 'releases:workbook.about.changes',
  notes: 'releases:workbook.about.notes',
} as const satisfies Record<Exclude<SheetKey, 'cover' | 'project'>, Key>

function aboutOf(key: string, { tables }: ReleaseContent, bilingual: Bilingual): string {
  if (isSingle(key)) return bilingual.t(ABOUT[key])
  const hasPlaces = tables.some(({ section }) => section === 'provinces')
  return bilingual.t(hasPlaces ? 'releases:workbook.about.component' : 'releases:workbook.about.component-whole')
}

function isSingle(key: string): key is keyof typeof ABOUT {
  return key in ABOUT
}
