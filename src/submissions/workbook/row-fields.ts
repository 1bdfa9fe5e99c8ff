/** Which field is typed in which column, as it stands before a row of an Excel form: "C=v.V3.sex=male D=… ~hash". Null: it is no mark. */
export function rowFields(mark: string): { fields: { column: string; field: string }[]; hash: string } | null {
  const [hash = '', ...rest] = mark.split(' ').reverse()
  if (!hash.startsWith('~') || rest.length === 0) return null
  const fields = rest
    .reverse()
    .map((one) => ({ column: one.slice(0, one.indexOf('=')), field: one.slice(one.indexOf('=') + 1) }))
  return { fields, hash }
}

/** What stands in the first cell of an Excel form's sheet: "3P/0". */
export function isFormMark(text: string): boolean {
  return /^3P\/\d{1,3}$/.test(text)
}
