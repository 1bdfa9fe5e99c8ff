import { quarterCode } from '../calendar/quarter.ts'
import type { Span } from '../calendar/span.ts'
import type { PublishableCell } from '../disclosure/publishable.ts'
import type { Answer } from '../figures/answer.ts'
import { PROJECT } from '../figures/question.ts'
import { UNSPLIT } from '../figures/split.ts'
import { type Choice, writeChoice } from './choice.ts'
import type { PageState } from './page-state.ts'
import { writeScope } from './scope/scope.ts'

/** The address of the page that says where a figure comes from; a page has hundreds of them. */
export function originIn(state: PageState, { question }: Answer): (cell: Pick<PublishableCell, 'ref'>) => string {
  const spanOf = new Map(question.spans.map(({ key, from, to }) => [key, between({ from, to })]))
  const by = encodeURIComponent((question.by ?? []).join('|'))
  const rest = restOf(state.choice)
  const { province, partner } = writeScope(state.scope)
  const ofWhom = partner === undefined ? '' : `&partner=${encodeURIComponent(partner)}`
  const ofAreas = province === undefined ? '' : `&province=${encodeURIComponent(province)}`
  return ({ ref: { indicator, group, span, cell } }) => {
    const dates = spanOf.get(span)
    if (dates === undefined) throw new Error(`no such span on this page: ${span}`)
    const what = `indicator=${encodeURIComponent(indicator)}&group=${encodeURIComponent(group)}`
    const which = cell === '' ? '' : `&cell=${encodeURIComponent(cell)}${cell === UNSPLIT ? `&by=${by}` : ''}`
    return `/figures/origin?${what}${dates}${which}${rest}${group === PROJECT ? ofAreas : ''}${ofWhom}`
  }
}

function between({ from, to }: Span): string {
  return `&from=${quarterCode(from)}&to=${quarterCode(to)}`
}

/** What of a choice belongs to a figure besides its span. */
function restOf({ basis, asAt, map }: Choice): string {
  return [
    basis === 'approved' ? '' : `&basis=${basis}`,
    asAt === null ? '' : `&asAt=${asAt}`,
    map === 'as-reported' ? '' : `&map=${map}`,
  ].join('')
}

/** Says in an address that the tables of a page are asked for. */
export const AS_TABLE = { view: 'table' }

/** The same choice on another page. */
export function carried(state: PageState, path: string, more: Record<string, string> = {}): string {
  return Object.keys(more).length === 0
    ? path + state.search
    : address(path, { ...writeChoice(state.choice, state.usual), ...writeScope(state.scope), ...more })
}

/** The page that compares, with the same choice. @param compared what of it is chosen already */
export function compareAddress(state: PageState, compared: Record<string, string> = {}): string {
  return carried(state, '/compare', compared)
}

/** What stands on the page at a path, with the same choice, on two sides of paper. */
export function briefAddress(state: PageState, path: string): string {
  return carried(state, `${path}/brief`)
}

export function address(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString()
  return search === '' ? path : `${path}?${search}`
}
