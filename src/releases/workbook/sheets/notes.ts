import { markWord } from '../../../figures/in-words.ts'
import { GAPS, MARKS, type MarkName } from '../../../figures/marks.ts'
import { numberStyleOf } from '../../../indicators/measure.ts'
import { day, dayOfYear, number } from '../../../language/format.ts'
import { hasAreas } from '../../../language/terms.ts'
import { NOTHING } from '../../../language/text.ts'
import type { ReleaseContent } from '../../content/content.ts'
import { type Bilingual, inOneLine } from '../bilingual.ts'
import type { RowPlan, SheetPlan } from '../plan.ts'
import { besideEachOther } from '../print/beside-each-other.ts'
import { running } from '../print/running.ts'
import { blocksIn } from './blocks.ts'
import { componentName } from './in-words.ts'
import { phaseOfReport } from './report-phase.ts'

const COLUMNS = [{ width: 15 }, { width: 158 }] as const

/** What the signs mean, how figures are added up, how people are protected, where values come from. */
export function notesSheet(content: ReleaseContent, bilingual: Bilingual, name: string): SheetPlan {
  const { release, rag, project } = content
  const most = release.threshold - 1
  const text = (...lines: string[]): RowPlan[] => lines.map((line) => ({ cells: [NOTHING, line] }))
  const group = (title: string): RowPlan[] => [{ cells: [title], style: 'group', keepWithNext: true }]
  const told: RowPlan[] = [
    { cells: [bilingual.t('releases:workbook.sheet.notes')], style: 'title' },
    ...group(bilingual.t('releases:workbook.notes.shorthand')),
    ...legend(content, bilingual),
    ...group(bilingual.t('releases:workbook.notes.suppression')),
    ...text(
      ...sensitiveNotes(content, bilingual),
      bilingual.t('releases:workbook.notes.suppression-1', { most }),
      bilingual.t('releases:workbook.notes.suppression-2'),
      bilingual.t('releases:workbook.notes.suppression-between'),
      ...(content.held.length > 0 ? [bilingual.t('releases:workbook.notes.held')] : []),
      bilingual.t('releases:workbook.notes.suppression-3'),
    ),
    ...group(bilingual.t('releases:workbook.notes.rules')),
    ...text(
      bilingual.t('releases:workbook.notes.missing'),
      bilingual.t('releases:workbook.notes.ratio'),
      bilingual.t('releases:workbook.notes.percent'),
      bilingual.t('releases:workbook.notes.rag', { green: rag.green, amber: rag.amber }),
      bilingual.t('releases:workbook.notes.exact'),
      ...scaleNotes(content, bilingual),
      yearsOf(content, bilingual),
      ...ownSpans(content, bilingual),
      ...cutOffNotes(content, bilingual),
      ...placeNotes(content, bilingual),
      ...(phaseOfReport(content) ? [bilingual.t('releases:workbook.notes.phases')] : []),
      ...content.endedPlaces.map((one) => bilingual.of(one)),
    ),
    ...relationRows(content, bilingual, group),
    ...group(bilingual.t('releases:workbook.notes.sources')),
    ...(content.evidence.length > 0 ? text(bilingual.t('releases:workbook.notes.evidence')) : []),
    headingRow([bilingual.t('releases:workbook.summary.component'), bilingual.t('releases:workbook.column.means')]),
    ...sourceRows(content, bilingual),
    // Who answers, as on the cover; a project that names nobody is named itself.
    ...running(
      bilingual.say((words) =>
        words.t('releases:workbook.notes.contact', { whom: words.of(content.contact ?? project.name) }),
      ),
      COLUMNS,
      'subtitle',
    ),
  ]
  const rows = besideEachOther(told, COLUMNS)
  return {
    key: 'notes',
    name,
    columns: [...COLUMNS],
    rows,
    blocks: blocksIn(rows, ['NotesSigns', 'NotesSignsBeside', 'NotesSources']),
    freeze: { rows: 1, columns: 0 },
    print: { landscape: true, repeatRows: 0 },
  }
}

/** By component: each source has a row of its own beside its indicator, on the sheets that have that column. */
function sourceRows(content: ReleaseContent, bilingual: Bilingual): RowPlan[] {
  const components = [null, ...content.project.terms.components.map(({ code }) => code)]
  return components.flatMap((component): RowPlan[] => {
    const own = content.indicators.filter((one) => one.component === component)
    if (own.length === 0) return []
    const said = own.map(({ code, meansOfVerification }) => `${code} ${inOneLine(bilingual.of(meansOfVerification))}`)
    return [{ cells: [{ text: componentName({ component }, bilingual), tone: 'strong' }, said.join('; ')] }]
  })
}

/** Which indicators count people who could be harmed; nothing of the others is hidden. */
function sensitiveNotes({ indicators }: ReleaseContent, bilingual: Bilingual): string[] {
  const codes = indicators.filter(({ sensitivity }) => sensitivity > 0).map(({ code }) => code)
  return codes.length === 0
    ? [bilingual.t('releases:workbook.notes.sensitive-none')]
    : [bilingual.t('releases:workbook.notes.sensitive', { codes: codes.join(', ') })]
}

