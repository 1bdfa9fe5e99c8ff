import { pageParam } from '../../forms/params.ts'

/** What can be asked for in the address of a page of figures. */
export const PARAMETERS = [
  'quarter',
  'from',
  'to',
  'grain',
  'basis',
  'map',
  'asAt',
  'donor',
  'province',
  'partner',
  'sdg',
  'gcm',
  'component',
  'only',
  'sort',
  'period',
  'rank',
  'since',
  'of',
  'indicator',
  'other',
  'against',
  'year',
  'day',
  'view',
  'page',
  'panel',
  'table',
  'picture',
  'section',
] as const
export type ParameterName = (typeof PARAMETERS)[number]

/** Why it is not shown: it is not on its list, or no time that there are figures of. */
export const WRONGS = [
  'not-offered',
  'bad-period',
  'empty-span',
  'before-project',
  'after-project',
  'not-in-report',
] as const
export type Wrong = (typeof WRONGS)[number]

/** Something that an address asks for and that can't be shown: a page shows the usual in its place, and names it. */
export type WrongParameter = {
  name: ParameterName
  value: string
  why: Wrong
  /** What else its sentence names. */
  values?: Readonly<Record<string, string>>
}

/** An address as it was sent. */
type Asked = Record<string, unknown>

/** One of a closed list, or why it can't be shown. Nothing, or nothing written, asks for nothing. */
export function oneOffered<T extends string>(
  query: Asked,
  name: ParameterName,
  list: readonly T[],
): { found: T | null; wrong: WrongParameter[] } {
  const given = query[name]
  if (given === undefined || given === '') return { found: null, wrong: [] }
  const found = list.find((one) => one === given) ?? null
  return { found, wrong: found === null ? [{ name, value: shortened(given), why: 'not-offered' }] : [] }
}

/** Which page of a long list is asked for, from 1. */
export function pageAsked(query: Asked): { page: number; wrong: WrongParameter[] } {
  const read = pageParam.safeParse(query.page === '' ? undefined : query.page)
  if (read.success) return { page: read.data, wrong: [] }
  return { page: 1, wrong: [{ name: 'page', value: shortened(query.page), why: 'not-offered' }] }
}

/** What pages of figures may be asked for besides their figures: themselves as tables, and a page of what is long. */
export function wrongOfPage(query: Asked): WrongParameter[] {
  return [...oneOffered(query, 'view', ['table']).wrong, ...pageAsked(query).wrong]
}

/** An address without what could not be shown. */
export function withoutWrong(query: Asked, wrong: readonly WrongParameter[]): Asked {
  const names = new Set<string>(wrong.map(({ name }) => name))
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.has(name)))
}

/** As much of what somebody wrote as is said again. */
export function shortened(given: unknown): string {
  return String(given).slice(0, 40)
}

/** An address that asks for something that can't be shown, where nothing else may stand in its place: in one figure, in a file. */
export class WrongAddress extends Error {
  constructor(readonly wrong: readonly WrongParameter[]) {
    super(wrong.map(({ name, why }) => `${name}: ${why}`).join(', '))
  }
}

/** What a page has under the name that an address asks for: something else has no place to stand in. @throws WrongAddress */
export function orNotOffered<T>(query: Asked, name: ParameterName, found: T | null): T | null {
  if (found === null && query[name] !== undefined)
    throw new WrongAddress([{ name, value: shortened(query[name]), why: 'not-offered' }])
  return found
}

/** @throws WrongAddress */
export function refuseWrong(wrong: readonly WrongParameter[]): void {
  if (wrong.length > 0) throw new WrongAddress(wrong)
}
