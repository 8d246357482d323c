#!/usr/bin/env node
/**
 * `npm run check boundaries`: imports go to lower layers only, never to the same one.
 *
 * The check reads two things: the manifests, since a dependency without an import still orders builds, and every import
 * in `src` and `test`. TypeScript's own scanner finds the imports, so an example in a comment is none.
 *
 * - A workspace dependency of any kind, development ones included, is of a strictly lower layer.
 * - A source imports its package's dependencies and peers; a test also development dependencies, vitest, fast-check
 *   and Node; a tool also what the root installs. Tests may name their own package. A source may not: that is a circle
 *   which `npm run check circles` cannot see, for the name leads to a build.
 * - A source that the bundle of a command holds may import development dependencies of the workspace: the bundle holds
 *   them too. A source of the library beside it may not.
 * - No source imports an optional native package (LOADED_WHEN_NEEDED).
 * - An import of a package names one of its `exports`; a source imports only published ones. A relative import stays
 *   inside the package.
 * - Sources below layer 9, and those of a package with `seccompile.browser`, import no Node built-in.
 * - The dependencies of packages below layer 9 are workspace packages, with the
 *   exceptions of KEPT_PARSERS.
 *
 * Exits 1 and names each offending import as `file:line: import: reason`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, normalize, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import {
  FIRST_NODE_LAYER,
  isBundled,
  readPackages,
  root as workspaceRoot,
  ROOT_TOOLS,
  TEST_TOOLS,
} from '../lint/workspace.mjs'

/** Readers of foreign notations may use a maintained parser (docs/adr/0001-own-packages-only.md). */
const KEPT_PARSERS = { '@seccompile/oci': ['jsonc-parser'], '@seccompile/spo': ['yaml'] }

/** Optional peers that a source loads when a caller needs them. With an import, nothing would work without them. */
const LOADED_WHEN_NEEDED = ['koffi']

const isBuiltin = (name) => name.startsWith('node:') || builtinModules.includes(name.split('/')[0])
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

function sourcesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && /\.[cm]?[jt]s$/.test(item.name))
    .map((item) => join(item.parentPath ?? item.path, item.name))
    .sort((a, b) => (a < b ? -1 : 1))
}

/** The imports and re-exports of a file, dynamic ones included, with their lines. */
function importsOf(file) {
  const text = readFileSync(file, 'utf8')
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split('\n').length,
  }))
}

/** Why `pkg` may not depend on `other`, or `undefined`. */
function whyNotBelow(pkg, other) {
  if (other.layer < pkg.layer) return undefined
  return `${pkg.name} is layer ${pkg.layer} and ${other.name} is layer ${other.layer}; imports go to lower layers only`
}

function checkManifest(pkg, byName) {
  const found = []
  const where = `${pkg.dir}/package.json`
  for (const name of [...pkg.dependencies, ...pkg.peerDependencies, ...pkg.devDependencies]) {
    const other = byName.get(name)
    const reason = other && whyNotBelow(pkg, other)
    if (reason !== undefined) found.push(`${where}: ${name}: ${reason}`)
  }
  if (pkg.layer >= FIRST_NODE_LAYER || pkg.isTool) return found
  for (const name of pkg.dependencies) {
    if (byName.has(name) || KEPT_PARSERS[pkg.name]?.includes(name)) continue
    found.push(
      `${where}: ${name}: packages below layer ${FIRST_NODE_LAYER} depend on workspace packages only`,
    )
  }
  return found
}

function whyNotImport(specifier, { pkg, byName, file, exported, inTest, base, rootTools }) {
  if (specifier.startsWith('.')) {
    const target = relative(base, normalize(join(file, '..', specifier)))
    return target.startsWith('..') ? 'a relative import stays inside its package' : undefined
  }
  if (isBuiltin(specifier)) {
    const isNode = pkg.layer >= FIRST_NODE_LAYER && pkg.isBrowser !== true
    if (inTest || pkg.isTool || isNode) return undefined
    const what = pkg.isBrowser === true ? `${pkg.name} runs` : `sources below layer ${FIRST_NODE_LAYER} run`
    return `${what} in a browser and ${pkg.isBrowser === true ? 'uses' : 'use'} no Node built-in`
  }
  const name = packageOf(specifier)
  const other = byName.get(name)
  if (other !== undefined) {
    const subpath = `.${specifier.slice(name.length)}`
    if (!exported(other, inTest || pkg.isTool).includes(subpath)) return `${name} exports no "${subpath}"`
    if (other.name === pkg.name)
      return inTest ? undefined : 'a source imports files of its own package by their paths'
    const reason = whyNotBelow(pkg, other)
    if (reason !== undefined) return reason
  }
  if (!inTest && LOADED_WHEN_NEEDED.includes(name))
    return `${name} is an optional peer, which is loaded when a caller needs it: use createRequire()`
  const held = isBundled(pkg, relative(base, file))
    ? pkg.devDependencies.filter((dev) => byName.has(dev))
    : []
  const declared = [...pkg.dependencies, ...pkg.peerDependencies, ...(inTest ? pkg.devDependencies : held)]
  if (declared.includes(name) || ((inTest || pkg.isTool) && rootTools.includes(name))) return undefined
  return `${pkg.dir}/package.json does not declare ${name}${inTest ? '' : ' as a dependency or peer'}`
}

/**
 * Every boundary that the workspace at `root` breaks, one line each.
 *
 * @param packages - as `readPackages()` yields them
 */
export function brokenBoundaries(root, packages) {
  const byName = new Map(packages.map((pkg) => [pkg.name, pkg]))
  const exported = ({ dir }, inTest) => {
    const { exports = {}, publishConfig } = JSON.parse(readFileSync(join(root, dir, 'package.json'), 'utf8'))
    return Object.keys(inTest ? exports : (publishConfig?.exports ?? exports))
  }
  return packages.flatMap((pkg) => {
    const rootTools = pkg.isTool ? ROOT_TOOLS : TEST_TOOLS
    const found = checkManifest(pkg, byName)
    for (const part of ['src', 'test']) {
      const base = join(root, pkg.dir)
      for (const file of sourcesBelow(join(base, part))) {
        for (const { specifier, line } of importsOf(file)) {
          const reason = whyNotImport(specifier, {
            pkg,
            byName,
            file,
            exported,
            inTest: part === 'test',
            base,
            rootTools,
          })
          if (reason !== undefined) found.push(`${relative(root, file)}:${line}: ${specifier}: ${reason}`)
        }
      }
    }
    return found
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packages = readPackages()
  const found = brokenBoundaries(workspaceRoot, packages)
  for (const line of found) console.error(line)
  if (found.length > 0) process.exitCode = 1
  else console.log(`${packages.length} packages keep their boundaries`)
}
