/** Where a table, or the picture of it, can be had as a file. */
export type Downloads = {
  /** The picture as a slide; null of a table that has none. */
  slide: string | null
  xlsx: string
  csv: string
  machine: string
  /** The table alone, to be put on the clipboard. */
  table: string
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'charts/export/downloads': { downloads: Downloads; title: string }
    'charts/export/slide-links': { slide: string }
  }
}

/** Files of a table, by the names that routes have them under. */
export const TABLE_FILES = { xlsx: 'table.xlsx', csv: 'table.csv', machine: 'data.csv', table: 'table.html' } as const
export const SLIDE_FILE = 'picture.svg'

/**
 * @param hrefOf the address of a file beside the page
 * @param slideHref of its picture, if there is one
 */
export function downloadsAt(hrefOf: (file: string) => string, slideHref: string | null = null): Downloads {
  return {
    slide: slideHref,
    xlsx: hrefOf(TABLE_FILES.xlsx),
    csv: hrefOf(TABLE_FILES.csv),
    machine: hrefOf(TABLE_FILES.machine),
    table: hrefOf(TABLE_FILES.table),
  }
}
