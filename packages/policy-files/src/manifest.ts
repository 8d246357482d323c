/*
 * The manifest of a filter: what it was made from, and how.
 *
 *   { "seccompile": "0.1.0", "policy": "profile.json", "options": { "abi": "x86_64", "kernel": "6.12" },
 *     "filters": ["filter.bpf"], "digest": "c17d44d7…" }
 *
 * A filter in a repository or an image can no longer mean what its policy means: somebody edits the policy, or the filter
 * is built again with other options. The manifest lies beside the filter, so `check-manifest` can prove without further
 * options that both still agree. Paths are relative to the folder of the manifest, with `/`.
 *
 * A manifest may come from a stranger, by a pull request. So it names no file outside its folder, a filter is never a module,
 * and a policy that is a module runs only where the person asks for it.
 */
import {
  arrayAt,
  checkKnownKeys,
  field,
  objectAt,
  parseJson,
  requiredField,
  stringAt,
} from '@seccompile/oci/reading'
import type { JsonNode } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import { expectObject, expectText, quote } from '@seccompile/shape'
import { isAbove, isModulePath, PRESET } from './names.ts'

/** The options of a target that a manifest records. */
export const TARGET_KEYS = [
  'abi',
  'caps',
  'kernel',
  'unknown',
  'knownUpTo',
  'multiplexers',
  'widths',
] as const

/** The options of a target, as they are typed on a command line. */
export type ManifestOptions = { readonly [Key in (typeof TARGET_KEYS)[number]]?: string }

/** The policy, the options and the files of a compilation. */
export interface Manifest {
  /** The version of seccompile that wrote the manifest. */
  readonly seccompile: string
  /** The policy, as an argument of `compile`: a path relative to the manifest, or `preset:NAME`. */
  readonly policy: string
  readonly options: ManifestOptions
  /** The files of the filters in the order in which they are attached, relative to the manifest. */
  readonly filters: readonly string[]
  /** The fingerprint of the meaning of the filter; absent without a proof. */
  readonly digest?: string
}

/** The text of a manifest. */
export function manifestText(manifest: Manifest): string {
  expectObject(manifest, 'manifest', 'policy', 'options', 'filters')
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The text at `node`, which is not empty. @throws PolicyError */
function wordAt(node: JsonNode, what: string, expected: string): string {
  const text = stringAt(node, what, expected)
  if (text !== '') return text
  throw new PolicyError('E_EMPTY', `${what} is empty; expected ${expected}`, node.source)
}

/** The text at `node`, a path that stays in the folder of the manifest. @throws PolicyError */
function pathAt(node: JsonNode, what: string, expected: string): string {
  const path = wordAt(node, what, expected)
  if (path.startsWith(PRESET) || !isAbove(path)) return path
  throw new PolicyError(
    'E_NAME',
    `${what} is ${quote(path)}; a manifest names nothing outside its folder; move the manifest, or the file`,
    node.source,
  )
}

/** The text at `node`, the path of a raw filter. @throws PolicyError */
function filterAt(node: JsonNode): string {
  const what = 'item of "filters"'
  const path = pathAt(node, what, 'a file')
  if (!path.startsWith(PRESET) && !isModulePath(path)) return path
  throw new PolicyError(
    'E_NAME',
    `${what} is ${quote(path)}, a policy; expected the file of a raw filter; a module is not run`,
    node.source,
  )
}

function optionsAt(node: JsonNode | undefined): ManifestOptions {
  if (node === undefined) return {}
  const object = objectAt(node, '"options"', 'an object with options of compile')
  checkKnownKeys(object, TARGET_KEYS)
  return Object.fromEntries(
    TARGET_KEYS.flatMap((key) => {
      const value = field(object, key)
      return value === undefined ? [] : [[key, stringAt(value, quote(key), 'text, as it is typed')]]
    }),
  )
}

/**
 * The manifest in the JSON `text` of `file`.
 * @throws PolicyError with the place of what is wrong
 */
export function parseManifest(text: string, file: string): Manifest {
  expectText(file, 'file')
  const what = 'the manifest'
  const root = objectAt(parseJson(text, file, 'manifest'), what, 'an object with "policy" and "filters"')
  checkKnownKeys(root, ['seccompile', 'policy', 'options', 'filters', 'digest'])
  const version = field(root, 'seccompile')
  const digest = field(root, 'digest')
  const policy = requiredField(root, 'policy', what, 'the path of a policy, or preset:NAME')
  const filters = arrayAt(
    requiredField(root, 'filters', what, 'a list of files'),
    '"filters"',
    'a list of files',
  )
  if (filters.items.length === 0)
    throw new PolicyError('E_EMPTY', '"filters" is empty; expected the files of the filter', filters.source)
  return {
    seccompile: version === undefined ? '' : stringAt(version, '"seccompile"', 'a version'),
    policy: pathAt(policy, '"policy"', 'the path of a policy, or preset:NAME'),
    options: optionsAt(field(root, 'options')),
    filters: filters.items.map(filterAt),
    ...(digest === undefined ? {} : { digest: stringAt(digest, '"digest"', 'a fingerprint') }),
  }
}
