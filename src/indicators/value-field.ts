/**
 * `v` value, `d` denominator or n, `s` state of the row, `r` what is said of it in words (a remark, the reason why it does not apply), `k`
 * "the words may be kept as they are".
 */
export type FieldPart = 'v' | 'd' | 's' | 'r' | 'k'

/** Name of an input: "v.V3.age=16-17|sex=female", "d.V6", "s.V3". */
export function fieldName(part: FieldPart, indicator: string, cell = ''): string {
  return cell === '' ? `${part}.${indicator}` : `${part}.${indicator}.${cell}`
}

export function fieldOf(name: string): { part: FieldPart; indicator: string; cell: string } | null {
  const found = /^([vdsrk])\.([A-Z]+\d+)(?:\.(.+))?$/.exec(name)
  return found ? { part: found[1] as FieldPart, indicator: found[2]!, cell: found[3] ?? '' } : null
}
