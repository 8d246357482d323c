/**
 * The packages of the workspace, each with its layer and the packages that it may import.
 *
 * The lint configuration, tools/boundaries, tools/sync and `npm test -- --portable` share this file, so that all apply the same
 * rules. It imports built-ins only: tools/sync runs before anything is installed.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * From this layer on, sources may use Node, except in a package with `seccompile.browser`. Sources of lower layers
 * run in a browser.
 */
export const FIRST_NODE_LAYER = 9
/** From this layer on, sources may print: they are the program a person runs. */
export const FIRST_PRINTING_LAYER = 11
/** The layer of a tool that declares none: it sees every package, and no package sees it. */
const TOOL_LAYER = 13
/** Packages that a test may import without declaring them. */
export const TEST_TOOLS = ['vitest', 'fast-check']
/** Packages that a tool may import without declaring them: all that the root installs. */
export const ROOT_TOOLS = Object.keys(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies,
)

/**
 * Whether the bundle of a command holds the source at `path`, such as `src/main.ts`. The bundle holds the packages of the
 * workspace that the source imports too, so they are development dependencies, which users do not install.
 */
export const isBundled = ({ library }, path) =>
  library !== undefined && !library.includes(path.replace(/^src\/(.*)\.ts$/, '$1.js'))

/**
 * What is promised of a module of a package: `stable` or `experimental`, from the field `seccompile` of its package.json.
 * `experimental` there lists subpaths of a stable package.
 *
 * @param subpath - such as `parts`; the main module where it is absent
 */
export const stabilityOf = ({ stability, experimental = [] }, subpath) =>
  experimental.includes(subpath) ? 'experimental' : stability

/**
 * Every package of the workspace, in the order of their folders.
 *
 * @returns `{ name, dir, layer, isBrowser, dependencies, devDependencies, peerDependencies, isTool, library }`, the maps as
 * lists of names; `library` is undefined for a package whose modules are published one by one
 */
export function readPackages() {
  return ['packages', 'tools'].flatMap((group) => {
    const folder = join(root, group)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .sort((a, b) => (a < b ? -1 : 1))
      .filter((name) => existsSync(join(folder, name, 'package.json')))
      .map((name) => {
        const manifest = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'))
        return {
          name: manifest.name,
          dir: `${group}/${name}`,
          layer: manifest.seccompile?.layer ?? TOOL_LAYER,
          isBrowser: manifest.seccompile?.browser === true,
          dependencies: Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
          devDependencies: Object.keys(manifest.devDependencies ?? {}),
          peerDependencies: Object.keys(manifest.peerDependencies ?? {}),
          isTool: group === 'tools',
          library: manifest.seccompile?.library,
        }
      })
  })
}
