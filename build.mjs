// Bundles the server (packages stay outside) and what pages ask for. With --if-needed only when something has changed since:
// a backup, or a second project started from the same folder, takes nothing from under a program that runs.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const shared = { bundle: true, format: 'esm', logLevel: 'warning', sourcemap: false }
const workers = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('worker.ts'))

/** The program, its commands and its threads. */
export const server = {
  ...shared,
  entryPoints: ['src/main.ts', 'src/cli.ts', ...workers.map((file) => `src/${file}`)],
  outdir: 'dist',
  entryNames: '[name]',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [
    {
      name: 'workbooks',
      setup: ({ onResolve }) => onResolve({ filter: /^exceljs$/ }, () => ({ path: './exceljs.js', external: true })),
    },
  ],
  splitting: true,
  loader: { '.csv': 'text' },
  /** Read when it is built: a start that builds nothing reads none of it. */
  get define() {
    return { PROGRAM_MARK: JSON.stringify(markOf(['src', 'db', 'package.json'])) }
  },
}

/**
 * What writes workbooks is the one package that comes along, as one file: it is some hundreds of small ones, and every thread that
 * writes would read them anew.
 */
const workbooks = {
  ...shared,
  entryPoints: { exceljs: 'exceljs' },
  outdir: 'dist',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'inline',
  // It is of the time before modules, and asks for Node's own by a `require` that a module does not have.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
}

/** What goes to the browser, into one folder: the scripts, each stylesheet in one file, the icon. */
export const assets = {
  ...shared,
  entryPoints: [
    ...readdirSync('src/browser')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/browser/${file}`),
    'views/assets/styles/app.css',
    'views/assets/styles/figures.css',
    'views/assets/styles/brief.css',
    'views/assets/styles/reading.css',
    'views/assets/styles/own-sheet.css',
    'views/assets/icon.svg',
  ],
  outdir: 'dist/assets',
  entryNames: '[name]',
  minify: true,
  // Private names of classes are written out as maps for it, which takes more than what they hide: scripts say `private`.
  target: ['es2020'],
  // Rules inside rules are written plainly: browsers before 2023 do not read them, and old office machines have those.
  supported: { nesting: false },
  loader: { '.svg': 'copy' },
}

/** What tells one program from another: the fingerprint of the names and contents of all files that it is made of. */
function markOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths
    .flatMap(inside)
    .filter((one) => statSync(one).isFile())
    .sort())
    hash.update(`${path}\n`).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** A file, or all that a folder has. */
function inside(path) {
  return statSync(path).isDirectory()
    ? [path, ...readdirSync(path, { recursive: true }).map((name) => `${path}/${name}`)]
    : [path]
}

const SOURCES = ['src', 'db', 'fixtures', 'views/assets', 'build.mjs', 'package-lock.json']

/** Whether what was built is later than everything it is made of. */
function isCurrent() {
  const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
  const latest = Math.max(...SOURCES.flatMap(inside).map(changed))
  const built = ['dist/cli.js', 'dist/main.js', 'dist/assets/app.css'].map((path) =>
    statSync(path, { throwIfNoEntry: false }),
  )
  return built.every((one) => one !== undefined && one.mtimeMs > latest)
}

/** The assets as small as they get, beside each of them: there is time for that once, and none while somebody waits. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    const small = brotliCompressSync(readFileSync(`${folder}/${name}`))
    writeFileSync(`${folder}/${name}.br`, small)
  }
}

const isAsked = process.argv[1] === fileURLToPath(import.meta.url)
if (isAsked && !(process.argv.includes('--if-needed') && isCurrent())) {
  rmSync('dist', { recursive: true, force: true })
  await Promise.all([build(server), build(workbooks), build(assets)])
  compress(assets.outdir)
}
