/** In addresses and on screens: what belongs to no component. No component is called so. */
export const CROSS_CUTTING = 'cross-cutting'

/** Colours a component can have: each can be read in light and in dark, and is told apart from the others without red and green. */
export const COMPONENT_COLOURS = ['blue', 'amber', 'violet', 'green', 'rose', 'slate'] as const
export type ComponentColour = (typeof COMPONENT_COLOURS)[number]
