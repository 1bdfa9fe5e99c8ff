import type { Words } from '../language/words.ts'

/** Some of many rows: those of one page, which is as near to what was asked for as there are pages. */
export type RowsOfPage<Row> = { rows: readonly Row[]; page: number; pages: number }

export function rowsOfPage<Row>(rows: readonly Row[], asked: number, most: number): RowsOfPage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / most))
  const page = Math.min(asked, pages)
  return { rows: rows.slice((page - 1) * most, page * most), page, pages }
}

/** What the part of that name shows: which page it is, and the way to the one before and after. */
export function pagerOf({ page, pages }: RowsOfPage<unknown>, address: (page: number) => string, { t }: Words) {
  return {
    label: t('common:pager.pages'),
    before: page > 1 ? { href: address(page - 1), label: t('common:pager.previous') } : null,
    here: t('common:pager.page', { page, pages }),
    after: page < pages ? { href: address(page + 1), label: t('common:pager.next') } : null,
  }
}
