/*
 * The bundles of the sandbox: the script of its frame, and the runtime with the modules that a policy may import. Each is one
 * script without imports, since the frame may load nothing.
 */
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { Plugin } from 'rolldown'
import { POLICY_PACKAGES } from './playground/typescript/options.ts'
import { RUNTIME_NAME } from './playground/sandbox/worker-text.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** The ending of this file: tests run the source, before anything is compiled. */
const ENDING = extname(import.meta.url)
const CONDITIONS = ENDING === '.ts' ? ['@seccompile/source', 'import', 'default'] : ['import', 'default']

const sandboxFile = (name: string): string => fileOf(`./playground/sandbox/${name}${ENDING}`)

/** The names of the modules that a policy may import. */
export function policyModules(): readonly string[] {
  const manifest = fileURLToPath(import.meta.resolve('@seccompile/constants/package.json'))
  const { seccompile } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly seccompile: { readonly subpaths: readonly string[] }
  }
  return [...POLICY_PACKAGES, ...seccompile.subpaths.map((path) => `@seccompile/constants/${path}`)]
}

/** The module in `input` with its imports, as one script. @throws Error where the bundler warns */
async function bundled(
  input: string,
  output: { readonly name?: string },
  plugins: readonly Plugin[] = [],
): Promise<string> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    resolve: { conditionNames: CONDITIONS },
    plugins: [...plugins],
    // A module is compiled when it runs, and not before.
    optimization: { pifeForModuleWrappers: false },
    onLog: (level, { message }, report) => {
      if (level === 'info') report(level, message)
      else throw new Error(message)
    },
  })
  const made = await bundle.generate({ format: 'iife', minify: true, ...output })
  await bundle.close()
  return made.output[0].code
}

/** The runtime, with the modules called `names`. */
export async function policyRuntime(names: readonly string[] = policyModules()): Promise<string> {
  const code = [
    `import { listen } from ${JSON.stringify(sandboxFile('runtime'))}`,
    ...names.map((name, i) => `import * as m${i} from ${JSON.stringify(name)}`),
    `const modules = { ${names.map((name, i) => `${JSON.stringify(name)}: m${i}`).join(', ')} }`,
    'export const run = listen(modules)',
  ].join('\n')
  const entry = fileOf('./policy-runtime-entry.js') // a file that does not exist: its imports are resolved from the folder of this file
  return bundled(entry, { name: RUNTIME_NAME }, [
    {
      name: 'seccompile:policy-runtime',
      resolveId: (id) => (id === entry ? id : undefined),
      load: (id) => (id === entry ? code : undefined),
    },
  ])
}

/** The script of the frame. */
export const frameScript = (): Promise<string> => bundled(sandboxFile('frame'), {})
