import { element, escapedXml, valued } from './xml.ts'

/** As the words of the sheets. */
const FONT = '<a:latin typeface="Arial"/>'
const INK = '<a:solidFill><a:srgbClr val="1B2A2E"/></a:solidFill>'

/** A title of a chart or an axis, beside the plot and not over it. @param size in hundredths of a point */
export function titleXml(text: string, size: number): string {
  const run = element(
    'a:r',
    {},
    element('a:rPr', { lang: 'vi-VN', sz: size, b: size > 1000 ? 1 : 0 }, INK, FONT),
    element('a:t', {}, escapedXml(text)),
  )
  return element(
    'c:title',
    {},
    element('c:tx', {}, element('c:rich', {}, '<a:bodyPr/>', element('a:p', {}, run))),
    valued('c:overlay', 0),
  )
}

/** How words are written that have no look of their own. */
export function wordsLook(size: number): string {
  const look = element('a:defRPr', { sz: size }, INK, FONT)
  return element(
    'c:txPr',
    {},
    '<a:bodyPr/>',
    element('a:p', {}, element('a:pPr', {}, look), '<a:endParaRPr lang="vi-VN"/>'),
  )
}
