import { number } from '../language/format.ts'
import type { Words } from '../language/words.ts'

/** Which page is shown, from 1, of how many. */
export type PageOfPages = { page: number; pages: number }
/** Some of many rows: those of one page. */
export type RowsOfPage<Row> = PageOfPages & { rows: readonly Row[] }

/** The page that is as near to what was asked for as there are pages. */
export function nearestPage(count: number, asked: number, most: number): PageOfPages {
  const pages = Math.max(1, Math.ceil(count / most))
  return { page: Math.min(asked, pages), pages }
}

export function rowsOfPage<Row>(rows: readonly Row[], asked: number, most: number): RowsOfPage<Row> {
  const { page, pages } = nearestPage(rows.length, asked, most)
  return { rows: onPage(rows, page, most), page, pages }
}

export function onPage<Row>(rows: readonly Row[], page: number, most: number): readonly Row[] {
  return rows.slice((page - 1) * most, page * most)
}

/** What the part of that name shows: which page it is, and the way to the one before and after. */
export function pagerOf({ page, pages }: PageOfPages, address: (page: number) => string, { t, language }: Words) {
  return {
    label: t('common:pager.pages'),
    before: page > 1 ? { href: address(page - 1), label: t('common:pager.previous') } : null,
    here: t('common:pager.page', { page: number(page, language), pages: number(pages, language) }),
    after: page < pages ? { href: address(page + 1), label: t('common:pager.next') } : null,
  }
}
