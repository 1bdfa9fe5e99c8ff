import type { ValidationRule } from '../../indicators/validation/validation-rule.ts'

/** A finding at a field, with the numbers its sentence names, on the scale stored. */
export type Finding<Code extends string> = {
  code: Code
  indicator: string
  field: string
  numbers: Record<string, number>
  /** The rule between two indicators that does not hold. */
  rule?: ValidationRule
}

/** Named so that a confirmation holds for exactly what was shown. */
export function findingId(finding: Finding<string>): string {
  const { code, field, numbers, rule } = finding
  const two = rule ? [rule.lesser, rule.part, rule.greater] : []
  return [code, field, ...two, ...Object.values(numbers)].join('|')
}
