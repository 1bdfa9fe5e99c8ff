import { TRAITS } from '../../../indicators/measure.ts'
import { codeKey } from '../code-key.ts'
import type { IssuedReport, ToldFigure } from '../report.ts'

/**
 * Reports whose places and categories are named by codes alone, by the names that other files have for them; of those files it is also
 * known what is measured. And of what a file does not say of itself, what another file of the same report says: for whom it is, and
 * what is hidden from them.
 */
export function withNamesForCodes(reports: readonly IssuedReport[]): IssuedReport[] {
  const named = reports.find(({ codes }) => codes !== undefined)
  const codes = new Map(reports.toReversed().flatMap(({ codes }) => [...(codes ?? [])]))
  const measures = new Map(reports.flatMap(({ measures }) => [...(measures ?? [])]))
  return reports.map((given) => {
    const report = { ...given, ...saidBeside(given, reports) }
    if (!report.isInCodes || !named) return report
    const nameOf = (kind: 'place' | 'breakdown' | 'category', indicator: string, code: string | null) =>
      code && (codes.get(codeKey(kind, indicator, code)) ?? code)
    const told = report.told
      .filter(({ indicator, part }) => TRAITS[measures.get(indicator) ?? 'count'].counted.includes(part))
      .map((one): ToldFigure => {
        const { indicator, place, breakdown, category } = one
        return {
          ...one,
          place: nameOf('place', indicator, place),
          breakdown: nameOf('breakdown', indicator, breakdown),
          category: breakdown && nameOf('category', indicator, `${breakdown}=${category}`),
        }
      })
    return { ...report, languages: named.languages, told: [...told, ...hiddenBeside(report, told, reports)] }
  })
}

/**
 * What is hidden is left out of an IATI file. That it is there all the same, another file of the same report says: without it, what is
 * shown of a breakdown would be taken for all of it.
 */
function hiddenBeside(report: IssuedReport, told: readonly ToldFigure[], all: readonly IssuedReport[]): ToldFigure[] {
  const number = numberOf(report)
  const beside = all.find((one) => one.codes !== undefined && number !== null && numberOf(one) === number)
  const known = new Set(told.map(placeOfCount))
  return (beside?.told ?? []).filter((one) => one.isOfValues && one.shown === null && !known.has(placeOfCount(one)))
}

function placeOfCount({ indicator, part, place, breakdown, category, span }: ToldFigure): string {
  return [indicator, part, place, breakdown, category, span.from, span.to].join('|')
}

function saidBeside(
  report: IssuedReport,
  all: readonly IssuedReport[],
): Pick<IssuedReport, 'audience' | 'most' | 'asAt'> {
  const number = numberOf(report)
  const same = number === null ? [] : all.filter((one) => numberOf(one) === number)
  return {
    audience: report.audience ?? same.find(({ audience }) => audience !== null)?.audience ?? null,
    most: report.most ?? same.find(({ most }) => most !== null)?.most ?? null,
    asAt: report.asAt || (same.find(({ asAt }) => asAt !== '')?.asAt ?? ''),
  }
}

/**
 * The number of a report as the file says it or, where it does not, as it is called when it is downloaded:
 * "TMSV-2021-Q1-2021-Q4-no12-en.data.csv".
 */
function numberOf({ release, file }: IssuedReport): number | null {
  const named = /-no(\d+)-/.exec(file)?.[1]
  return release ?? (named ? Number(named) : null)
}
