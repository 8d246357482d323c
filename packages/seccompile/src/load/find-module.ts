/*
 * The file that a specifier names, resolved from the working directory.
 *
 * `import()` would resolve packages from this file. `createRequire` resolves them from the working directory, but by
 * the conditions of `require`. This file finds the packages whose `exports` have conditions of `import` only.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isAbsolute, join } from 'node:path'
import { isModulePath } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'

const CONDITIONS: readonly string[] = ['node', 'import', 'module-sync', 'default']

/**
 * The file that the `exports` of a package name for an import of the package itself.
 * @see nodejs.org/api/packages.html
 */
function exportedFile(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (typeof exports !== 'object' || exports === null) return undefined
  for (const [key, value] of Object.entries(exports)) {
    const file = key === '.' || CONDITIONS.includes(key) ? exportedFile(value) : undefined
    if (file !== undefined) return file
  }
  return undefined
}

function importedFile(name: string, folders: readonly string[]): string | undefined {
  const folder = folders
    .map((above) => join(above, name))
    .find((one) => existsSync(join(one, 'package.json')))
  if (folder === undefined) return undefined
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('exports' in manifest)) return undefined
  const file = exportedFile(manifest.exports)
  return file === undefined ? undefined : join(folder, file)
}

/**
 * The file that `specifier` names: a path, or a package.
 * @throws CliError where there is neither
 */
export function findModule(specifier: string): string {
  if (specifier === '') throw new CliError('--use: expected a path or the name of a package')
  if (/^\.{1,2}\//.test(specifier) || isAbsolute(specifier) || existsSync(specifier)) return specifier
  const require = createRequire(join(process.cwd(), 'package.json')) // this file need not exist: only its folder matters
  try {
    return require.resolve(specifier)
  } catch (error) {
    const file = importedFile(specifier, require.resolve.paths(specifier) ?? [])
    if (file !== undefined) return file
    const what = isModulePath(specifier)
      ? 'no such file, and no such package'
      : 'no such package here; a path begins with ./'
    throw new CliError(`${specifier}: cannot be read: ${what}`, { cause: error })
  }
}
