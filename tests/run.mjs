// All tests: types, lint, unused code, then vitest (unit, routes, house, browser, workbook). Ends with "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const NEEDED = [
  {
    what: 'Chromium',
    files: [
      '/usr/bin/chromium-headless-shell',
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
    ],
    packages: ['chromium-headless-shell'],
  },
  { what: 'LibreOffice Calc', files: ['/usr/bin/soffice', '/usr/bin/libreoffice'], packages: ['libreoffice-calc'] },
  {
    what: 'a font with Vietnamese letters',
    files: [
      '/usr/share/fonts/truetype/noto',
      '/usr/share/fonts/truetype/dejavu',
      '/usr/share/fonts/truetype/liberation',
    ],
    packages: ['fonts-noto-core'],
  },
]

const WAITS = /^tests\/(browser|journeys|workbook)\//
const MOST_AGAIN = 3

let passed = 0
let failed = 0
const brokenSteps = []
/** Files that failed once. */
const unsure = []

ensureInstalled()
// What vitest runs is built first; whoever reads the sources alone does so beside it.
await step('build', process.execPath, ['build.mjs'])
await Promise.all([
  vitest(),
  step('types', 'npx', ['--no-install', 'tsc', '--noEmit']),
  step('lint', 'npx', ['--no-install', 'biome', 'check', '.']),
  step('unused code', 'npx', ['--no-install', 'knip', '--no-config-hints']),
  step('code that tests alone use', 'npx', ['--no-install', 'knip', '--production', '--no-config-hints']),
])
// Said where it is looked for: what a step said stands among what vitest did.
for (const name of brokenSteps) console.log(`FAILED  ${name}: see above`)
for (const file of unsure)
  console.log(`UNSURE  ${file}: failed once, and passed alone: it can fail by chance, which is to be mended`)
failed += brokenSteps.length
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** Installs Debian's package where it may; otherwise says what to install and stops: nothing is skipped in silence. */
function ensureInstalled() {
  const missing = NEEDED.filter(({ files }) => !files.some(existsSync))
  if (missing.length === 0) return
  const packages = missing.flatMap((one) => one.packages)
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log(`Installing ${packages.join(', ')} from Debian …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
  }
  const still = missing.filter(({ files }) => !files.some(existsSync))
  if (still.length === 0) return
  console.error(`The tests need ${still.map((one) => one.what).join(' and ')}. Install it and run them again:`)
  console.error(`  sudo apt-get install ${still.flatMap((one) => one.packages).join(' ')}`)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}

/** Steps run beside each other; what one says is printed when it has ended. */
async function step(name, command, args) {
  const began = Date.now()
  const said = []
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(bytes))
  const status = await endOf(child)
  const seconds = ((Date.now() - began) / 1000).toFixed(0)
  if (status === 0) passed++
  else brokenSteps.push(name)
  process.stdout.write(Buffer.concat(said))
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)`)
}

function endOf(child) {
  return new Promise((ended) => {
    child.on('close', ended)
    child.on('error', () => ended(1))
  })
}

/**
 * What waits for a browser or for LibreOffice can be kept waiting by what else the machine does: a few such files are put to the test
 * once more, alone, and named at the end, since a test that fails by chance is one to be mended. No other test has a second try.
 */
async function vitest() {
  const first = await vitestOf([])
  const broken = first.files.filter((file) => file.status !== 'passed').map(({ name }) => relative('', name))
  const isChance = broken.length > 0 && broken.length <= MOST_AGAIN && broken.every((file) => WAITS.test(file))
  if (!isChance) return count(first.files, first.status)
  console.log(`\nOnce more, alone: ${broken.join(', ')}`)
  const again = await vitestOf(broken)
  if (again.status === 0) unsure.push(...broken)
  const others = first.files.filter(({ name }) => !broken.includes(relative('', name)))
  count([...others, ...again.files], again.status)
}

/** Each file with its tests. @param files none: all of them */
async function vitestOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, TESTS_OF_ALL_KINDS: 'yes' }
  const run = ['--no-install', 'vitest', 'run', ...files, ...reporters]
  const status = await endOf(spawn('npx', run, { stdio: 'inherit', env }))
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : []
  rmSync(folder, { recursive: true, force: true })
  return { files: found, status: found.length > 0 ? status : 1 }
}

function count(files, status) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const broken = tests.filter((test) => test.status === 'failed').length
  passed += tests.filter((test) => test.status === 'passed').length
  failed += broken
  // A file that could not be read has no tests that failed.
  if (broken === 0 && status !== 0) failed++
}
