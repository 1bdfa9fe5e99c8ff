import { instant } from '../../language/format.ts'
import type { Language } from '../../vocabulary/language.ts'

/** A page of an entry form as a device keeps it, to be shown without a line; whose it is, and what its page asks for. */
export type KeptForm = { person: string; html: string; files: string[] }

/**
 * Only a form that can be typed into is kept: any other page shows figures, and old ones are never shown as new. What was
 * said once of what had just been done is not said again.
 */
export function keptForm(page: string): KeptForm | null {
  const person = /<body data-person="(\d+)"/.exec(page)?.[1]
  if (person === undefined || !page.includes(' id="entry"')) return null
  const html = page.replace(/<p class="notice good" role="status">[^<]*<\/p>/, '')
  return { person, html, files: [...new Set(html.match(/\/assets\/[\w.?=-]+/g))] }
}

/** The page as it is shown without a line: it says so, and from when it is. */
export function shownWithoutLine({ html, at }: { html: string; at: number }): string {
  const language: Language = /<html lang="en"/.test(html) ? 'en' : 'vi'
  return html
    .replace('data-no-line hidden', 'data-no-line role="alert"')
    .replace('<time></time>', `<time>${instant(at, language)}</time>`)
}

/** Whether an address may be that of an entry form: of one that has been begun, or of one that is due. */
export function isFormAddress(path: string): boolean {
  return /^\/submissions\/(?:start|\d+)$/.test(path)
}
