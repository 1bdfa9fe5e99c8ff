// Bundles the server (packages stay outside) and what pages ask for. A second at most, so `npm start` may do it every time.
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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
  splitting: true,
  loader: { '.csv': 'text' },
}

/** What goes to the browser, into one folder: the scripts, the stylesheet in one file, the icon. */
export const assets = {
  ...shared,
  entryPoints: [
    ...readdirSync('src/browser')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/browser/${file}`),
    'views/assets/styles/app.css',
    'views/assets/icon.svg',
  ],
  outdir: 'dist/assets',
  entryNames: '[name]',
  minify: true,
  target: ['es2020'],
  // Rules inside rules are written plainly: browsers before 2023 do not read them, and old office machines have those.
  supported: { nesting: false },
  loader: { '.svg': 'copy' },
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync('dist', { recursive: true, force: true })
  await Promise.all([build(server), build(assets)])
}
