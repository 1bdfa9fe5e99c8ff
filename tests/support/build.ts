import { execFileSync } from 'node:child_process'
import { root } from '../../src/config/root.ts'

/** Built once before the tests: pages ask for the bundled scripts, and the start is tested as it is started. */
export default function build(): void {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' })
}
