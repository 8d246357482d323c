/* Paths of a manifest: relative to its folder and with `/`, so that the text is the same on every machine. */
import { dirname, join, relative, resolve, sep } from 'node:path'
import { PRESET } from '../load/policy.ts'

/** The path of the manifest beside the filter `output`. */
export function manifestPath(output: string): string {
  return `${output}.json`
}

/** The argument `argument`, a path or `preset:NAME`, as the manifest `manifest` names it. */
export function inManifest(manifest: string, argument: string): string {
  if (argument.startsWith(PRESET)) return argument
  return relative(resolve(dirname(manifest)), resolve(argument))
    .split(sep)
    .join('/')
}

/** The argument that the manifest `manifest` names `name`: a path from the working folder, or `preset:NAME`. */
export function fromManifest(manifest: string, name: string): string {
  return name.startsWith(PRESET) ? name : join(dirname(manifest), name)
}
