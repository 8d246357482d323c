/*
 * The parts of a profile for which a runtime does not start a container, with what its error means.
 */
import { field } from '@seccompile/oci/reading'
import type { JsonNode, JsonObject } from '@seccompile/oci/reading'
import type { Profile } from '@seccompile/oci'
import type { PolicyRule, Source } from '@seccompile/policy'
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

/** `errnoRet` beside actions without an errno. */
function errnoRefusals({ refusesIdleErrno, versions }: RuntimeFacts, root: JsonObject): readonly Refusal[] {
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
    ...itemsOf(field(root, 'syscalls')).flatMap((node) => check(node, 'action', 'errnoRet')),
  ]
}

/** Calls left to a listener that the runtime has to make itself. */
function listenerRefusals(
  { writesToListener, versions }: RuntimeFacts,
  { policy }: Profile,
  inForce: readonly PolicyRule[],
): readonly Refusal[] {
  if (!writesToListener) return []
  const write = inForce
    .filter(({ action }) => action.action === 'USER_NOTIF')
    .flatMap(({ names, source }) =>
      names.filter(({ name }) => name === 'write').map((name) => name.source ?? source),
    )
  const why = 'it has to write to reach the listener'
  return [
    ...(policy.defaultAction.action === 'USER_NOTIF'
      ? [refusal(`${versions} refuses to leave the default to a listener: ${why}`)]
      : []),
    ...write.map((source) => refusal(`${versions} refuses to leave "write" to a listener: ${why}`, source)),
  ]
}

/** A profile, and the runtime that is to load it. */
export interface ToLoad {
  readonly root: JsonObject
  readonly profile: Profile
  readonly inForce: readonly PolicyRule[]
  readonly abis: readonly AbiTable[]
  readonly runtime: RuntimeFacts
  readonly libseccomp: LibseccompVersion
}

/** Why the runtime does not load the profile; empty where no reason is known. */
export function refusals({ root, profile, inForce, abis, runtime, libseccomp }: ToLoad): readonly Refusal[] {
  return [
    ...flagRefusals(runtime, root),
    ...architectureRefusals(runtime, libseccomp, abis),
    ...errnoRefusals(runtime, root),
    ...listenerRefusals(runtime, profile, inForce),
  ]
}
