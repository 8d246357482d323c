/* Paths of a manifest: relative to its folder and with `/`, so that the text is the same on every machine. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { PRESET } from '@seccompile/policy-files'

/** The path of the manifest beside the filter `output`. */
export function manifestPath(output: string): string {
  return `${output}.json`
}

/** `path` as an argument that names a file: `-` is standard input, and `preset:NAME` a preset. */
const asFile = (path: string): string => (path === '-' || path.startsWith(PRESET) ? `./${path}` : path)

/** The argument `argument`, a path or `preset:NAME`, as the manifest `manifest` names it. */
export function inManifest(manifest: string, argument: string): string {
  if (argument.startsWith(PRESET)) return argument
  const path = relative(resolve(dirname(manifest)), resolve(argument))
  return asFile(path.split(sep).join('/'))
}

/** The argument for `name` in the manifest `manifest`: a path from the working folder, or `preset:NAME`. */
export function fromManifest(manifest: string, name: string): string {
  return name.startsWith(PRESET) ? name : asFile(join(dirname(manifest), name))
}
