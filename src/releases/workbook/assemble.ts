import { instant } from '../../language/format.ts'
import type { Key, NameUnder } from '../../language/words.ts'
import type { ReleaseContent } from '../content/content.ts'
import { type Bilingual, bilingualIn } from './bilingual.ts'
import { liveCells } from './data-sheet/live.ts'
import { dataSheet } from './data-sheet/sheet.ts'
import { dataTable } from './data-sheet/table.ts'
import type { Cell, RowPlan, SheetPlan, WorkbookPlan } from './plan.ts'
import { withRowHeights } from './row-heights.ts'
import { changesSheet } from './sheets/changes.ts'
import { componentSheet } from './sheets/component.ts'
import { goalsSheet } from './sheets/goals.ts'
import { componentName } from './sheets/in-words.ts'
import { legend, notesSheet } from './sheets/notes.ts'
import { summarySheet } from './sheets/summary.ts'
import { trackingSheet } from './sheets/tracking.ts'
import { withWayBack } from './sheets/way-back.ts'

/** The donor's workbook: cover, summary, tracking table, a sheet a component, data, what changed, notes. */
export function workbookOf(content: ReleaseContent): WorkbookPlan {
  const bilingual = bilingualIn(content.release.language, content.project.terms)
  const data = dataTable(content)
  const live = liveCells(data)
  const components = [null, ...content.project.terms.components.map(({ code }) => code)].flatMap((component) => {
    const key = component === null ? 'project' : `component-${component}`
    const name = component === null ? sheetName('project', bilingual) : componentSheetName(component, bilingual)
    return componentSheet(content, component, bilingual, { key, name }, data) ?? []
  })
  const goals = goalsSheet(content, bilingual, sheetName('goals', bilingual), live)
  const inside = namedApart(sheetName('cover', bilingual), [
    summarySheet(content, bilingual, sheetName('summary', bilingual), live),
    trackingSheet(content, bilingual, sheetName('tracking', bilingual), live),
    ...components,
    ...(goals ? [goals] : []),
    dataSheet(content, bilingual, sheetName('data', bilingual), data),
    changesSheet(content, bilingual, sheetName('changes', bilingual), live),
    notesSheet(content, bilingual, sheetName('notes', bilingual)),
  ])
  return {
    title: content.release.title,
    author: bilingual.of(content.project.name).split('\n')[0] ?? '',
    language: bilingual.main,
    createdAt: content.versionAt,
    sheets: [coverSheet(content, inside, bilingual), ...inside.map((sheet) => withWayBack(sheet, bilingual))].map(
      withRowHeights,
    ),
  }
}

type SheetKey = 'cover' | 'summary' | 'tracking' | 'project' | 'goals' | 'data' | 'changes' | 'notes'

function sheetName(key: SheetKey, bilingual: Bilingual): string {
  return asSheetName(bilingual.t(`releases:workbook.sheet.${key}`))
}

/** Both names where they have room, else the whole of the first. */
function componentSheetName(component: string, bilingual: Bilingual): string {
  const both = componentName({ component }, bilingual)
  const [first = both] = both.split(/ \/ |\n/)
  return asSheetName(both.length <= LONGEST_NAME ? both : first)
}

const LONGEST_NAME = 31

/** No two sheets have one name, in whatever letters, and a project may call a component as it likes. */
function namedApart(cover: string, sheets: readonly SheetPlan[]): SheetPlan[] {
  const taken = new Set([cover.toLocaleLowerCase('vi')])
  return sheets.map((sheet) => {
    let name = sheet.name
    for (let nth = 2; taken.has(name.toLocaleLowerCase('vi')); nth++)
      name = `${sheet.name.slice(0, LONGEST_NAME - 4)} (${nth})`
    taken.add(name.toLocaleLowerCase('vi'))
    return { ...sheet, name }
  })
}

/** Excel allows 31 letters, and neither slashes nor brackets nor a few others; two languages stand on one line. */
function asSheetName(name: string): string {
  return name
    .replace(/ \/ |\n/g, ' – ')
    .replace(/[\\/?*[\]:]/g, '-')
    .slice(0, LONGEST_NAME)
    .trim()
}

type CoverFact = [NameUnder<'releases:workbook.cover.'>, Cell]

function coverSheet(content: ReleaseContent, inside: readonly SheetPlan[], bilingual: Bilingual): SheetPlan {
  const { release, project, donor, draft, versionAt } = content
  const notices = [
    ...(draft ? [bilingual.t('releases:workbook.draft')] : []),
    ...(project.illustrative ? [bilingual.t('releases:workbook.illustrative')] : []),
  ]
  const facts: CoverFact[] = [
    ['project', bilingual.of(project.name)],
    ['donor', bilingual.of(donor)],
    ['report', release.title],
    ['dates', bilingual.dates({ from: release.from, to: release.to })],
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
    ['audience', bilingual.t(`releases:audience.${release.audience}`)],
    ['rule', bilingual.t('releases:workbook.cover.rule-value', { most: release.threshold - 1 })],
    ...standingFacts(content, bilingual),
  ]
  return {
    key: 'cover',
    name: sheetName('cover', bilingual),
    columns: [{ width: 30 }, { width: 68 }],
    rows: [
      ...release.title.split(' / ').map((line): RowPlan => ({ cells: [line], style: 'title' })),
      ...bilingual
        .of(project.name)
        .split('\n')
        .map((line): RowPlan => ({ cells: [line], style: 'subtitle' })),
      ...notices.map((notice): RowPlan => ({ cells: ['!', notice], style: 'notice' })),
      { cells: [] },
      ...facts.map(([key, cell]) => ({
        cells: [{ text: bilingual.t(`releases:workbook.cover.${key}`), tone: 'strong' as const }, cell],
      })),
      { cells: [] },
      { cells: [bilingual.t('releases:workbook.contents')], style: 'group' },
      ...inside.map((sheet) => ({
        cells: [{ text: sheet.name, sheet: sheet.key }, aboutOf(sheet.key, content, bilingual)],
      })),
      { cells: [] },
      { cells: [bilingual.t('releases:workbook.notes.shorthand')], style: 'group' },
      ...legend(bilingual),
    ],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: false, repeatRows: 0 },
  }
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
  tracking: 'releases:workbook.about.tracking',
  goals: 'releases:workbook.about.goals',
  data: 'releases:workbook.about.data',
  changes: 'releases:workbook.about.changes',
  notes: 'releases:workbook.about.notes',
} as const satisfies Record<Exclude<SheetKey, 'cover' | 'project'>, Key>

function aboutOf(key: string, { tables }: ReleaseContent, bilingual: Bilingual): string {
  if (isSingle(key)) return bilingual.t(ABOUT[key])
  return bilingual.t(
    `releases:workbook.about.component${tables.some(({ section }) => section === 'provinces') ? '' : '-whole'}`,
  )
}

function isSingle(key: string): key is keyof typeof ABOUT {
  return key in ABOUT
}
