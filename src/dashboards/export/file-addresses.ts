import type { TABLE_FILES } from '../../charts/export/downloads.ts'

/** Where the files of a page's table are; written out, so that each address of the program is found in the code as it is asked for. */
export type FileAddresses = Readonly<Record<keyof typeof TABLE_FILES, string>>
export const COMPARISON_FILES: FileAddresses = {
  csv: '/compare/table.csv',
  machine: '/compare/data.csv',
  xlsx: '/compare/table.xlsx',
  table: '/compare/table.html',
}
export const OVERVIEW_FILES: FileAddresses = {
  csv: '/overview/table.csv',
  machine: '/overview/data.csv',
  xlsx: '/overview/table.xlsx',
  table: '/overview/table.html',
}
export const COMPONENT_FILES: FileAddresses = {
  csv: '/components/:component/table.csv',
  machine: '/components/:component/data.csv',
  xlsx: '/components/:component/table.xlsx',
  table: '/components/:component/table.html',
}
export const PROVINCE_FILES: FileAddresses = {
  csv: '/provinces/:place/table.csv',
  machine: '/provinces/:place/data.csv',
  xlsx: '/provinces/:place/table.xlsx',
  table: '/provinces/:place/table.html',
}
export const PARTNER_FILES: FileAddresses = {
  csv: '/partners/:partner/table.csv',
  machine: '/partners/:partner/data.csv',
  xlsx: '/partners/:partner/table.xlsx',
  table: '/partners/:partner/table.html',
}
export const INDICATOR_FILES: FileAddresses = {
  csv: '/indicators/:code/table.csv',
  machine: '/indicators/:code/data.csv',
  xlsx: '/indicators/:code/table.xlsx',
  table: '/indicators/:code/table.html',
}
