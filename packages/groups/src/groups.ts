/* The groups by name, and the groups of a call. */
import { didYouMean, expectText, quote } from '@seccompile/shape'
import type { SyscallName } from '@seccompile/syscalls'
import { archSpecific } from './arch-specific.ts'
import { base } from './base.ts'
import { asynchronousIo, descriptors, deviceControl, ioUring, polling, transfers } from './descriptors.ts'
import { fileHandles, filesToRead, filesToWrite, watching } from './files.ts'
import type { GroupKey, GroupName } from './group-name.ts'
import type { Group } from './group.ts'
import { identity } from './identity.ts'
import { mounts, namespaces, sandboxing } from './isolation.ts'
import {
  administration,
  bpf,
  keys,
  modules,
  rawIo,
  reboot,
  swap,
  systemInformation,
  tracing,
} from './kernel.ts'
import { memory, memoryPlacement, pageFaults } from './memory.ts'
import { obsolete } from './obsolete.ts'
import { executionDomain, processes, resources, scheduling, threads } from './processes.ts'
import { signals } from './signals.ts'
import { interprocess, sockets } from './sockets.ts'
import { clockSetting, time } from './time.ts'

/** Every group, sorted by name. */
// prettier-ignore
export const GROUPS: readonly Group[] = [
  administration, archSpecific, asynchronousIo, base, bpf, clockSetting, descriptors, deviceControl, executionDomain,
  fileHandles, filesToRead, filesToWrite, identity, interprocess, ioUring, keys, memory, memoryPlacement, modules, mounts,
  namespaces, obsolete, pageFaults, polling, processes, rawIo, reboot, resources, sandboxing, scheduling, signals, sockets,
  swap, systemInformation, threads, time, tracing, transfers, watching,
]

/** The names of the groups, sorted. */
export const groupNames: readonly GroupName[] = GROUPS.map(({ name }) => name)

/** The calls of each group, by its name in camel case: `groups.filesToRead`. */
export const groups: { readonly [Key in GroupKey]: readonly SyscallName[] } = {
  administration: administration.calls,
  archSpecific: archSpecific.calls,
  asynchronousIo: asynchronousIo.calls,
  base: base.calls,
  bpf: bpf.calls,
  clockSetting: clockSetting.calls,
  descriptors: descriptors.calls,
  deviceControl: deviceControl.calls,
  executionDomain: executionDomain.calls,
  fileHandles: fileHandles.calls,
  filesToRead: filesToRead.calls,
  filesToWrite: filesToWrite.calls,
  identity: identity.calls,
  interprocess: interprocess.calls,
  ioUring: ioUring.calls,
  keys: keys.calls,
  memory: memory.calls,
  memoryPlacement: memoryPlacement.calls,
  modules: modules.calls,
  mounts: mounts.calls,
  namespaces: namespaces.calls,
  obsolete: obsolete.calls,
  pageFaults: pageFaults.calls,
  polling: polling.calls,
  processes: processes.calls,
  rawIo: rawIo.calls,
  reboot: reboot.calls,
  resources: resources.calls,
  sandboxing: sandboxing.calls,
  scheduling: scheduling.calls,
  signals: signals.calls,
  sockets: sockets.calls,
  swap: swap.calls,
  systemInformation: systemInformation.calls,
  threads: threads.calls,
  time: time.calls,
  tracing: tracing.calls,
  transfers: transfers.calls,
  watching: watching.calls,
}

/**
 * The group called `name`.
 * @throws TypeError for an unknown name
 */
export function groupOf(name: string): Group {
  expectText(name, 'name')
  const known = GROUPS.find((group) => group.name === name)
  if (known !== undefined) return known
  const hint = didYouMean(name, groupNames, `; there is ${groupNames.map(quote).join(', ')}`)
  throw new TypeError(`unknown group ${quote(name)}${hint}`)
}

/** The groups that `call` is in, sorted by name; none for a call that is not in the tables. */
export function groupsOf(call: string): readonly Group[] {
  return GROUPS.filter(({ calls }) => (calls as readonly string[]).includes(call))
}
