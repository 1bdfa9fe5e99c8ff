import { join } from 'node:path'
import { Eta, type TemplateFunction } from 'eta'
import { root } from '../../config/root.ts'

/**
 * Views are read once. How their lines are indented is for who reads the view, and is not sent; nor is a line break after a
 * tag, so a space that must be seen stands on the line.
 */
export const eta = withViewsByName(
  new Eta({
    views: join(root, 'views'),
    rmWhitespace: true,
    plugins: [{ processFnString: withoutUnused }],
  }),
)

/** A page includes its parts by the hundred: each is found by its name alone, its file is looked for once. */
function withViewsByName(engine: Eta): Eta {
  const { render } = engine
  const known = new Map<string, { view: TemplateFunction; options: { filepath: string } }>()
  engine.render = function (name, model, meta) {
    if (typeof name !== 'string') return render.call(this, name, model, meta)
    let found = known.get(name)
    if (!found) {
      const options = { filepath: this.resolvePath!(name) }
      found = { view: this.compile(this.readFile!(options.filepath), options), options }
      known.set(name, found)
    }
    return found.view.call(this, model, found.options)
  }
  return engine
}

/** What Eta gives every view, whether it uses it or not, in the order in which they use each other. */
const GIVEN: readonly [name: string, ...texts: RegExp[]][] = [
  ['includeAsync', /^let includeAsync = .*$/m],
  ['blockAsync', /^async function blockAsync\(.*$/m],
  ['block', /^function block\(.*$/m],
  ['captureAsync', /^async function captureAsync\(.*$/m],
  ['capture', /^function capture\(.*$/m],
  ['output', /^function output\(.*$/m],
  ['layout', /^function layout\([^}]*\}$/m, /^if \(__eta\.layout\) \{\n.*\n\}$/m],
  ['include', /^let include = .*$/m],
]

/**
 * A part that is included a thousand times would make all of it a thousand times, and copy what the page is given for those
 * that add nothing to it.
 */
function withoutUnused(view: string): string {
  const uncopied = view.replace('{...it, ...(__eta_d ?? {})}', '__eta_d ? {...it, ...__eta_d} : it')
  return GIVEN.reduce((rest, [name, ...texts]) => {
    const without = texts.reduce((shorter, text) => shorter.replace(text, ''), rest)
    return new RegExp(`\\b${name} ?\\(`).test(without) ? rest : without
  }, uncopied)
}
