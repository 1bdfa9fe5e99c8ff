import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../src/config/root.ts'

/** The program as `npm start` builds it: what is built already is left to those who run it. */
export function build(): void {
  execFileSync(process.execPath, ['build.mjs', '--if-needed'], { cwd: root, stdio: 'inherit' })
}

/** What `npm start` gives to node: its own settings, and the program. To be run in the folder of the project. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').slice(1)
}
