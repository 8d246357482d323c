/*
 * The features of seccomp that the running kernel offers. The kernel reports some features itself. For the
 * others, its version decides.
 */
import { existsSync, readFileSync } from 'node:fs'
import { release } from 'node:os'
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { ActionName } from '@seccompile/abi'
import { MAX_INSNS_PER_PATH } from '@seccompile/cbpf'
import { answerWithoutFilter } from '../attach/attach-bytes.ts'
import { ATTACH_FLAGS } from '../attach/flags.ts'
import { tryLibc } from '../libc/libc.ts'
import { runtimeText } from '../libc/runtime.ts'
import type { Libc } from '../libc/libc.ts'
import { bridgeOffers, launcherOffers } from './launcher-offers.ts'
import type { Offer } from './offer.ts'
import { errnoName } from '../system/errno.ts'
import { nativeAbi } from '../system/native-abi.ts'
import { requireLinux } from '../system/require-linux.ts'
import { OTHER_ABIS, runsElf, tinyElf } from './tiny-elf.ts'

/** The features that the running kernel offers. */
export interface Probe {
  /** The output of `uname -r`. */
  readonly release: string
  /** The runtime of this process and its version: `Node 26.9.0`. */
  readonly runtime: string
  /** The ABI of this process, as @seccompile/syscalls names it. */
  readonly abi: string
  /** Whether filters can be attached at all. */
  readonly filters: Offer
  /** `SECCOMP_RET_*`, strongest first. */
  readonly actions: readonly Offer[]
  /** `SECCOMP_FILTER_FLAG_*`. */
  readonly flags: readonly Offer[]
  /** Whether the kernel keeps the allow bitmap, so that a call that is always allowed does not run the filter. */
  readonly bitmap: Offer
  /** Whether filters are compiled to machine code. */
  readonly jit: Offer
  /** ABIs whose programs run here, the machine's own first. */
  readonly abis: readonly Offer[]
  /** Whether CAP_SYS_ADMIN replaces `no_new_privs`. */
  readonly sysAdmin: Offer
  /** The most instructions of one filter, and of all filters of a task, as the kernel counts those. */
  readonly limits: { readonly insns: number; readonly insnsPerPath: number }
  /** Bridges to the C library from this process, for `attach`; in the order in which they are tried. */
  readonly bridges: readonly Offer[]
  /** Launchers, which start a command under a filter; in the order in which `run` tries them. */
  readonly launchers: readonly Offer[]
  /** The number of filters on this process; `undefined` where the kernel does not say. */
  readonly attached: number | undefined
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}

type Version = readonly [number, number]

function versionOf(text: string): Version | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(text) ?? []
  return major === undefined || minor === undefined ? undefined : [Number(major), Number(minor)]
}

function since(name: string, version: Version | undefined, first: Version): Offer {
  const [major, minor] = first
  if (version === undefined)
    return { name, offered: undefined, why: 'the version of the kernel is not readable' }
  const offered = version[0] > major || (version[0] === major && version[1] >= minor)
  return { name, offered, why: `by its version: Linux ${major}.${minor} brought it` }
}

/** Names of the actions in `actions_avail`, strongest first. @see kernel/seccomp.c: seccomp_names */
const ACTIONS: readonly (readonly [ActionName, Version])[] = [
  ['KILL_PROCESS', [4, 14]],
  ['KILL_THREAD', [3, 5]],
  ['TRAP', [3, 5]],
  ['ERRNO', [3, 5]],
  ['USER_NOTIF', [5, 0]],
  ['TRACE', [3, 5]],
  ['LOG', [4, 14]],
  ['ALLOW', [3, 5]],
]

const PR_SET_SECCOMP = 22
const SECCOMP_MODE_FILTER = 2

/** The functions of the C library that ask the kernel. */
type ProbeFunctions = Pick<Libc, 'seccomp' | 'prctl' | 'errno'>

/** The answer of prctl(2) to the filter NULL: see {@link answerWithoutFilter}. */
function answerOfPrctl(libc: ProbeFunctions): string {
  const result = libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER)
  return result < 0 ? errnoName(libc.errno()) : 'success'
}

/**
 * Whether filters can be attached. An answer of seccomp(2) that is not the kernel's decides first. Then come the list
 * of actions in /proc, seccomp(2), and /proc/self/status.
 *
 * @param isListed - whether /proc lists the actions of filters
 * @param status - the text of /proc/self/status, empty where there is none
 */
export function probeFilters(isListed: boolean, status: string, libc: ProbeFunctions | undefined): Offer {
  const name = 'filters'
  const errno = libc === undefined ? undefined : answerWithoutFilter(libc, 0)
  // A kernel that lists actions has filters, so an answer other than EFAULT comes from a filter already attached to
  // this process.
  if (libc !== undefined && (errno === 'success' || (isListed && errno !== 'EFAULT'))) {
    const why = `a filter already attached to this process answers seccomp(2) with ${errno}`
    const isByPrctl = answerOfPrctl(libc) === 'EFAULT'
    return isByPrctl
      ? { name, offered: true, why: `${why}; by prctl(2), as bwrap does` }
      : { name, offered: false, why }
  }
  if (isListed) return { name, offered: true, why: 'the kernel lists its actions' }
  if (errno === 'EFAULT') return { name, offered: true, why: 'the kernel takes the call "seccomp"' }
  if (/^Seccomp:\s*\d$/m.test(status))
    return { name, offered: undefined, why: 'there is seccomp, and the kernel does not list its actions' }
  if (status !== '')
    return { name, offered: false, why: 'the kernel was built without CONFIG_SECCOMP_FILTER' }
  // A kernel without filters answers EINVAL in seccomp_set_mode_filter(). ENOSYS could also come from a filter
  // already attached to this process.
  if (errno === 'EINVAL')
    return { name, offered: false, why: 'seccomp(2) says EINVAL: the kernel was built without filters' }
  const asked =
    errno === undefined
      ? 'without a bridge to the C library the kernel cannot be asked'
      : `seccomp(2) says ${errno}`
  return { name, offered: undefined, why: `/proc is not there, and ${asked}` }
}

