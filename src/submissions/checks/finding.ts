/** A finding at a field, with the numbers its sentence names, on the scale stored. */
export type Finding<Code extends string> = {
  code: Code
  indicator: string
  field: string
  numbers: Record<string, number>
}

/** Named so that a confirmation holds for exactly what was shown. */
export function findingId(finding: Finding<string>): string {
  return [finding.code, finding.field, ...Object.values(finding.numbers)].join('|')
}
