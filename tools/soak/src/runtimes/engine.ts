/*
 * A profile as an engine hands it to a runtime: the entries that the container meets, and the architectures of the machine.
 *
 * Written from the keys of the JSON, without the reader of profiles that is checked with it.
 * @see moby/profiles seccomp/seccomp_linux.go: setupSeccomp()
 */

import type { RuntimeProfile } from '../watch/container.ts'

interface EngineFilter {
  readonly caps?: readonly string[] | null
  readonly arches?: readonly string[] | null
  readonly minKernel?: string | null
}

interface EngineEntry {
  readonly name?: string
  readonly names?: readonly string[] | null
  readonly action: string
  readonly errnoRet?: number | null
  readonly args?: readonly object[] | null
  readonly includes?: EngineFilter | null
  readonly excludes?: EngineFilter | null
}

/** A profile of Docker or Podman. */
export interface EngineProfile {
  readonly defaultAction: string
  readonly defaultErrnoRet?: number
  readonly architectures?: readonly string[] | null
  readonly archMap?: readonly {
    readonly architecture: string
    readonly subArchitectures?: readonly string[] | null
  }[]
  readonly flags?: readonly string[]
  readonly syscalls: readonly EngineEntry[]
}

/** A machine and a container: the architecture by its OCI name and by its Go name, and the capabilities. */
export interface EngineMachine {
  readonly architecture: string
  readonly goArch: string
  readonly caps: readonly string[]
}

/** Whether the container meets an entry. Every kernel that runs this is newer than those that profiles name. */
function isMet({ includes, excludes }: EngineEntry, { goArch, caps }: EngineMachine): boolean {
  const has = (cap: string): boolean => caps.includes(cap)
  if (excludes?.caps?.some(has) === true || excludes?.arches?.includes(goArch) === true) return false
  if (typeof excludes?.minKernel === 'string') return false
  const arches = includes?.arches ?? []
  return (includes?.caps ?? []).every(has) && (arches.length === 0 || arches.includes(goArch))
}

/** `profile` as an engine hands it to a runtime on `machine`. */
export function forRuntime(profile: EngineProfile, machine: EngineMachine): RuntimeProfile {
  const mapped = profile.archMap?.find(({ architecture }) => architecture === machine.architecture)
  const architectures = profile.architectures ?? [
    ...(mapped === undefined ? [] : [mapped.architecture, ...(mapped.subArchitectures ?? [])]),
  ]
  const { defaultAction, defaultErrnoRet, flags } = profile
  return {
    defaultAction,
    ...(defaultErrnoRet === undefined ? {} : { defaultErrnoRet }),
    ...(flags === undefined ? {} : { flags }),
    architectures,
    syscalls: profile.syscalls
      .filter((entry) => isMet(entry, machine))
      .map(({ name, names, action, errnoRet, args }) => ({
        names: names ?? (name === undefined ? [] : [name]),
        action,
        ...(typeof errnoRet === 'number' ? { errnoRet } : {}),
        ...(args === undefined || args === null || args.length === 0 ? {} : { args }),
      })),
  }
}
