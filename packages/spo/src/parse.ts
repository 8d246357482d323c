/* Reads a file of Kubernetes in which one resource is a SeccompProfile. */
import type { Profile } from '@seccompile/oci'
import { field, objectAt, readProfile, requiredField, stringAt } from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import type { Source, Warning } from '@seccompile/policy'
import { didYouMean, expectObject, expectText, quote } from '@seccompile/shape'
import { profileIn } from './spec.ts'
import { parseYaml } from './yaml-tree.ts'

/** The kind of the resources that are read. */
const KIND = 'SeccompProfile'

/** The options of reading a file of the operator. */
export interface ParseSpoOptions {
  /** The name of the file in messages. */
  readonly file: string
  /** The name of the profile, its `metadata.name`. A file with one profile needs none. */
  readonly name?: string
}

/** A profile of a file of the operator. */
export interface SpoProfile extends Profile {
  /** The `metadata.name` of the resource; empty where it has none. */
  readonly name: string
}

/** A resource of the file. */
interface Resource {
  readonly object: JsonObject
  readonly kind: string
  readonly name: string
}

function textOf(object: JsonObject, key: string): string {
  const node = field(object, key)
  return node?.kind === 'string' ? node.value : ''
}

/** The resources of a document: one, or the items of a list. */
function resourcesIn(document: JsonNode): readonly Resource[] {
  if (document.kind === 'null') return [] // an empty document
  const object = objectAt(document, 'document', 'a resource of Kubernetes, an object with "kind"')
  const kind = textOf(object, 'kind')
  const items = field(object, 'items')
  if (kind.endsWith('List') && items?.kind === 'array')
    return items.items.flatMap((item) => (item.kind === 'object' ? [resourceOf(item)] : []))
  return [resourceOf(object)]
}

function resourceOf(object: JsonObject): Resource {
  const metadata = field(object, 'metadata')
  return {
    object,
    kind: textOf(object, 'kind'),
    name: metadata?.kind === 'object' ? textOf(metadata, 'name') : '',
  }
}

const MAX_LISTED = 20

/** `words` for a message: each once, and no more than a line holds. */
function list(words: readonly string[]): string {
  const distinct = [...new Set(words)]
  const shown = distinct.slice(0, MAX_LISTED).map(quote).join(', ')
  return distinct.length > MAX_LISTED ? `${shown} and ${distinct.length - MAX_LISTED} more` : shown
}

function chosen(resources: readonly Resource[], { file, name }: ParseSpoOptions): Resource {
  const start: Source = { file, line: 1, column: 1 }
  const profiles = resources.filter(({ kind }) => kind === KIND)
  const [first, second] = profiles
  if (first === undefined) {
    const kinds = resources.map(({ kind }) => kind)
    const found = kinds.length === 0 ? 'the file is empty' : `found ${list(kinds)}`
    throw new PolicyError('E_EMPTY', `file has no resource of kind ${quote(KIND)}; ${found}`, start)
  }
  const names = profiles.map((each) => each.name)
  if (name === undefined) {
    if (second === undefined) return first
    const named = names.filter((each) => each !== '')
    const what = named.length === 0 ? 'give each a metadata.name' : `name one of ${list(named)}`
    throw new PolicyError('E_CONFLICT', `file has ${profiles.length} profiles; ${what}`, second.object.source)
  }
  const found = profiles.filter((each) => each.name === name)
  if (found.length > 1)
    throw new PolicyError(
      'E_CONFLICT',
      `file has ${found.length} profiles ${quote(name)}; give each a name of its own`,
      found[1]!.object.source,
    )
  if (found.length === 1) return found[0]!
  throw new PolicyError(
    'E_NAME',
    `unknown profile ${quote(name)}${didYouMean(name, names, `; found ${list(names)}`)}`,
    start,
  )
}

/** The versions of a SeccompProfile that the operator serves, with its group. */
const VERSIONS: readonly string[] = ['v1', 'v1beta1'].map(
  (version) => `security-profiles-operator.x-k8s.io/${version}`,
)

/**
 * Checks the version of a resource.
 * @see security-profiles-operator api/seccompprofile, a folder for each version
 */
function checkVersion(object: JsonObject): void {
  const expected = VERSIONS.join(' or ')
  const node = requiredField(object, 'apiVersion', 'resource', expected)
  const version = stringAt(node, '"apiVersion"', expected)
  if (!VERSIONS.includes(version))
    throw new PolicyError('E_NAME', `"apiVersion" is ${quote(version)}; expected ${expected}`, node.source)
}

/**
 * The profile in `text`, which is YAML or JSON of Kubernetes, as the Security Profiles Operator gives it to a
 * runtime.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for text that is not YAML, E_EMPTY for a file without a
 *   profile, E_CONFLICT for a file with several profiles where none is named, E_LIMIT for a text too large, nested
 *   too deep or with aliases that repeat too much, and the errors of `parseProfile` of @seccompile/oci for the
 *   profile itself
 */
export function parseSpo(text: string, options: ParseSpoOptions): SpoProfile {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  const { file } = options
  const { object, name } = chosen(parseYaml(text, file).flatMap(resourcesIn), options)
  checkVersion(object)
  const spec = objectAt(requiredField(object, 'spec', KIND, 'a profile'), '"spec"', 'a profile, an object')
  const warnings: Warning[] = []
  const profile = readProfile(profileIn(spec, warnings), { file })
  return { ...profile, name, warnings: [...warnings, ...profile.warnings] }
}

/** Whether `text` looks like a file with a SeccompProfile. */
export function isSpo(text: string): boolean {
  expectText(text, 'text')
  return /(?:^|[\s{,])["']?kind["']?[ \t]*:[ \t]*["']?SeccompProfile(?:List)?["']?[ \t]*(?:$|[\r\n,}#])/.test(
    text,
  )
}
