import { z } from 'zod'
import { MARKS, type MarkName } from '../../figures/marks.ts'
import { inAddress } from '../../forms/asked.ts'
import { nearestPage, onPage, pagerOf } from '../../forms/pager.ts'
import { pageParam } from '../../forms/params.ts'
import type { Words } from '../../language/words.ts'
import type { Release } from '../release.ts'
import {
  type Cell,
  type ColumnPlan,
  isMark,
  plainValue,
  type RowPlan,
  type SheetPlan,
  type WorkbookPlan,
} from '../workbook/plan.ts'
import { blocksOf, type SheetBlock } from './block.ts'
import { formatted } from './number-format.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'releases/tables/tables': NonNullable<ReturnType<typeof sheetOnScreen>>
  }
  interface Parts {
    'releases/tables/block': { block: ReturnType<typeof blockModel> }
  }
}

/** So many rows of a table stand on a page. */
const ROWS_SHOWN = 200

/** Which sheet is looked at, and which page of its rows. */
export const sheetInAddress = inAddress({ sheet: z.string().max(100).optional(), page: pageParam })

/**
 * A sheet of a report that has not been issued, as it would stand in its workbook; the first where none is asked for. Null: it has none.
 */
export function sheetOnScreen(
  release: Pick<Release, 'id' | 'title'>,
  { sheets }: WorkbookPlan,
  asked: { sheet?: string | undefined; page: number },
  words: Words,
) {
  const { t } = words
  const sheet = sheets.find(({ key }) => key === asked.sheet) ?? sheets[0]
  if (!sheet) return null
  const here = `/releases/${release.id}/tables`
  const address = (key: string, page = 1) =>
    `${here}?sheet=${encodeURIComponent(key)}${page > 1 ? `&page=${page}` : ''}`
  // The title of the page says its own already.
  const blocks = blocksOf(sheet).filter(
    (block) => !(block.kind === 'line' && plainValue(block.cells[0] ?? null) === sheet.name),
  )
  const longest = Math.max(0, ...blocks.map((block) => (block.kind === 'table' ? block.rows.length : 0)))
  const shown = nearestPage(longest, asked.page, ROWS_SHOWN)
  return {
    release: { id: release.id, title: release.title, number: t('releases:list.number', { id: release.id }) },
    name: sheet.name,
    sheets: sheets.map(({ key, name }) => ({ href: address(key), label: name, here: key === sheet.key })),
    blocks: blocks.map((block, at) =>
      blockModel(
        block,
        { columns: sheet.columns, label: labelOf(blocks, at, sheet, words), page: shown.page },
        address,
        words,
      ),
    ),
    marks: marksOn(sheet, words),
    pager: pagerOf(shown, (page) => address(sheet.key, page), words),
  }
}

type Address = (key: string) => string

/** Of several tables of a sheet each is told apart by its place among them. */
function labelOf(blocks: readonly SheetBlock[], at: number, { name }: Pick<SheetPlan, 'name'>, { t }: Words): string {
  const tables = blocks.filter(({ kind }) => kind === 'table')
  if (tables.length < 2) return name
  return t('releases:tables.table', { name, nth: tables.indexOf(blocks[at]!) + 1 })
}

type Shown = { columns: readonly ColumnPlan[]; label: string; page: number }

function blockModel(block: SheetBlock, { columns, label, page }: Shown, address: Address, words: Words) {
  if (block.kind === 'line') {
    // Beside a title stands the way back to the contents, which here are above.
    const own = block.cells.slice(0, block.style === 'title' ? 1 : undefined)
    const lines = own.flatMap((cell) => String(plainValue(cell) ?? '').split('\n'))
    // A sign before a text fills its column; here the text has a frame or none.
    return { style: block.style, text: lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).join(' · ') }
  }
  const rows = onPage(block.rows, page, ROWS_SHOWN)
  return {
    style: 'table' as const,
    label,
    /** Of the widest row: not every table has headings. */
    across: Math.max(1, block.heading.length, ...rows.map(({ cells }) => cells.length)),
    heading: block.heading.map((cell, at) => ({
      label: String(plainValue(cell) ?? ''),
      number: block.numbers?.[at] === true,
      isLong: String(plainValue(cell) ?? '').length > LONG,
    })),
    rows: rows.map((row) => rowModel(row, { columns, numbers: block.numbers ?? [] }, address, words)),
  }
}

/** A heading of so many letters would stand on a dozen lines over numbers of three digits. */
const LONG = 24

type ShownColumns = { columns: readonly ColumnPlan[]; numbers: readonly boolean[] }

function rowModel({ cells, style }: RowPlan, { columns, numbers }: ShownColumns, address: Address, words: Words) {
  const last = cells.findLastIndex((cell) => cell !== null)
  const isGroup = style === 'group' || style === 'note'
  return {
    isGroup,
    /** Across the table, with the code before it. */
    words: isGroup ? cells.map((cell) => plainValue(cell) ?? '').join(' ') : '',
    cells: cells.slice(0, last + 1).map((cell, at) => ({
      ...cellModel(cell, columns[at], address, words),
      isAmongNumbers: numbers[at] ?? (typeof plainValue(cell) === 'number' || isMark(cell)),
    })),
  }
}

function cellModel(cell: Cell, column: ColumnPlan | undefined, address: Address, { language }: Words) {
  const value = plainValue(cell)
  const own = typeof cell === 'object' && cell !== null ? cell : null
  return {
    /** Two languages stand under each other, as in the workbook. */
    isInLines: typeof value === 'string' && value.includes('\n'),
    text:
      typeof value === 'number'
        ? formatted(value, own && 'format' in own ? own.format : column?.format, language)
        : (value ?? ''),
    href: own && 'sheet' in own ? address(own.sheet) : null,
    tone: own && 'tone' in own ? (TONE_CLASS[own.tone] ?? null) : null,
  }
}

/** Classes of the page for the colours of the workbook. */
const TONE_CLASS: Partial<Record<string, string>> = { green: 'good', amber: 'warn', red: 'bad', grey: '' }

/** What stands on a sheet in place of numbers, and what it means. */
function marksOn({ rows }: SheetPlan, { t }: Words): { sign: string; meaning: string }[] {
  const found = new Set(rows.flatMap(({ cells }) => cells.filter(isMark).map(({ mark }) => String(mark))))
  return (Object.keys(MARKS) as MarkName[]).flatMap((name) => {
    const { sign, meaning } = MARKS[name]
    return sign !== null && found.has(sign) ? [{ sign, meaning: t(meaning) }] : []
  })
}
