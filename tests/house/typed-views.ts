import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/config/root.ts'
import { eta } from '../../src/web/views/engine.ts'
import { filesIn, textOf } from './sources.ts'

/** Kept between runs, with what TypeScript knows of it: only what has changed is checked again. */
const FOLDER = join(root, '.typed-views')

/** "releases/new" of views/releases/new.eta */
export function nameOf(file: string): string {
  return file.replace(/^views\//, '').replace(/\.eta$/, '')
}

/** What TypeScript says of the views when each is compiled as a function of the model it is given. */
export async function complaints(): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true })
  const views = filesIn('views', '.eta').map((file) => [nameOf(file), textOf(file)] as const)
  const files = new Map(views.map(([name, text]) => [`${name.replaceAll('/', '.')}.ts`, typed(name, text)]))
  for (const file of readdirSync(FOLDER)) if (!file.startsWith('.') && !files.has(file)) rmSync(join(FOLDER, file))
  for (const [file, text] of files) writeFileSync(join(FOLDER, file), text)
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(SETTINGS))
  try {
    await promisify(execFile)('node_modules/.bin/tsc', ['--project', FOLDER], { cwd: root })
    return []
  } catch (error) {
    return (error as { stdout: string }).stdout.split('\n').filter((line) => line !== '')
  }
}

const SETTINGS = {
  extends: '../tsconfig.json',
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, tsBuildInfoFile: '.tsbuildinfo' },
  include: ['*.ts', '../src'],
}

/** The function Eta makes of a view, with its model's type, and only text and numbers to be printed. */
function typed(name: string, text: string): string {
  const body = eta.compileBody(eta.parse(text))
  return `import type { Frame, Parts, Shared, Views } from '../src/web/views/models.ts'
type Given<Name extends string> = Name extends 'layout'
  ? Frame & Page & { body: string }
  : Name extends keyof Views
    ? Frame & Views[Name]
    : Name extends keyof Parts
      ? Shared & Parts[Name]
      : never
type It = Given<'${name}'>
type Left<P extends keyof Parts> = It extends Parts[P]
  ? [data?: Partial<Parts[P]>]
  : [data: Omit<Parts[P], keyof It> & Partial<Parts[P]>]
declare function include<P extends keyof Parts>(part: \`/\${P}\`, ...data: Left<P>): string
declare function layout(name: '/layout', data: Page): void
/** What a view tells the layout. skip: past everything above to where the work is. */
type Page = { title: string; script?: string | null; style?: string | null; figures?: boolean; skip?: { href: string; label: string } | null }
declare function capture(rows: () => void): string
declare const __eta: { res: string; e: (printed: string | number) => string }
export function view(it: It): void {
${body}
}
`
}
