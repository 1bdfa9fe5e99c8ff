import { z } from 'zod'
import { COMPONENT_COLOURS } from '../../vocabulary/component.ts'
import { lineInBoth, slug } from './fields.ts'

/** Parts the results framework is divided into, in the order in which they are shown. */
export const componentsData = z.array(
  z.strictObject({ code: slug, name: lineInBoth, colour: z.enum(COMPONENT_COLOURS) }),
)
export type ComponentRow = z.output<typeof componentsData>[number]