/** What rates are of, each scale once; per cent bears its sign. */
function scaleNotes({ indicators }: ReleaseContent, bilingual: Bilingual): string[] {
  const styles = indicators.map((one) => ({ code: one.code, ...numberStyleOf(one) }))
  const scales = new Set(styles.filter(({ scale, isPercent }) => scale !== 1 && !isPercent).map(({ scale }) => scale))
  return [...scales].map((scale) => {
    const codes = styles.filter((one) => one.scale === scale && !one.isPercent).map(({ code }) => code)
    return bilingual.say(({ t, language }) =>
      t('releases:workbook.notes.scaled', { codes: codes.join(', '), scale: number(scale, language) }),
    )
  })
}

/** Whose quarters end before the calendar's. */
function cutOffNotes({ cutOffs }: ReleaseContent, bilingual: Bilingual): string[] {
  return [...new Set(cutOffs.map(({ day }) => day))].map((day) =>
    bilingual.say(({ t, of }) => {
      const own = cutOffs.filter((one) => one.day === day).map(({ partner }) => of(partner))
      return t('releases:workbook.notes.cut-off', { day, partners: own.join(', ') })
    }),
  )
}

/** Under which areas, or names of partners, figures stand, where any are told one by one. */
function placeNotes({ tables, redrawnOn, project }: ReleaseContent, bilingual: Bilingual): string[] {
  if (!tables.some(({ section }) => section === 'provinces')) return []
  if (!hasAreas(project.terms)) return [bilingual.t('releases:workbook.notes.partners')]
  if (redrawnOn.length === 0) return [bilingual.t('releases:workbook.notes.places')]
  return [
    bilingual.say(({ t, language }) =>
      t('releases:workbook.notes.places-before', { days: redrawnOn.map((on) => day(on, language)).join(', ') }),
    ),
  ]
}

/** Which years stand in the report: those that begin in January are the calendar's, whatever they are called. */
function yearsOf({ release, fiscalStart }: ReleaseContent, bilingual: Bilingual): string {
  if (release.layout.years === 'calendar' || fiscalStart === 1)
    return bilingual.t('releases:workbook.notes.calendar-years')
  const ends = fiscalStart - 1
  const day = new Date(Date.UTC(2001, ends, 0)).getUTCDate()
  return bilingual.say(({ t, language }) =>
    t('releases:workbook.notes.fiscal-years', {
      first: dayOfYear(1, fiscalStart, language),
      last: dayOfYear(day, ends, language),
    }),
  )
}

/** What one indicator rests on is what another one counts: nothing where no two of the report are related. */
function relationRows(
  { relations }: ReleaseContent,
  bilingual: Bilingual,
  group: (title: string) => RowPlan[],
): RowPlan[] {
  if (relations.length === 0) return []
  return [
    ...group(bilingual.t('releases:workbook.notes.relations')),
    ...relations.map(({ indicator, counted }) => ({
      cells: [
        { text: indicator, tone: 'strong' as const },
        bilingual.t('releases:workbook.notes.relation', { indicator, counted }),
      ],
    })),
  ]
}

/** Which indicators have values of more than a quarter; nothing where all are quarterly. */
function ownSpans({ indicators }: ReleaseContent, bilingual: Bilingual): string[] {
  const longer = (['half-yearly', 'annual', 'survey'] as const).flatMap((frequency) => {
    const codes = indicators.filter((one) => one.frequency === frequency).map(({ code }) => code)
    return codes.length > 0 ? [{ frequency, codes: codes.join(', ') }] : []
  })
  if (longer.length === 0) return []
  return [
    bilingual.say(({ t }) => {
      const list = longer.map(({ frequency, codes }) => t(`releases:workbook.notes.covering.${frequency}`, { codes }))
      return t('releases:workbook.notes.own-spans', { list: list.join('; ') })
    }),
  ]
}

/** Values are approved: nothing is provisional. What is carried, or without who left, is said in words alone. */
const BESIDE = ['break', 'revised', 'held', 'carried', 'ended'] as const

/** What stands in the place of a number in a report: what is outside it is not there. */
const GAPS_IN_REPORTS = GAPS.filter((name) => name !== 'outside')

/** Over a table of two columns: what a marked table calls its columns is one line, and stands on the page of its first row. */
export function headingRow(names: readonly string[]): RowPlan {
  return { cells: names.map(inOneLine), style: 'heading', keepWithNext: true }
}

/** Every sign that can stand in the place of a number, and those that stand beside one, explained; of held figures where there are any. */
export function legend({ held }: Pick<ReleaseContent, 'held'>, bilingual: Bilingual): RowPlan[] {
  const beside = BESIDE.filter((name) => name !== 'held' || held.length > 0)
  const row = (name: MarkName): RowPlan => ({
    cells: [
      { text: MARKS[name].sign ?? NOTHING, tone: 'strong' },
      bilingual.say((words) => `${markWord(name, words)}: ${words.t(MARKS[name].meaning)}`),
    ],
  })
  const headings = headingRow([
    bilingual.t('releases:workbook.notes.sign'),
    bilingual.t('releases:workbook.notes.meaning'),
  ])
  return [
    ...[headings, ...GAPS_IN_REPORTS.map(row)],
    { cells: [inOneLine(bilingual.t('releases:workbook.notes.beside'))], style: 'group', keepWithNext: true },
    ...[headings, ...beside.map(row)],
  ]
}
