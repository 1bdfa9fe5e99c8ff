import { execFileSync } from 'node:child_process'
import { root } from '../../../src/config/root.ts'

/** The program as `npm start` builds it. */
export function build(): void {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' })
}
