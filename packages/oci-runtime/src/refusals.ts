/*
 * The parts of a profile for which a runtime does not start a container, with what its error means.
 */
import { field } from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import type { Profile } from '@seccompile/oci'
import type { Action, PolicyRule, Source } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { hasTable } from './libseccomp-names.ts'
import type { LibseccompVersion } from './libseccomp-names.ts'
import type { RuntimeFacts } from './runtimes.ts'

/** A reason why a runtime does not load a profile. */
export interface Refusal {
  /** A sentence without a full stop. */
  readonly message: string
  readonly source?: Source
}

const refusal = (message: string, source?: Source): Refusal =>
  source === undefined ? { message } : { message, source }

const itemsOf = (node: JsonNode | undefined): readonly JsonNode[] =>
  node?.kind === 'array' ? node.items : []
const textOf = (node: JsonNode | undefined): string => (node?.kind === 'string' ? node.value : '')

/** Flags that the runtime does not take. */
function flagRefusals({ flags, versions }: RuntimeFacts, root: JsonObject): readonly Refusal[] {
  const known = flags.length === 0 ? 'it takes no flags' : `it takes ${flags.join(', ')}`
  return itemsOf(field(root, 'flags'))
    .filter((node) => !flags.includes(textOf(node)))
    .map((node) =>
      refusal(`${versions} does not take the flag ${quote(textOf(node))}; ${known}`, node.source),
    )
}

/** Architectures that the runtime, or its libseccomp, does not know. */
function architectureRefusals(
  { unknownArchitectures, versions }: RuntimeFacts,
  version: LibseccompVersion,
  abis: readonly AbiTable[],
): readonly Refusal[] {
  return abis.flatMap(({ token, scmpName }) => {
    if (unknownArchitectures.includes(scmpName))
      return [refusal(`${versions} does not know the architecture ${quote(scmpName)}`)]
    return hasTable(version, token)
      ? []
      : [refusal(`libseccomp ${version} does not know the architecture ${quote(scmpName)}`)]
  })
}

const samePlace = (one: Source, other: Source | undefined): boolean =>
  one.line === other?.line && one.column === other.column

/** `errnoRet` beside actions without an errno, in entries that the container meets. */
function idleErrnoRefusals(
  { refusesIdleErrno, versions }: RuntimeFacts,
  root: JsonObject,
  inForce: readonly PolicyRule[],
): readonly Refusal[] {
  if (!refusesIdleErrno) return []
  const check = (node: JsonNode, action: string, errno: string): readonly Refusal[] => {
    if (node.kind !== 'object') return []
    const word = textOf(field(node, action))
    const given = field(node, errno)
    if (given === undefined || word === 'SCMP_ACT_ERRNO' || word === 'SCMP_ACT_TRACE') return []
    return [
      refusal(
        `${versions} refuses ${quote(errno)} beside ${quote(word)}, which returns no errno`,
        given.source,
      ),
    ]
  }
  return [
    ...check(root, 'defaultAction', 'defaultErrnoRet'),
    ...itemsOf(field(root, 'syscalls'))
      .filter((node) => inForce.some(({ source }) => samePlace(node.source, source)))
      .flatMap((node) => check(node, 'action', 'errnoRet')),
  ]
}

/** The smallest errno that libseccomp does not take. @see libseccomp src/system.c: sys_chk_seccomp_action() */
const FIRST_REFUSED_ERRNO = 4095

/** Errnos that libseccomp does not take, of the default and of rules that reach it. */
function errnoRefusals(
  { policy }: Profile,
  knownRules: readonly PolicyRule[],
  root: JsonObject,
): readonly Refusal[] {
  const check = ({ action, data }: Action, source: Source | undefined): readonly Refusal[] =>
    action === 'ERRNO' && typeof data === 'number' && data >= FIRST_REFUSED_ERRNO
      ? [
          refusal(
            `libseccomp does not take the errno ${data}; the largest is ${FIRST_REFUSED_ERRNO - 1}`,
            source,
          ),
        ]
      : []
  return [
    ...check(policy.defaultAction, field(root, 'defaultAction')?.source),
    ...knownRules.flatMap(({ action, source }) => check(action, source)),
  ]
}

/** Calls left to a listener that the runtime has to make itself. */
function listenerRefusals(
  { writesToListener, versions }: RuntimeFacts,
  { policy, listenerPath = '' }: Profile,
  inForce: readonly PolicyRule[],
): readonly Refusal[] {
  if (!writesToListener) return []
  const left = inForce.filter(({ action }) => action.action === 'USER_NOTIF')
  const [first] = left
  const write = left.flatMap(({ names, source }) =>
    names.filter(({ name }) => name === 'write').map((name) => name.source ?? source),
  )
  const why = 'it has to write to reach the listener'
  return [
    ...(policy.defaultAction.action === 'USER_NOTIF'
      ? [refusal(`${versions} refuses to leave the default to a listener: ${why}`)]
      : []),
    ...write.map((source) => refusal(`${versions} refuses to leave "write" to a listener: ${why}`, source)),
    ...(first !== undefined && listenerPath === ''
      ? [refusal(`${versions} refuses to leave calls to a listener without "listenerPath"`, first.source)]
      : []),
  ]
}

/** A profile, and the runtime that is to load it. */
export interface ToLoad {
  readonly root: JsonObject
  readonly profile: Profile
  /** The entries that the container meets, as they are written. */
  readonly inForce: readonly PolicyRule[]
  /** The rules of them for names that libseccomp knows. */
  readonly knownRules: readonly PolicyRule[]
  readonly abis: readonly AbiTable[]
  readonly runtime: RuntimeFacts
  readonly libseccomp: LibseccompVersion
}

/** Why the runtime does not load the profile; empty where no reason is known. */
export function refusals(load: ToLoad): readonly Refusal[] {
  const { root, profile, inForce, knownRules, abis, runtime, libseccomp } = load
  return [
    ...flagRefusals(runtime, root),
    ...architectureRefusals(runtime, libseccomp, abis),
    ...idleErrnoRefusals(runtime, root, inForce),
    ...errnoRefusals(profile, knownRules, root),
    ...listenerRefusals(runtime, profile, inForce),
  ]
}
