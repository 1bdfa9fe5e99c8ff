import type { Language } from '../../../vocabulary/language.ts'

/** What a cell is to who fills the template in; how each looks is the writer's. */
export type TemplateLook =
  | 'title'
  | 'lead'
  | 'rule'
  | 'indicator'
  | 'left'
  | 'about'
  | 'head'
  | 'label'
  | 'input'
  | 'choice'
  | 'text'
  | 'total'
  | 'last'
  | 'check'
  | 'link'

/** What may be typed into a cell: a number between two others, both included, or an item of a list by its number. */
export type Takes = { whole: boolean; least: number; most: number } | { list: number }

/** `column` is counted from 0; `across`: so many columns are joined. */
export type TemplateCell = {
  column: number
  across?: number
  look: TemplateLook
  value?: string | number | null
  /** Works out what `value` says now. */
  formula?: string
  format?: string
  takes?: Takes
  /** The field of the entry form that is typed here. */
  field?: string
  /** Leads to the sheet of that name. */
  sheet?: string
}

/** `lines`: its height in lines of text; `begins`: the rows from here to the next that begins stand on one page of paper. */
export type TemplateRow = { cells: TemplateCell[]; lines: number; begins: boolean }

export type TemplateSheet = {
  name: string
  /** Characters wide; the first column, which is hidden, is left out. */
  widths: number[]
  rows: TemplateRow[]
  /** Rows that stay in view and are printed on each page. */
  frozen: number
  /** Which of the forms of the file stands here; null: none, it is for reading only. */
  form: number | null
}

export type TemplatePlan = {
  title: string
  language: Language
  createdAt: number
  sheets: TemplateSheet[]
  /** What cells are chosen from. */
  lists: string[][]
  /** Says, signed, whose form it is. */
  key: string
  /** What is said when something is typed that a cell does not take. */
  refused: { title: string; number: string; whole: string; list: string }
}
