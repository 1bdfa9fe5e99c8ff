import type { Request } from '../load.ts'
import { loadFigures } from '../overview/load.ts'
import type { ListView } from './view.ts'

/**
 * In the quarter that is asked for, or in the last complete one.
 * @returns null in a file without a project
 */
export function loadList(request: Request): ListView | null {
  const figures = loadFigures(request)
  return figures && { ...figures, query: request.query }
}
