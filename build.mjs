// Bundles the server (packages stay outside) and the scripts of the pages. A second at most, so `npm start` may do it every time.
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
const shared = { bundle: true, format: 'esm', logLevel: 'warning', sourcemap: false }
const workers = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('worker.ts'))

await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/main.ts', 'src/cli.ts', ...workers.map((file) => `src/${file}`)],
    outdir: 'dist',
    entryNames: '[name]',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    splitting: true,
    loader: { '.csv': 'text' },
  }),
  build({
    ...shared,
    entryPoints: readdirSync('src/browser')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `src/browser/${file}`),
    outdir: 'dist/assets',
    minify: true,
    target: ['es2020'],
  }),
])
