/*
 * Container runtimes that hand a profile to libseccomp, and what each does with it before.
 *
 * The facts are those of the sources at the tags that `source` names. A runtime that is not here is not known, and nothing
 * is claimed about it.
 */

/** A range of versions of a runtime that read a profile alike. */
export type OciRuntimeName = 'runc-1.1' | 'runc-1.2' | 'runc-1.5' | 'crun-1.14'

/** What versions of a runtime do with a profile. */
export interface RuntimeFacts {
  /** The versions, for people. */
  readonly versions: string
  /** The flags of seccomp(2) that it takes in `flags`; a profile with another flag is refused. */
  readonly flags: readonly string[]
  /** The flags that it sets where the profile has no `flags`. */
  readonly defaultFlags: readonly string[]
  /**
   * Whether it gives ENOSYS to numbers above the largest one that the profile names, where the default is not ALLOW, LOG or
   * TRACE.
   */
  readonly hasStub: boolean
  /** Whether it refuses `errnoRet` beside an action that returns no errno. */
  readonly refusesIdleErrno: boolean
  /** The most conditions of an entry, where nothing is claimed of entries with more. */
  readonly maxConditions?: number
  /** Whether it refuses to leave `write`, or the default, to a listener, and calls without `listenerPath`. */
  readonly writesToListener: boolean
  /** Whether it takes an empty name, and leaves it out as one that libseccomp does not know. */
  readonly takesEmptyNames: boolean
  /** Whether it refuses an entry without a list of names; an empty list is no rule. */
  readonly needsNames: boolean
  /** The largest errno that it reads, of which libseccomp keeps 16 bits. */
  readonly largestErrno: bigint
  /** Architectures of a profile that it does not know. */
  readonly unknownArchitectures: readonly string[]
  /** Where the facts are from. */
  readonly source: string
}

const RUNC = {
  hasStub: true,
  refusesIdleErrno: false,
  writesToListener: true,
  takesEmptyNames: false,
  needsNames: false,
  largestErrno: 2n ** 64n - 1n,
} as const

const [TSYNC, SPEC_ALLOW, LOG, WAIT_KILLABLE] = [
  'SECCOMP_FILTER_FLAG_TSYNC',
  'SECCOMP_FILTER_FLAG_SPEC_ALLOW',
  'SECCOMP_FILTER_FLAG_LOG',
  'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV',
]

const RUNC_LACKS = [
  'SCMP_ARCH_M68K',
  'SCMP_ARCH_PARISC',
  'SCMP_ARCH_PARISC64',
  'SCMP_ARCH_SH',
  'SCMP_ARCH_SHEB',
]

/** The runtimes, by name. */
export const RUNTIMES: Readonly<Record<OciRuntimeName, RuntimeFacts>> = Object.freeze({
  'runc-1.1': {
    ...RUNC,
    versions: 'runc 1.1',
    flags: [],
    defaultFlags: [],
    unknownArchitectures: ['SCMP_ARCH_LOONGARCH64', ...RUNC_LACKS],
    source: 'runc v1.1.15, libcontainer/specconv/spec_linux.go: SetupSeccomp(); libcontainer/seccomp',
  },
  'runc-1.2': {
    ...RUNC,
    versions: 'runc 1.2 to 1.4',
    flags: [TSYNC, SPEC_ALLOW, LOG],
    defaultFlags: [SPEC_ALLOW],
    unknownArchitectures: ['SCMP_ARCH_LOONGARCH64', ...RUNC_LACKS],
    source: 'runc v1.2.0, v1.3.6 and v1.4.0, libcontainer/specconv/spec_linux.go; libcontainer/seccomp',
  },
  'runc-1.5': {
    ...RUNC,
    versions: 'runc 1.5',
    flags: [TSYNC, SPEC_ALLOW, LOG, WAIT_KILLABLE],
    defaultFlags: [SPEC_ALLOW],
    unknownArchitectures: RUNC_LACKS,
    source: 'runc v1.5.1, libcontainer/specconv/spec_linux.go; libcontainer/seccomp',
  },
  'crun-1.14': {
    versions: 'crun 1.14 to 1.28',
    flags: [TSYNC, SPEC_ALLOW, LOG, WAIT_KILLABLE],
    defaultFlags: [SPEC_ALLOW],
    hasStub: false,
    refusesIdleErrno: true,
    maxConditions: 6,
    writesToListener: false,
    takesEmptyNames: true,
    needsNames: true,
    largestErrno: 2n ** 32n - 1n,
    unknownArchitectures: [],
    source: 'crun 1.14.3, 1.21 and 1.28, src/libcrun/seccomp.c: libcrun_generate_seccomp()',
  },
})
