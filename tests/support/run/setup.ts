import type { TestProject } from 'vitest/node'
import { folderForRun } from '../once.ts'
import { build } from '../program/build.ts'

/**
 * Before a run: program, threads and what pages ask for are built, since the start is tested as it is started, and there is a
 * folder for what is made once. Vitest asks for this once for each of its projects and once for all; the first time is enough.
 */
export default function setUp(project: TestProject): (() => void) | undefined {
  const folder = folderForRun()
  if (!folder) return undefined
  build()
  project.onTestsRerun(() => {
    folder.empty()
    build()
  })
  return folder.remove
}
