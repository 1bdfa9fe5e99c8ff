/**
 * The fields of a CSV file line by line (RFC 4180), without its byte order mark; after the last line break stands a line of one empty
 * field. It shares no code with what writes such files, so that a fault there is seen here.
 */
export function* csvFields(file: string, separator: ',' | ';'): Generator<string[]> {
  const field = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, 'gy')
  let line: string[] = []
  for (const [, given, end] of file.replace(/^\uFEFF/, '').matchAll(field)) {
    line.push(given!.startsWith('"') ? given!.slice(1, -1).replaceAll('""', '"') : given!)
    if (end === separator) continue
    yield line
    line = []
    if (end === '') return
  }
}

/** What stands behind the apostrophe by which a text is kept from being taken for a formula. */
export function textOfField(field: string): string {
  return /^'[=+\-@\t\r]/.test(field) ? field.slice(1) : field
}
