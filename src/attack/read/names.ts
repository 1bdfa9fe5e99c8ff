import type { Language } from '../../vocabulary/language.ts'
import type { IssuedReport, ToldFigure } from './report.ts'
import { seriesKey } from './report.ts'

/** What one thing is called in the files, in the languages in which it is known. */
type Named = Partial<Record<Language, string>> & { name: string }

/**
 * The same reports with one name for one place, breakdown and category, whatever language a file is in: a file in both
 * languages tells which names belong together; of two in one language each, lists of the same length go by their order.
 */
export function withSameNames(reports: readonly IssuedReport[]): IssuedReport[] {
  const known = new Map<string, Named[]>()
  return reports.map((report) => {
    const places = identify(
      known,
      'place',
      namesIn(report.told, ({ place }) => place),
      report.languages,
    )
    const ofIndicator = new Map<string, ToldFigure[]>(report.told.map(({ indicator }) => [indicator, []]))
    for (const one of report.told) ofIndicator.get(one.indicator)!.push(one)
    const lists = new Map<string, Map<string, string>>()
    /** Looked for once a list: every figure asks. */
    const within = (scope: string, names: () => readonly string[]) => {
      const found = lists.get(scope) ?? identify(known, scope, names(), report.languages)
      lists.set(scope, found)
      return found
    }
    const breakdownOf = (code: string, name: string) => {
      const names = () => namesIn(ofIndicator.get(code) ?? [], ({ breakdown }) => breakdown)
      return within(`breakdown ${code}`, names).get(flat(name)) ?? flat(name)
    }
    const categoryOf = (code: string, breakdown: string, name: string) => {
      const isOf = (one: ToldFigure) => one.breakdown !== null && flat(one.breakdown) === flat(breakdown)
      const names = () => namesIn((ofIndicator.get(code) ?? []).filter(isOf), ({ category }) => category)
      return within(`category ${code} ${breakdownOf(code, breakdown)}`, names).get(flat(name)) ?? flat(name)
    }
    const told = report.told.map((one): ToldFigure => {
      const { indicator, place, breakdown, category } = one
      return {
        ...one,
        place: place && (places.get(flat(place)) ?? flat(place)),
        breakdown: breakdown && breakdownOf(indicator, breakdown),
        category: breakdown && category && categoryOf(indicator, breakdown, category),
      }
    })
    const overlapping = new Set(
      [...report.overlapping].map((key) => {
        const at = key.indexOf('|')
        return seriesKey(key.slice(0, at), breakdownOf(key.slice(0, at), key.slice(at + 1)))
      }),
    )
    return { ...report, told, overlapping }
  })
}

function namesIn(told: readonly ToldFigure[], of: (one: ToldFigure) => string | null): string[] {
  return [...new Set(told.flatMap((one) => of(one) ?? []).map(flat))]
}

/** One name each for what a file calls the members of one list. */
function identify(
  known: Map<string, Named[]>,
  scope: string,
  names: readonly string[],
  languages: readonly Language[],
): Map<string, string> {
  const before = known.get(scope) ?? []
  const sides = names.map((name) => inLanguages(name, languages))
  const matched = sides.map((one) => before.find((other) => isSame(one, other)))
  const byOrder = matched.every((one) => one === undefined) && before.length === names.length
  const found = sides.map((one, nth) => {
    const same = matched[nth] ?? (byOrder ? before[nth] : undefined)
    return same ? Object.assign(same, { ...one, name: same.name }) : one
  })
  known.set(scope, [...new Set([...before, ...found])])
  return new Map(names.map((name, nth) => [name, found[nth]!.name]))
}

function inLanguages(name: string, languages: readonly Language[]): Named {
  const halves = name.split(' / ')
  const half = halves.length / 2
  if (languages.length < 2) return { name, ...(languages[0] ? { [languages[0]]: name } : {}) }
  if (halves.length % 2 === 1) return { name, vi: name, en: name }
  return { name, vi: halves.slice(0, half).join(' / '), en: halves.slice(half).join(' / ') }
}

/** Proper names are the same in both languages. */
function isSame(one: Named, other: Named): boolean {
  const names = [other.vi, other.en].filter((name) => name !== undefined)
  return [one.vi, one.en].some((name) => name !== undefined && names.includes(name))
}

/** Two languages stand under each other on one sheet and side by side on another. */
function flat(name: string): string {
  return name.replaceAll('\n', ' / ')
}
