import type { ReleaseContent } from '../../content/content.ts'
import type { Voice } from '../bilingual.ts'
import { MARKS, type RowPlan, type SheetPlan } from '../plan.ts'

/** What the signs mean, how figures are added up, how people are protected, where values come from. */
export function notesSheet(content: ReleaseContent, voice: Voice, name: string): SheetPlan {
  const { release, rag, indicators, project } = content
  const most = release.threshold - 1
  const text = (...lines: string[]): RowPlan[] => lines.map((line) => ({ cells: ['–', line] }))
  const group = (title: string): RowPlan[] => [{ cells: [] }, { cells: [title], style: 'group' }]
  return {
    key: 'notes',
    name,
    columns: [{ width: 12 }, { width: 86 }],
    rows: [
      { cells: [voice.t('releases:workbook.sheet.notes')], style: 'title' },
      ...group(voice.t('releases:workbook.notes.shorthand')),
      {
        cells: [voice.t('releases:workbook.notes.sign'), voice.t('releases:workbook.notes.meaning')],
        style: 'heading',
      },
      ...legend(voice),
      ...group(voice.t('releases:workbook.notes.suppression')),
      ...text(
        voice.t('releases:workbook.notes.suppression-1', { most }),
        voice.t('releases:workbook.notes.suppression-2'),
        voice.t('releases:workbook.notes.suppression-3'),
      ),
      ...group(voice.t('releases:workbook.notes.rules')),
      ...text(
        voice.t('releases:workbook.notes.missing'),
        voice.t('releases:workbook.notes.ratio'),
        voice.t('releases:workbook.notes.percent'),
        voice.t('releases:workbook.notes.rag', { green: rag.green, amber: rag.amber }),
        voice.t('releases:workbook.notes.exact', { scale: '100 000' }),
        voice.t('releases:workbook.notes.periods'),
        voice.t('releases:workbook.notes.cut-off'),
        voice.t('releases:workbook.notes.places'),
      ),
      ...group(voice.t('releases:workbook.notes.sources')),
      ...indicators.map(({ code, meansOfVerification }) => ({
        cells: [{ text: code, tone: 'strong' as const }, voice.of(meansOfVerification)],
      })),
      { cells: [] },
      {
        cells: [voice.say((words) => words.t('releases:workbook.notes.contact', { project: words.of(project.name) }))],
        style: 'subtitle',
      },
    ],
    freeze: { rows: 1, columns: 0 },
    print: { landscape: false, repeatRows: 0 },
  }
}

/** Every sign that can stand in the place of a number, explained. */
export function legend(voice: Voice): RowPlan[] {
  return MARKS.map((mark) => ({
    cells: [
      { text: mark, tone: 'strong' as const },
      voice.t(`releases:workbook.mark.${mark[1] as 'c' | 'x' | 'z' | 'd' | 'a' | 'q' | 'b' | 'r'}`),
    ],
  }))
}
