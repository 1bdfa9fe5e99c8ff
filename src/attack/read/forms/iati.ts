import { quarterOfDay } from '../../../calendar/quarter.ts'
import { type IatiFigure, iatiFiguresIn } from '../../../releases/forms/read-back/iati-figures.ts'
import { NotAWorkbook, readXml } from '../../../spreadsheet/xml-parts.ts'
import { type IssuedReport, NotAReport, type ToldFigure, type ToldPart } from '../report.ts'
import { rulesSaid, valuesSaid } from '../sayings.ts'
import { wholeNumberSaid } from './data-report.ts'

/**
 * What the IATI file of a report says of counts: what is hidden is not in it. Places and categories are named by their codes.
 * @throws NotAReport
 */
export function readIati(file: string, xml: string): IssuedReport {
  try {
    const said = saidIn(xml)
    const figures = iatiFiguresIn(xml)
    const told = figures.flatMap((figure, nth) => toldBy(figure, `${figure.kind}[${nth + 1}]`))
    if (told.length === 0) throw new NotAReport(file)
    return {
      file,
      languages: ['en'],
      audience: null,
      ...said,
      span: null,
      map: 'as-reported',
      former: new Map(),
      rules: rulesOf(figures),
      overlapping: new Set(),
      told,
      beside: [],
      changes: [],
      relations: [],
      untold: new Set(),
      leavesOut: true,
      isInCodes: true,
    }
  } catch (error) {
    if (error instanceof NotAWorkbook) throw new NotAReport(file)
    throw error
  }
}

/** How values add up, as the descriptions of indicators say. */
function rulesOf(figures: readonly IatiFigure[]): IssuedReport['rules'] {
  const abouts = new Map(figures.map(({ indicator, about }) => [indicator, about]))
  return new Map(
    [...abouts].flatMap(([indicator, about]) => {
      const rules = rulesSaid(about)
      return rules ? [[indicator, rules]] : []
    }),
  )
}

/** An amount, or what the comment says that a quotient or a mean is made of. */
function toldBy(figure: IatiFigure, at: string): ToldFigure[] {
  if (figure.kind !== 'actual') return []
  const dimensions = figure.dimensions
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split('=') as [string, string])
  const partner = dimensions.find(([name]) => name === 'partner')?.[1]
  const [breakdown, category] = dimensions.find(([name]) => name !== 'partner') ?? [null, null]
  const of = {
    indicator: figure.indicator,
    place: figure.location || partner || null,
    breakdown,
    category,
    span: { from: quarterOfDay(figure.first), to: quarterOfDay(figure.last) },
    period: `${figure.first} ${figure.last}`,
  }
  return countsIn(figure).map(([part, shown]) => ({
    ...of,
    part,
    shown,
    absent: false,
    coverage: null,
    isOfValues: true,
    at,
  }))
}

function countsIn({ value, measure, comment }: IatiFigure): [ToldPart, number][] {
  const said = comment.split(/; |\n/)
  const ratio = said.map((one) => valuesSaid(one, 'figures:ratio', ['numerator', 'denominator'])).find((one) => one)
  const [numerator, denominator] = ratio?.map(wholeIn) ?? []
  if (numerator != null && denominator != null)
    return [
      ['numerator', numerator],
      ['denominator', denominator],
    ]
  const n = said.map((one) => valuesSaid(one, 'figures:n', ['n'])?.[0]).find((one) => one !== undefined)
  if (n !== undefined) return wholeIn(n) === null ? [] : [['n', wholeIn(n)!]]
  return measure === UNIT && /^\d+$/.test(value) ? [['amount', Number(value)]] : []
}

/** Of the standard's list IndicatorMeasure. */
const UNIT = '1'

/** "1,234", "1.234", "1 234": counts have no fraction. */
function wholeIn(text: string): number | null {
  return /^\d+([.,\s]\d{3})*$/.test(text) ? Number(text.replace(/\D/g, '')) : null
}

/** Which report it is, of what day, and up to what counts are hidden, as its descriptions say. */
function saidIn(xml: string): Pick<IssuedReport, 'most' | 'asAt'> & { release: number | null } {
  const descriptions: string[] = []
  const open: string[] = []
  const isInDescription = () => open.slice(-3).join('/') === 'iati-activity/description/narrative'
  readXml(xml, {
    open: (name) => {
      open.push(name)
      if (isInDescription()) descriptions.push('')
    },
    text: (text) => {
      if (isInDescription()) descriptions[descriptions.length - 1] += text
    },
    close: () => void open.pop(),
  })
  const lines = descriptions.flatMap((one) => one.split('\n'))
  const saidBy = (find: (line: string) => string | undefined) => lines.map(find).find((one) => one !== undefined)
  return {
    most: wholeNumberSaid(saidBy((line) => valuesSaid(line, 'releases:iati.rule', ['most'])?.[0])),
    release: wholeNumberSaid(
      saidBy((line) => valuesSaid(line.split(': ')[0]!, 'releases:workbook.cover.version-value', ['id', 'when'])?.[0]),
    ),
    asAt: '',
  }
}
