/** Rows by something they have in common, in the order given. */
export function grouped<Row, T>(rows: readonly Row[], by: (row: Row) => number, as: (row: Row) => T): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const known = groups.get(by(row))
    if (known) known.push(as(row))
    else groups.set(by(row), [as(row)])
  }
  return groups
}
