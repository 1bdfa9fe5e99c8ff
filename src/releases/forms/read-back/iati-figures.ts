import { readXml } from '../../../spreadsheet/xml-parts.ts'

/** A number of an IATI file with what it is of, as the file says it. */
export type IatiFigure = {
  kind: 'target' | 'actual' | 'baseline'
  /** As titles begin: "V3". */
  indicator: string
  measure: string
  /** What is said of the indicator, in each language. */
  about: string
  first: string
  last: string
  /** Code of the area; empty: the whole project. */
  location: string
  /** Name and value of each, in their order: "sex=female". */
  dimensions: string
  value: string
  /** What is said of it, in each language on a line. */
  comment: string
}

const KINDS: readonly string[] = ['target', 'actual', 'baseline'] satisfies IatiFigure['kind'][]

/**
 * Every number of the results of an IATI file (2.03), read by a parser that shares no code with what writes such files.
 * @throws NotAWorkbook where it is not well-formed
 */
export function iatiFiguresIn(xml: string): IatiFigure[] {
  const figures: IatiFigure[] = []
  const open: string[] = []
  let [indicator, measure, about, first, last, title] = ['', '', '', '', '', '']
  let figure: IatiFigure | null = null
  readXml(xml, {
    open: (name, attributes) => {
      const of = (attribute: string) => attributes[attribute] ?? ''
      open.push(name)
      if (name === 'indicator') [indicator, measure, about, title] = ['', of('measure'), '', '']
      if (name === 'period-start') first = of('iso-date')
      if (name === 'period-end') last = of('iso-date')
      if (KINDS.includes(name)) {
        const days = name === 'baseline' ? { first: of('iso-date'), last: of('iso-date') } : { first, last }
        const kind = name as IatiFigure['kind']
        figure = {
          kind,
          indicator,
          measure,
          about,
          ...days,
          location: '',
          dimensions: '',
          value: of('value'),
          comment: '',
        }
        figures.push(figure)
      }
      if (figure && name === 'location') figure.location = of('ref')
      if (figure?.comment && name === 'narrative') figure.comment += '\n'
      if (figure && name === 'dimension')
        figure.dimensions = [figure.dimensions, `${of('name')}=${of('value')}`].filter(Boolean).join(' ')
    },
    text: (text) => {
      if (figure && open.at(-1) === 'narrative' && open.at(-2) === 'comment') figure.comment += text
      if (open.at(-1) !== 'narrative' || open.at(-3) !== 'indicator') return
      if (open.at(-2) === 'title') title += text
      if (open.at(-2) === 'description') about += text
    },
    close: (name) => {
      open.pop()
      if (name === 'title' && indicator === '') indicator = title.slice(0, title.indexOf('.'))
      if (KINDS.includes(name)) figure = null
    },
  })
  return figures
}
