/*
 * Reads a profile in the JSON of OCI runtimes and Docker as a policy.
 *
 * Docker's notation extends OCI's. OCI's has `architectures`; Docker's also has `archMap`, and rules with `includes`,
 * `excludes` and the old single `name`. A profile is read as Docker's engine and runc with libseccomp read it. One
 * detail is a surprise: the conditions of a rule are ANDed, unless the rule tests an argument twice. Then each
 * condition counts as a separate rule, and a warning says so.
 *
 * Sources: moby/profiles seccomp/seccomp_linux.go; runc libcontainer/seccomp/seccomp_linux.go: matchCall(),
 * getAction(); opencontainers/runtime-spec config-linux.md, Seccomp.
 */
import { SECCOMP_DATA_ARGS } from '@seccompile/abi'
import { expectObject, expectText, quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { parseKernelVersion, policyAbis, PolicyError } from '@seccompile/policy'
import { warning } from '@seccompile/policy/toolkit'
import type {
  Action,
  ArgCondition,
  Policy,
  PolicyName,
  PolicyRule,
  Requirement,
  Source,
  SubArchitectures,
  Warning,
} from '@seccompile/policy'
import { readAction } from './action.ts'
import { parseJson } from './json.ts'
import type { JsonNode, JsonObject } from './json.ts'
import { arrayAt, field, integerAt, objectAt, requiredField, stringAt, warnOfUnknownKeys } from './read.ts'
import { archWord, capabilityWord, flagWord, goArchWord, operatorWord } from './words.ts'

/** A profile: the policy that it describes, and the settings that are not part of a filter. */
export interface Profile {
  /** Each rule, name and condition has its place in the file. */
  readonly policy: Policy
  /** Flags for seccomp(2), `SECCOMP_FILTER_FLAG_*`. */
  readonly flags: readonly string[]
  /** The socket of the process that decides calls with the action NOTIFY. */
  readonly listenerPath?: string
  /** The text that the listener receives. */
  readonly listenerMetadata?: string
  readonly warnings: readonly Warning[]
}

/** The options of reading a profile. */
export interface ParseProfileOptions {
  /** The name of the file in messages. */
  readonly file: string
  /**
   * How a rule is read that tests an argument twice. `'apart'`: each of its conditions counts as a rule of its own, as
   * runtimes read it. `'together'`: all of them have to hold, as it is written. `'apart'` where absent.
   */
  readonly repeated?: 'apart' | 'together'
}

const U64_MAX = 0xffff_ffff_ffff_ffffn

const PROFILE_KEYS = [
  'defaultAction',
  'defaultErrnoRet',
  'defaultErrno',
  'architectures',
  'archMap',
  'flags',
  'listenerPath',
  'listenerMetadata',
  'syscalls',
]
const ARCH_KEYS = ['architecture', 'subArchitectures']
const RULE_KEYS = ['names', 'name', 'action', 'errnoRet', 'errno', 'args', 'includes', 'excludes']
/** The keys for the action of a rule. The default has its own keys. */
const RULE_ACTION = { action: 'action', data: 'errnoRet', name: 'errno' } as const
const DEFAULT_ACTION = { action: 'defaultAction', data: 'defaultErrnoRet', name: 'defaultErrno' } as const

const ARG_KEYS = ['index', 'value', 'valueTwo', 'op']
const REQUIREMENT_KEYS = ['caps', 'arches', 'minKernel']

/** The items of the array under `key`, each read by `read`; empty where the key is absent. */
function listOf<T>(
  object: JsonObject,
  key: string,
  expected: string,
  read: (item: JsonNode) => T,
): readonly T[] {
  const node = field(object, key)
  return node === undefined ? [] : arrayAt(node, quote(key), `an array of ${expected}`).items.map(read)
}

function readWord<T>(item: JsonNode, what: string, word: (text: string, source: JsonNode['source']) => T): T {
  return word(stringAt(item, what, 'a string'), item.source)
}

function readCondition(item: JsonNode, warnings: Warning[]): ArgCondition {
  const object = objectAt(item, 'item of "args"', 'an object with "index", "op" and "value"')
  warnOfUnknownKeys(warnings, object, ARG_KEYS)
  const what = 'item of "args"'
  const anIndex = `the number of an argument, 0 to ${SECCOMP_DATA_ARGS - 1}`
  const indexNode = requiredField(object, 'index', what, anIndex)
  const index = integerAt(indexNode, '"index"', U64_MAX, anIndex)
  if (index >= BigInt(SECCOMP_DATA_ARGS))
    throw new PolicyError(
      'E_NUMBER',
      `argument index is ${index}; a system call has arguments 0 to ${SECCOMP_DATA_ARGS - 1}`,
      indexNode.source,
    )
  const opNode = requiredField(object, 'op', what, 'an operator such as "SCMP_CMP_EQ"')
  const opText = stringAt(opNode, '"op"', 'an operator such as "SCMP_CMP_EQ"')
  const op = operatorWord(opText, opNode.source)
  const valueNode = requiredField(object, 'value', what, `an integer from 0 to ${U64_MAX}`)
  const value = integerAt(valueNode, '"value"', U64_MAX)
  const twoNode = field(object, 'valueTwo')
  const valueTwo = twoNode === undefined ? 0n : integerAt(twoNode, '"valueTwo"', U64_MAX)
  const common = { index: Number(index), value, source: object.source }
  if (op === 'MASKED_EQ') return { op, ...common, valueTwo }
  if (twoNode !== undefined && valueTwo !== 0n)
    warnings.push(warning('ignored-key', `"valueTwo" is ignored: ${opText} has one value`, twoNode.source))
  return { op, ...common }
}

function readRequirement(object: JsonObject, key: string, warnings: Warning[]): Requirement | undefined {
  const node = field(object, key)
  if (node === undefined) return undefined
  const filter = objectAt(node, quote(key), 'an object with "caps", "arches" or "minKernel"')
  warnOfUnknownKeys(warnings, filter, REQUIREMENT_KEYS, true)
  const caps = listOf(filter, 'caps', 'capabilities', (item) => readWord(item, 'capability', capabilityWord))
  const arches = listOf(filter, 'arches', 'architectures', (item) =>
    readWord(item, 'architecture', goArchWord),
  )
  const kernelNode = field(filter, 'minKernel')
  const text = kernelNode === undefined ? '' : stringAt(kernelNode, '"minKernel"', 'a string such as "4.8"')
  const minKernel = parseKernelVersion(text)
  if (kernelNode !== undefined && text !== '' && minKernel === undefined)
    throw new PolicyError(
      'E_NUMBER',
      `"minKernel" is ${quote(text)}; expected a kernel version such as "4.8"`,
      kernelNode.source,
    )
  if (caps.length === 0 && arches.length === 0 && minKernel === undefined) return undefined
  return {
    ...(caps.length > 0 ? { caps } : {}),
    ...(arches.length > 0 ? { arches } : {}),
    ...(minKernel === undefined ? {} : { minKernel }),
  }
}

function readNames(rule: JsonObject): readonly PolicyName[] {
  const names = listOf(rule, 'names', 'names of system calls', (item) => ({
    name: stringAt(item, 'item of "names"', 'the name of a system call'),
    source: item.source,
  }))
  const node = field(rule, 'name')
  const single = node === undefined ? '' : stringAt(node, '"name"', 'the name of a system call')
  if (node !== undefined && single !== '') {
    if (names.length > 0)
      throw new PolicyError('E_CONFLICT', 'rule has both "name" and "names"; write one of them', node.source)
    return [{ name: single, source: node.source }]
  }
  if (names.length === 0)
    throw new PolicyError('E_EMPTY', 'rule names no system call; expected some in "names"', rule.source)
  const empty = names.find(({ name }) => name === '')
  if (empty !== undefined)
    throw new PolicyError('E_NAME', 'name of a system call is empty; remove it', empty.source)
  return names
}

/**
 * A warning where an `action` leaves `write` to the listener. runc refuses such a profile: it sends the descriptor of
 * the listener to the listening process by a `write` under the filter. Other launchers send it in another way.
 * @see runc libcontainer/seccomp/seccomp_linux.go: InitSeccomp()
 */
function notifyWarnings(action: Action, what: string, source: Source | undefined): readonly Warning[] {
  if (action.action !== 'USER_NOTIF') return []
  return [
    warning(
      'notify-gap',
      {
        brief: 'runc leaves no write to a listener',
        full: `${what} left to the listener, and runc refuses that: it has to write to reach it`,
      },
      source,
    ),
  ]
}

/** The rules for an item of `syscalls`: one rule, or one for each condition where the item tests an argument twice. */
function readRules(
  item: JsonNode,
  warnings: Warning[],
  repeatedAs: ParseProfileOptions['repeated'],
): readonly PolicyRule[] {
  const object = objectAt(item, 'item of "syscalls"', 'a rule, an object with "names" and "action"')
  warnOfUnknownKeys(warnings, object, RULE_KEYS)
  const names = readNames(object)
  const action = readAction(object, 'rule', RULE_ACTION, warnings)
  const write = names.find(({ name }) => name === 'write')
  if (write !== undefined) warnings.push(...notifyWarnings(action, '"write" is', write.source))
  const args = listOf(object, 'args', 'conditions', (condition) => readCondition(condition, warnings))
  const includes = readRequirement(object, 'includes', warnings)
  const excludes = readRequirement(object, 'excludes', warnings)
  const rule: PolicyRule = {
    names,
    action,
    args,
    source: object.source,
    ...(includes === undefined ? {} : { includes }),
    ...(excludes === undefined ? {} : { excludes }),
  }
  const repeated = args.find(({ index }, i) => args.findIndex((other) => other.index === index) !== i)
  if (repeated === undefined || repeatedAs === 'together') return [rule]
  warnings.push(
    warning(
      'repeated-argument',
      {
        brief: `args[${repeated.index}] is tested twice: one test is enough`,
        full:
          `argument ${repeated.index} is tested twice in one rule, so each of its ${args.length} conditions counts as a ` +
          'rule of its own: one that holds is enough',
      },
      repeated.source,
    ),
  )
  return args.map((condition) => ({
    ...rule,
    // The names get no place here, so that a message about one of these rules has the place of its condition.
    names: names.map(({ name }) => ({ name })),
    args: [condition],
    source: condition.source ?? object.source,
  }))
}

function readArchMap(root: JsonObject, warnings: Warning[]): readonly SubArchitectures[] {
  return listOf(root, 'archMap', 'architectures with their sub-architectures', (item) => {
    const entry = objectAt(item, 'item of "archMap"', 'an object with "architecture" and "subArchitectures"')
    warnOfUnknownKeys(warnings, entry, ARCH_KEYS)
    const main = requiredField(entry, 'architecture', 'item of "archMap"', 'one such as "SCMP_ARCH_X86_64"')
    return {
      main: readWord(main, '"architecture"', archWord),
      sub: listOf(entry, 'subArchitectures', 'architectures', (sub) =>
        readWord(sub, 'architecture', archWord),
      ),
    }
  })
}

/**
 * The profile in `text`, JSON as OCI runtimes or Docker read it.
 *
 * @throws PolicyError, with file, line and column: E_SYNTAX for text that is not JSON, E_TYPE for a value that is
 *   missing or has the wrong type, E_NAME for an unknown action, operator, architecture, capability or flag, E_NUMBER
 *   for a number out of bounds, E_CONFLICT for `name` beside `names` and `architectures` beside `archMap`, E_EMPTY
 *   for a rule without names, E_LIMIT for a text too large or nested too deep
 */
export function parseProfile(text: string, options: ParseProfileOptions): Profile {
  expectText(text, 'text')
  expectObject(options, 'options', 'file')
  return readProfile(parseJson(text, options.file), options)
}

/**
 * The profile in the tree `node`, which may come from any notation.
 * @throws PolicyError as {@link parseProfile} does for a text that is JSON
 */
export function readProfile(node: JsonNode, options: ParseProfileOptions): Profile {
  expectObject(node, 'node', 'kind')
  expectObject(options, 'options', 'file')
  const { file, repeated } = options
  const root = objectAt(node, 'profile', 'an object')
  if (field(root, 'defaultAction') === undefined && field(root, 'ociVersion') !== undefined)
    throw new PolicyError(
      'E_TYPE',
      'this is the configuration of an OCI bundle; expected the profile in its "linux"."seccomp" alone',
      root.source,
    )
  const warnings: Warning[] = []
  warnOfUnknownKeys(warnings, root, PROFILE_KEYS)
  const defaultAction = readAction(root, 'profile', DEFAULT_ACTION, warnings)
  const place = field(root, 'defaultAction')?.source
  warnings.push(...notifyWarnings(defaultAction, 'calls that no rule covers are', place))
  const architectures = listOf(root, 'architectures', 'architectures', (item) =>
    readWord(item, 'architecture', archWord),
  )
  const archMap = readArchMap(root, warnings)
  if (architectures.length > 0 && archMap.length > 0)
    throw new PolicyError(
      'E_CONFLICT',
      'profile has both "architectures" and "archMap"; write one of them',
      field(root, 'archMap')?.source,
    )
  const flags = listOf(root, 'flags', 'flags', (item) => readWord(item, 'flag', flagWord))
  const pathNode = field(root, 'listenerPath')
  const metadataNode = field(root, 'listenerMetadata')
  const rules = listOf(root, 'syscalls', 'rules', (item) => readRules(item, warnings, repeated)).flat()
  return {
    policy: {
      name: file,
      defaultAction,
      rules,
      overlaps: 'libseccomp',
      ...(architectures.length > 0 ? { architectures } : {}),
      ...(archMap.length > 0 ? { archMap } : {}),
    },
    flags,
    ...(pathNode === undefined ? {} : { listenerPath: stringAt(pathNode, '"listenerPath"', 'a path') }),
    ...(metadataNode === undefined
      ? {}
      : { listenerMetadata: stringAt(metadataNode, '"listenerMetadata"', 'a string') }),
    warnings: inOrder(warnings),
  }
}

/** `warnings`, sorted by line and column: the reader does not read a profile from top to bottom. */
function inOrder(warnings: readonly Warning[]): readonly Warning[] {
  return [...warnings].sort(
    ({ source: a }, { source: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  )
}

/**
 * The ABIs of `profile` with `main` as the main one, which comes first.
 * @see policyAbis
 */
export function profileAbis(profile: Profile, main: AbiToken): readonly AbiToken[] {
  expectObject(profile, 'profile', 'policy')
  return policyAbis(profile.policy, main)
}
