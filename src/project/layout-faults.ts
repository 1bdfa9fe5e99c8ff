import type { Text } from '../language/text.ts'
import { NEEDED_SHEETS, TRACKING_COLUMNS, WORKBOOK_SHEETS } from './workbook-parts.ts'

const PARTS = { sheets: WORKBOOK_SHEETS, columns: TRACKING_COLUMNS } as const
type PartNames = typeof PARTS

/** A sheet or a column as a layout names it, whether there is one or not. */
export type WrittenPart = { is: string; name: Text | null }

/**
 * What can't be followed in a layout of workbooks.
 * @property at which of the sheets or columns, from 0; null of one that is missing
 */
export type LayoutFault = {
  part: keyof PartNames
  at: number | null
  fault: 'unknown' | 'twice' | 'missing'
  is: string
}

/** A layout by which nothing can be issued, and what is wrong with it. */
export type BrokenLayout = { name: Text; faults: readonly LayoutFault[] }

/**
 * A layout names only what there is, each once, and the sheets without which the others can't be read. Files are held against it before
 * they are loaded; in the database a layout may have been changed by hand, or kept by another version of the program.
 */
export function layoutFaults(layout: { [Part in keyof PartNames]: readonly { is: string }[] }): LayoutFault[] {
  const standing = (['sheets', 'columns'] as const).flatMap((part) => {
    const names = layout[part].map(({ is }) => is)
    return names.flatMap((is, at): LayoutFault[] => {
      const fault = names.indexOf(is) < at ? 'twice' : isPart(part, is) ? null : 'unknown'
      return fault ? [{ part, at, fault, is }] : []
    })
  })
  const missing = missingSheets(layout)
  return [...standing, ...missing.map((is): LayoutFault => ({ part: 'sheets', at: null, fault: 'missing', is }))]
}

function missingSheets({ sheets }: { sheets: readonly { is: string }[] }) {
  return NEEDED_SHEETS.filter((needed) => !sheets.some(({ is }) => is === needed))
}

/** What of a layout can be followed: so much can be looked at while it is at fault. */
export function usableParts(layout: { [Part in keyof PartNames]: readonly WrittenPart[] }) {
  const faults = layoutFaults(layout)
  const usable = <Part extends keyof PartNames>(part: Part) =>
    layout[part].filter((_, at) => !faults.some((one) => one.part === part && one.at === at)) as {
      is: PartNames[Part][number]
      name: Text | null
    }[]
  const columns = usable('columns')
  return {
    sheets: [...usable('sheets'), ...missingSheets(layout).map((is) => ({ is, name: null }))],
    columns: columns.length > 0 ? columns : TRACKING_COLUMNS.map((is) => ({ is, name: null })),
  }
}

/**
 * Sheets or columns as the database keeps them.
 * @param json a list of them; what in it is no sheet or column at all is called by what stands there
 */
export function writtenParts(json: string): WrittenPart[] {
  const list = JSON.parse(json) as unknown[]
  return list.map((one) => (isWritten(one) ? { is: one.is, name: one.name ?? null } : { is: textIn(one), name: null }))
}

function isPart(part: keyof PartNames, is: string): boolean {
  return PARTS[part].some((known) => known === is)
}

function isWritten(one: unknown): one is { is: string; name?: Text | null } {
  if (typeof one !== 'object' || one === null || !('is' in one) || typeof one.is !== 'string') return false
  const name = 'name' in one ? one.name : null
  return name === null || isText(name)
}

function isText(name: unknown): name is Text {
  if (typeof name !== 'object' || name === null || !('vi' in name) || !('en' in name)) return false
  return typeof name.vi === 'string' && typeof name.en === 'string'
}

function textIn(one: unknown): string {
  return typeof one === 'string' ? one : JSON.stringify(one)
}
