import type { Text } from '../../language/text.ts'
import { type Words, wordsFor } from '../../language/words.ts'
import { element, escapedXml } from '../../spreadsheet/native-charts/xml.ts'
import type { ReleaseContent } from '../content/content.ts'

/** A text in each language; one that is the same in both stands once, in Vietnamese: it is a name. */
export function narratives({ vi, en }: Text): string[] {
  const inLanguage = (language: keyof Text, text: string) =>
    element('narrative', { 'xml:lang': language }, escapedXml(text))
  return vi === en ? [inLanguage('vi', vi)] : [inLanguage('vi', vi), inLanguage('en', en)]
}

/** An element whose only content is a text. */
export function told(name: string, text: Text, attributes: Record<string, string | number> = {}): string {
  return element(name, attributes, ...narratives(text))
}

/** The same sentence in both languages. */
export type InBoth = (say: (words: Words) => string) => Text

/** With the project's own words. */
export function inBothLanguages({ project }: Pick<ReleaseContent, 'project'>): InBoth {
  const [vi, en] = [wordsFor('vi', project.terms), wordsFor('en', project.terms)]
  return (say) => ({ vi: say(vi), en: say(en) })
}
