import { colourOf, type Terms } from '../../language/terms.ts'
import type { Words } from '../../language/words.ts'
import { type ComponentColour, type Section, sectionOf } from '../../vocabulary/component.ts'

/** A component over its indicators; the key is that of addresses and styles, also of what belongs to none. */
export type ComponentHeading = { key: Section; colour: ComponentColour | 'none'; title: string }

export function componentHeading(component: string | null, words: Words): ComponentHeading {
  return {
    key: sectionOf(component),
    colour: colourOf(words.terms, component),
    title: words.component(component),
  }
}

/** What is shown of each component that has any of it, in the order of the framework; what belongs to none comes last. */
export function byComponent<T>(
  all: readonly T[],
  componentOf: (one: T) => string | null,
  { components }: Pick<Terms, 'components'>,
): { component: string | null; own: T[] }[] {
  return [...components.map(({ code }) => code), null].flatMap((component) => {
    const own = all.filter((one) => componentOf(one) === component)
    return own.length === 0 ? [] : [{ component, own }]
  })
}
