import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/config/root.ts'
import { filesIn, importsOf } from '../house/sources.ts'

/** Rooms of the pure core: every number rests on them. */
export const CORE: ReadonlySet<string> = new Set(['calendar', 'indicators', 'figures', 'targets'])

/** Files that know Fastify and decide who may enter: they are changed as well, and put to tests that start the program. */
export const DECIDING: readonly string[] = [
  'src/web/guard.ts',
  'src/web/redirect.ts',
  'src/web/session/csrf.ts',
  'src/web/session/origin.ts',
  'src/web/views/menu.ts',
]

/** Tests besides the quick ones of a room: other rooms' cases that try its rules as well, and those of `DECIDING`. */
const ELSEWHERE: Readonly<Partial<Record<string, readonly string[]>>> = {
  suppression: ['tests/disclosure/cases/cases.test.ts'],
  web: ['admission', 'csrf', 'guard', 'programs', 'views/menu'].map((name) => `tests/web/${name}.test.ts`),
}

/** Tests that take too long to be run for each mutant. */
const SLOW = [
  /^tests\/figures\/.*\/(run-cases|properties|line-properties|tally|pilot|planted-faults)\.test\.ts$/,
  // Every span of quarters; some of them stand in a file beside it.
  /^tests\/figures\/audit\/lines\.test\.ts$/,
  // Loads the pilot.
  /^tests\/indicators\/store\.test\.ts$/,
  // Any world, through board, form, tally and audit: a minute for all of them.
  /^tests\/assignments\/(agreement|known-duties)\.test\.ts$/,
  // Worked cases try the solver, not the tables it is asked about.
  /^tests\/disclosure\/cases\//,
  // A hundred and fifty thousand atoms: what is tried is that they fit.
  /^tests\/suppression\/large-block\.test\.ts$/,
  // Generated ones take a minute for each mutant.
  /^tests\/suppression\/(generated|pilot)\//,
]

/** Folders put to tests of their own, since these take long and cross all of the room. */
const APART = ['src/figures/audit/']

/** What starts the program, or loads or protects the pilot: seconds for each mutant, and in threads a mutant is not seen. */
const HEAVY = /^(tests\/(support\/(app|demo|browser)|[\w-]+\/(pilot|making))|src\/threads\/thread)\.ts$/

/** Files that are put to the same tests, and these tests. */
export type Part = { files: string[]; tests: string[] }

/**
 * Some files of a room with the tests they are put to.
 * @param near tests of these folders, or files, alone; empty: all quick ones of the room
 */
export function partsOf(room: string, files: readonly string[], near: readonly string[] = []): Part[] {
  const isNear = (test: string) => near.length === 0 || near.some((one) => `${test}/`.startsWith(`tests/${one}/`))
  const tests = testsOf(room).filter(isNear)
  const apart = (file: string) => APART.find((folder) => file.startsWith(folder) || file.startsWith(testsFor(folder)))
  const folders = [undefined, ...APART]
  const parts = folders.map((folder) => ({
    files: files.filter((file) => apart(file) === folder),
    tests: tests.filter((file) => apart(file) === folder),
  }))
  return parts.filter((part) => part.files.length > 0 && part.tests.length > 0)
}

function testsFor(folder: string): string {
  return folder.replace('src/', 'tests/')
}

/** The quick tests of a room: a rule of a pure file is seen by asking the file. */
function testsOf(room: string): string[] {
  if (!existsSync(join(root, 'tests', room))) return []
  const own = filesIn(`tests/${room}`, '.test.ts').filter(
    (file) => !SLOW.some((pattern) => pattern.test(file)) && !isHeavy(file),
  )
  return [...own, ...(ELSEWHERE[room] ?? [])]
}

function isHeavy(file: string): boolean {
  return (
    HEAVY.test(file) || importsOf(file).some(({ to }) => HEAVY.test(to) || (to.startsWith('tests/') && isHeavy(to)))
  )
}
