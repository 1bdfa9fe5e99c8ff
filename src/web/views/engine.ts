import { join } from 'node:path'
import { Eta } from 'eta'
import { root } from '../../config/root.ts'

/**
 * Views are read once. How their lines are indented is for who reads the view, and is not sent; nor is a line break after a
 * tag, so a space that must be seen stands on the line.
 */
export const eta = new Eta({ views: join(root, 'views'), rmWhitespace: true, cache: true })
