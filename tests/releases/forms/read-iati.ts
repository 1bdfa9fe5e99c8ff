import sax from 'sax'

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
