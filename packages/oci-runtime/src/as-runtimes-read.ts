/*
 * The tree of a profile as a runtime reads it, where a reader of policies says that a person made a fault.
 *
 * An entry without a name is no rule, and libseccomp keeps 16 bits of an errno. The runtimes load such profiles, so the tree has no such
 * entries and errnos any more, and what was done is told. Measured: runc 1.1.15 and crun 1.21 with libseccomp 2.6.0.
 * @see runc v1.1.15 libcontainer/seccomp/seccomp_linux.go: matchCall(); crun 1.21 src/libcrun/seccomp.c
 * @see libseccomp include/seccomp.h.in: SCMP_ACT_ERRNO(), SCMP_ACT_TRACE()
 */
import { SECCOMP_RET_DATA } from '@seccompile/abi'
import { field } from '@seccompile/oci/reading'
import type { JsonArray, JsonNode, JsonObject } from '@seccompile/oci/reading'
import { quote } from '@seccompile/shape'
import type { Cause } from './causes.ts'
import type { Refusal } from './refusals.ts'
import type { RuntimeFacts } from './runtimes.ts'

/** A profile as a runtime reads it, or why it does not. */
export interface ReadByRuntime {
  readonly tree: JsonNode
  readonly refusals: readonly Refusal[]
  readonly causes: readonly Cause[]
}

const ERRNO_KEYS = ['errnoRet', 'defaultErrnoRet']

/** `object` with other values for its members; `undefined` leaves a member as it is. */
function withMembers(
  object: JsonObject,
  valueOf: (key: string, value: JsonNode) => JsonNode | undefined,
): JsonObject {
  return {
    ...object,
    members: object.members.map((member) => ({
      ...member,
      value: valueOf(member.key, member.value) ?? member.value,
    })),
  }
}

/** An errno as libseccomp keeps it; a value that is no number of the runtime is left to the reader. */
function cutErrno(node: JsonNode, { largestErrno, versions }: RuntimeFacts, key: string): ReadByRuntime {
  const none: ReadByRuntime = { tree: node, refusals: [], causes: [] }
  if (node.kind !== 'number' || !/^-?\d{1,20}$/.test(node.text)) return none
  const { source } = node
  const value = BigInt(node.text)
  if (value < 0n || value > largestErrno)
    return {
      ...none,
      tree: { ...node, text: '0' },
      refusals: [{ message: `${versions} does not read ${quote(key)} of ${value}`, source }],
    }
  if (value <= BigInt(SECCOMP_RET_DATA)) return none
  const kept = Number(value & BigInt(SECCOMP_RET_DATA))
  return {
    tree: { ...node, text: String(kept) },
    refusals: [],
    causes: [{ kind: 'cut-errno', errno: node.text, kept, source }],
  }
}

/** The names of an entry without empty ones. */
function withoutEmptyNames(names: JsonArray, { takesEmptyNames, versions }: RuntimeFacts): ReadByRuntime {
  const isEmpty = (item: JsonNode): boolean => item.kind === 'string' && item.value === ''
  const empty = names.items.filter(isEmpty)
  return {
    tree: { ...names, items: names.items.filter((item) => !isEmpty(item)) },
    refusals: takesEmptyNames
      ? []
      : empty.map(({ source }) => ({ message: `${versions} refuses an empty name of a call`, source })),
    causes: takesEmptyNames ? empty.map(({ source }) => ({ kind: 'unknown-name', name: '', source })) : [],
  }
}

/** The members of `object` as the runtime reads them, with what `valueOf` reads. */
function readMembers(
  object: JsonObject,
  valueOf: (key: string, value: JsonNode) => ReadByRuntime | undefined,
): ReadByRuntime & { readonly tree: JsonObject } {
  const read: ReadByRuntime[] = []
  const tree = withMembers(object, (key, value) => {
    const found = valueOf(key, value)
    if (found !== undefined) read.push(found)
    return found?.tree
  })
  return {
    tree,
    refusals: read.flatMap((each) => each.refusals),
    causes: read.flatMap((each) => each.causes),
  }
}

const hasNames = (entry: JsonObject): boolean => {
  const [names, name] = [field(entry, 'names'), field(entry, 'name')]
  return names === undefined ? name !== undefined : names.kind !== 'array' || names.items.length > 0
}

/** An entry as the runtime reads it; no tree where it is no rule. */
function readEntry(
  node: JsonNode,
  facts: RuntimeFacts,
): Omit<ReadByRuntime, 'tree'> & { readonly tree?: JsonNode } {
  if (node.kind !== 'object') return { tree: node, refusals: [], causes: [] }
  const { source } = node
  const { tree, refusals, causes } = readMembers(node, (key, value) => {
    if (ERRNO_KEYS.includes(key)) return cutErrno(value, facts, key)
    return key === 'names' && value.kind === 'array' ? withoutEmptyNames(value, facts) : undefined
  })
  if (hasNames(tree)) return { tree, refusals, causes }
  const isMissing = field(node, 'names') === undefined
  if (isMissing && facts.needsNames)
    return {
      refusals: [...refusals, { message: `${facts.versions} refuses an entry without "names"`, source }],
      causes,
    }
  return { refusals, causes: [...causes, { kind: 'empty-entry', source }] }
}

/** The profile in `tree` as the runtime reads it. */
export function asRuntimeReads(tree: JsonNode, facts: RuntimeFacts): ReadByRuntime {
  if (tree.kind !== 'object') return { tree, refusals: [], causes: [] }
  return readMembers(tree, (key, value) => {
    if (ERRNO_KEYS.includes(key)) return cutErrno(value, facts, key)
    if (key !== 'syscalls' || value.kind !== 'array') return undefined
    const entries = value.items.map((item) => readEntry(item, facts))
    return {
      tree: { ...value, items: entries.flatMap((entry) => entry.tree ?? []) },
      refusals: entries.flatMap(({ refusals }) => refusals),
      causes: entries.flatMap(({ causes }) => causes),
    }
  })
}
