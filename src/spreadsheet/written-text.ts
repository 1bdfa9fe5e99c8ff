/** Text as a cell of an Excel file holds it: a cell has no place for more letters, and XML none for control characters. */
export function escapedText(text: string): string {
  return printable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** What is left of a text without what a file can't hold. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767)
}
