import { join } from 'node:path'
import { Eta } from 'eta'
import { root } from '../../config/root.ts'

/** Views are read once. How their lines are indented is for who reads the view, and is not sent. */
export const eta = new Eta({ views: join(root, 'views'), rmWhitespace: true, cache: true })
