/** Rows by something they have in common, in the order given. */
export function grouped<Row, Key, T>(rows: readonly Row[], by: (row: Row) => Key, as: (row: Row) => T): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const row of rows) {
    const known = groups.get(by(row))
    if (known) known.push(as(row))
    else groups.set(by(row), [as(row)])
  }
  return groups
}
