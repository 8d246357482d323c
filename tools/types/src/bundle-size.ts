/* The size of a bundle that writes a policy for one ABI and compiles it: minified by rolldown, then gzipped. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/** A bundle and its size. */
export interface BundleSize {
  readonly bytes: number
  readonly gzipped: number
  /** Bytes of code before minifying by package, such as `policy`, the largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[]
}

/** Imports of a page that compiles a policy for x86_64 with names of arguments. */
export const ONE_ABI = `
export { policy, errno } from '@seccompile/policy'
export { compile } from '@seccompile/compiler'
export { x86_64 } from '@seccompile/signatures/x86_64'
export { AF_INET, AF_UNIX } from '@seccompile/constants/af'
export { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
export { SOCK_STREAM, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
`

/** The same imports without names of arguments and constants. */
export const WITHOUT_NAMES = `
export { policy, errno, arg } from '@seccompile/policy'
export { compile } from '@seccompile/compiler'
export { x86_64 } from '@seccompile/syscalls/x86_64'
`

const ENTRY = '\0entry'

/** The size of a bundle of the module `source`, made of the sources of the packages. */
export async function bundleSize(source: string): Promise<BundleSize> {
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    logLevel: 'silent',
    resolve: { conditionNames: ['@seccompile/source', 'import'] },
    plugins: [
      {
        name: 'entry',
        // Imports of the entry resolve from this package, which has these dependencies.
        resolveId(id, importer) {
          if (id === ENTRY) return id
          return importer === ENTRY ? this.resolve(id, fileURLToPath(import.meta.url)) : null
        },
        load: (id) => (id === ENTRY ? source : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  const [{ code, modules }] = output
  const parts = new Map<string, number>()
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    const name = /packages\/([^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? 'other'
    parts.set(name, (parts.get(name) ?? 0) + renderedLength)
  }
  return {
    bytes: code.length,
    gzipped: gzipSync(code, { level: 9 }).length,
    parts: [...parts].sort((a, b) => b[1] - a[1]),
  }
}
