import sax from 'sax'

/** A number of an IATI file with what it is of: a reading by a parser that shares nothing with what wrote it. */
export type ReadFigure = {
  kind: 'target' | 'actual' | 'baseline'
  /** As titles begin: "V3". */
  indicator: string
  measure: string
  first: string
  last: string
  location: string
  /** "sex=female". */
  dimensions: string
  value: string
}

export type ReadElement = { name: string; attributes: Record<string, string>; parents: string[]; text: string }

/** Every element of a file in its order. */
export function elementsIn(xml: string): ReadElement[] {
  const parser = sax.parser(true)
  const [all, open]: [ReadElement[], ReadElement[]] = [[], []]
  parser.onopentag = ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      parents: open.map((one) => one.name),
      text: '',
    }
    all.push(element)
    open.push(element)
  }
  parser.ontext = (text) => {
    const inside = open.at(-1)
    if (inside) inside.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
  return all
}

/** Every number of the results. */
export function figuresIn(xml: string): ReadFigure[] {
  const figures: ReadFigure[] = []
  let [indicator, measure, first, last] = ['', '', '', '']
  for (const { name, attributes, parents, text } of elementsIn(xml)) {
    const parent = parents.at(-1)
    if (name === 'indicator') [indicator, measure] = ['', attributes.measure!]
    if (name === 'narrative' && parent === 'title' && parents.at(-2) === 'indicator' && indicator === '')
      indicator = text.slice(0, text.indexOf('.'))
    if (name === 'period-start') first = attributes['iso-date']!
    if (name === 'period-end') last = attributes['iso-date']!
    if (name === 'target' || name === 'actual' || name === 'baseline')
      figures.push({
        kind: name,
        indicator,
        measure,
        ...(name === 'baseline' ? { first: attributes['iso-date']!, last: attributes['iso-date']! } : { first, last }),
        location: '',
        dimensions: '',
        value: attributes.value!,
      })
    const figure = figures.at(-1)
    if (name === 'location' && figure && parents.includes('period')) figure.location = attributes.ref!
    if (name === 'dimension' && figure) figure.dimensions = `${attributes.name}=${attributes.value}`
  }
  return figures
}
