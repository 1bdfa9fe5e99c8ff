import sax from 'sax'

export type Node = { name: string; attributes: Record<string, string>; inside: Node[]; text: string }

/** A part as a tree: throws where it is not well-formed. */
export function treeOf(xml: string): Node {
  const root: Node = { name: '', attributes: {}, inside: [], text: '' }
  const open = [root]
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, inside: [], text: '' }
    open.at(-1)!.inside.push(node)
    open.push(node)
  }
  parser.ontext = (text) => {
    open.at(-1)!.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
  return root.inside[0]!
}
export function all(node: Node, name: string): Node[] {
  return [...(node.name === name ? [node] : []), ...node.inside.flatMap((one) => all(one, name))]
}

/** Which elements hold what may not stand in them, or in another order than the schema has. @param order of those that are looked at */
export function outOfOrder(order: Readonly<Record<string, readonly string[]>>, node: Node): string[] {
  const own = order[node.name]
  const places = node.inside.map(({ name }) => own?.indexOf(name) ?? 0)
  const wrong = places.some((place, nth) => place === -1 || place < (places[nth - 1] ?? 0))
  return [
    ...(wrong ? [`${node.name}: ${node.inside.map(({ name }) => name).join(' ')}`] : []),
    ...node.inside.flatMap((one) => outOfOrder(order, one)),
  ]
}
