/** A model as an outline to be read: a line for what holds only text and numbers. What is empty is left out. */
export function outline(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return value.join(' | ')
    return value.map((one) => `\n${indent}- ${outline(one, `${indent}  `).trimStart()}`).join('')
  }
  if (isPlain(value)) return String(value)
  const held = Object.entries(value as object).filter(([, one]) => !isEmpty(one))
  const isFlat = held.every(([, one]) => isPlain(one) || (Array.isArray(one) && one.every(isPlain)))
  const told = held.map(([name, one]) => `${name}: ${outline(one, `${indent}  `)}`)
  return isFlat ? told.join('; ') : told.map((one) => `\n${indent}${one.replace(/ +$/m, '')}`).join('')
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object'
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}
