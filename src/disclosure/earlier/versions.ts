import { parseAtom } from '../atoms.ts'

/** Atoms that are versions of one value, each with the one that corrected it. */
export function restatedPairs(names: Iterable<string>): [old: string, corrected: string][] {
  const versions = new Map<string, { name: string; approvedFrom: number }[]>()
  for (const name of names) {
    const atom = parseAtom(name)
    if (!atom) continue
    const { approvedFrom, ...rest } = atom
    const value = Object.values(rest).join('|')
    const known = versions.get(value)
    if (known) known.push({ name, approvedFrom })
    else versions.set(value, [{ name, approvedFrom }])
  }
  return [...versions.values()].flatMap((list) => {
    const ordered = list.sort((a, b) => a.approvedFrom - b.approvedFrom)
    return ordered.slice(1).map(({ name }, at): [string, string] => [ordered[at]!.name, name])
  })
}
