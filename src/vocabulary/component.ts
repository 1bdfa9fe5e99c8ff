/** What belongs to no component, where it needs a name. No component is called so. */
export const CROSS_CUTTING = 'cross-cutting'

/** A component by its code in addresses, styles and screens; what belongs to none is a section too. */
export type Section = string

export function sectionOf(component: string | null): Section {
  return component ?? CROSS_CUTTING
}

/** The component that a section is for; null where it belongs to none. */
export function componentOf(section: Section): string | null {
  return section === CROSS_CUTTING ? null : section
}

/** Colours a component can have: each can be read in light and in dark, and is told apart from the others without red and green. */
export const COMPONENT_COLOURS = ['blue', 'amber', 'violet', 'green', 'rose', 'slate'] as const
export type ComponentColour = (typeof COMPONENT_COLOURS)[number]
