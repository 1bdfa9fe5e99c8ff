/** What the process of the mutation tool and the thread that holds the tests say to each other. */
export const CHANNEL = 'mutation-tests'

/** One file's tests: all of them, or those of these names. */
export type Wanted = { file: string; names?: string[] }

export type Order =
  | { kind: 'first'; files: string[] }
  | { kind: 'mutant'; id: string; hitLimit: number | undefined; wanted: Wanted[] }

export type TestOutcome = { file: string; name: string; state: 'pass' | 'fail' | 'skip'; ms: number; message: string }

export type Coverage = { static: Record<string, number>; perTest: Record<string, Record<string, number>> }

export type Answer =
  | { kind: 'ready' }
  | { kind: 'ran'; outcomes: TestOutcome[]; coverage: Coverage }
  | { kind: 'tried'; outcomes: TestOutcome[]; hits: number; isUnharmed: boolean }
  | { kind: 'failed'; message: string }

/** Under this name of a test stands what its file does before and after tests. */
export const HOOKS = '(hooks)'

export function testId(file: string, name: string): string {
  return `${file}#${name}`
}
