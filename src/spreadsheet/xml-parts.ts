import sax from 'sax'

/** A file that is no workbook, or not a whole one. */
export class NotAWorkbook extends Error {}

type Attributes = Readonly<Record<string, string>>
type Handlers = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Tells what stands in a part of a workbook, from its beginning to its end; names are told without their prefix. */
export function readXml(xml: string, { open, text, close }: Handlers): void {
  const parser = sax.parser(true)
  parser.onerror = (cause) => {
    throw new NotAWorkbook('a part is not well-formed', { cause })
  }
  if (open) parser.onopentag = ({ name, attributes }) => open(bare(name), attributes as Attributes)
  if (text) parser.ontext = text
  if (close) parser.onclosetag = (name) => close(bare(name))
  parser.write(xml).close()
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Where the relations of a part lead, by their id. */
export function relationTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  readXml(xml, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target)
    },
  })
  return targets
}

/** The sheets of a workbook in their order, hidden ones too. */
export function sheetsIn(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string }[] = []
  readXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'sheet') sheets.push({ name: attributes.name ?? '', relation: attributes['r:id'] ?? '' })
    },
  })
  return sheets
}

/** The path of a sheet's part from where its relation leads. */
export function sheetPath(target: string | undefined): string {
  return target?.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Texts that cells name by number; one of several runs is their whole, without how it is pronounced. */
export function stringsIn(xml: string): string[] {
  const strings: string[] = []
  let [inText, spoken] = [false, false]
  readXml(xml, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') spoken = true
      inText = name === 't' && !spoken
    },
    text: (text) => {
      if (inText) strings[strings.length - 1] += text
    },
    close: (name) => {
      if (name === 'rPh') spoken = false
      inText = false
    },
  })
  return strings.map(unescaped)
}

/** Characters that XML has no place for are written by number (ECMA-376, part 1, §22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Formats of numbers that a workbook need not describe (ECMA-376, part 1, §18.8.30) and that show a day or a time, or per cent. */
const DATE_FORMATS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]
const PERCENT_FORMATS = [9, 10]

/** Styles by their number: those that show a number as a day or a time, and those that show it as per cent. */
export type StylesShowing = { dates: ReadonlySet<number>; percents: ReadonlySet<number> }

/** What the styles of a workbook show numbers as: what stands in such a cell is not the number one sees. */
export function stylesShowing(xml: string): StylesShowing {
  const formats = { dates: new Set(DATE_FORMATS), percents: new Set(PERCENT_FORMATS) }
  const styles = { dates: new Set<number>(), percents: new Set<number>() }
  let [inCells, nth] = [false, 0]
  readXml(xml, {
    open: (name, { numFmtId, formatCode = '' }) => {
      const format = Number(numFmtId)
      if (name === 'numFmt' && lettersOf(formatCode).includes('%')) formats.percents.add(format)
      else if (name === 'numFmt' && /[ymdhs]/i.test(lettersOf(formatCode))) formats.dates.add(format)
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      if (formats.dates.has(format)) styles.dates.add(nth)
      if (formats.percents.has(format)) styles.percents.add(nth)
      nth++
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** A format without what is written as it is: in quotation marks, in brackets, after a stroke. */
function lettersOf(code: string): string {
  return code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/General/gi, '')
}
