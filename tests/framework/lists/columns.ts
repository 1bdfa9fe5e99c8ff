import { z } from 'zod'
import type { ListName } from '../../../src/framework/list-name.ts'
import { LISTS } from '../../../src/framework/project-data.ts'

/** A column of a list: the way to it in a row ("names.kind"), whether it may be left out, and what alone it may be. */
export type Column = { path: string; optional: boolean; among: readonly (string | number)[] }

type Node = {
  type?: string
  properties?: Record<string, Node>
  required?: string[]
  items?: Node
  anyOf?: Node[]
  oneOf?: Node[]
  enum?: (string | number)[]
  const?: string | number
}

/** The columns of a list as its rules read them; those of changes.json begin with the kind of change. */
export function columnsOf(list: ListName): Column[] {
  const schema = z.toJSONSchema(LISTS[list], { io: 'input', unrepresentable: 'any' }) as Node
  const rows = schema.items ?? schema
  const kinds = rows.oneOf ?? rows.anyOf
  if (!kinds) return columnsIn(rows, '')
  return kinds
    .flatMap((kind) => columnsIn(kind, `${kind.properties!.change!.const}.`))
    .filter(({ path }) => !path.endsWith('.change') && !/^(redefine.set|plan.phases)\./.test(path))
}

function columnsIn(node: Node, before: string): Column[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, given]) => {
    const [inner, own] = [withoutNull(given), `${before}${name}`]
    const column = { path: own, optional: !node.required?.includes(name), among: among(inner) }
    const below = inner.type === 'array' ? withoutNull(inner.items!) : inner
    return isText(below) ? [column] : [column, ...columnsIn(below, `${own}.`)]
  })
}

/** Of what may be null, or written in short, the form with columns. */
function withoutNull(node: Node): Node {
  return (
    node.anyOf?.find(({ properties, items }) => properties ?? items) ??
    node.anyOf?.find(({ type }) => type !== 'null') ??
    node
  )
}

function among(node: Node): readonly (string | number)[] {
  return node.enum ?? (node.const === undefined ? [] : [node.const])
}

/** A text in both languages is one column. */
function isText({ properties }: Node): boolean {
  return Object.keys(properties ?? {}).join() === 'vi,en'
}