function probeFlags(libc: Libc | undefined, version: Version | undefined): readonly Offer[] {
  return ATTACH_FLAGS.map(({ name, bit, since: first }) => {
    if (libc === undefined) return since(name, version, first)
    const errno = answerWithoutFilter(libc, bit === 32 ? 32 | 8 : bit) // the kernel refuses a flag about a listener without NEW_LISTENER
    if (errno === 'EFAULT') return { name, offered: true, why: 'the kernel takes it' }
    if (errno === 'EINVAL') return { name, offered: false, why: 'the kernel refuses it: EINVAL' }
    return {
      name,
      offered: undefined,
      why: `seccomp(2) says ${errno}, so the kernel cannot be asked: perhaps a filter already attached to this process forbids the call`,
    }
  })
}

/** Architectures whose kernel keeps the bitmap: those whose asm/seccomp.h has SECCOMP_ARCH_NATIVE. */
const BITMAP_ARCHES: readonly string[] = ['x64', 'ia32', 'arm64', 'arm', 'ppc64', 'riscv64', 's390x']

function probeBitmap(version: Version | undefined): Offer {
  const name = 'allow bitmap'
  if (existsSync('/proc/self/seccomp_cache'))
    return { name, offered: true, why: '/proc/self/seccomp_cache is there' }
  if (!BITMAP_ARCHES.includes(process.arch))
    return { name, offered: undefined, why: `not known of kernels for ${process.arch}` }
  return since(name, version, [5, 11])
}

function probeJit(): Offer {
  const name = 'JIT'
  const path = '/proc/sys/net/core/bpf_jit_enable'
  const text = read(path)?.trim()
  if (text === undefined)
    return { name, offered: undefined, why: `${path} is not readable: a kernel without, or a container` }
  return { name, offered: text !== '0', why: `${path} is ${text}` }
}

function probeAbis(own: string): readonly Offer[] {
  const others = (OTHER_ABIS[process.arch] ?? []).map((other) => {
    const name = other.token
    let error: string | undefined
    try {
      error = runsElf(tinyElf(other))
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause)
    }
    if (error === undefined) return { name, offered: true, why: 'a program of it runs' }
    if (error === 'ENOEXEC')
      return { name, offered: false, why: 'the kernel does not run programs of it: ENOEXEC' }
    return { name, offered: undefined, why: `a program of it could not be tried: ${error}` }
  })
  return [{ name: own, offered: true, why: 'this process is one' }, ...others]
}

const CAP_SYS_ADMIN = 21n

function probeSysAdmin(status: string): Offer {
  const name = 'CAP_SYS_ADMIN'
  const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1]
  if (mask === undefined) return { name, offered: undefined, why: '/proc/self/status does not say' }
  const offered = ((BigInt(`0x${mask}`) >> CAP_SYS_ADMIN) & 1n) === 1n
  return { name, offered, why: offered ? 'this process has it' : 'this process does not have it' }
}

/**
 * The features of seccomp that the running kernel offers, and the reasons that others are missing. `probe` starts
 * tiny programs of other ABIs, and attaches nothing.
 *
 * @throws KernelError where this is not Linux, or an architecture that this package does not know
 */
export function probe(): Probe {
  requireLinux('probe the kernel')
  const version = versionOf(release())
  const { token } = nativeAbi()
  const libc = tryLibc()
  const status = read('/proc/self/status') ?? ''
  const available = read('/proc/sys/kernel/seccomp/actions_avail')?.trim().split(/\s+/)
  const attached = /^Seccomp_filters:\s*(\d+)$/m.exec(status)?.[1]
  return {
    release: release(),
    runtime: runtimeText(),
    abi: token,
    filters: probeFilters(available !== undefined, status, libc),
    actions: ACTIONS.map(([name, first]) =>
      available === undefined
        ? since(`SECCOMP_RET_${name}`, version, first)
        : {
            name: `SECCOMP_RET_${name}`,
            offered: available.includes(name.toLowerCase()),
            why: '/proc/sys/kernel/seccomp/actions_avail lists what there is',
          },
    ),
    flags: probeFlags(libc, version),
    bitmap: probeBitmap(version),
    jit: probeJit(),
    abis: probeAbis(token),
    sysAdmin: probeSysAdmin(status),
    limits: { insns: BPF_MAXINSNS, insnsPerPath: MAX_INSNS_PER_PATH },
    bridges: bridgeOffers(),
    launchers: launcherOffers(),
    attached: attached === undefined ? undefined : Number(attached),
  }
}
