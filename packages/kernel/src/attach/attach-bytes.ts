import { existsSync } from 'node:fs'
import { errnoName, explainErrno } from '../system/errno.ts'
import { KernelError } from '../system/kernel-error.ts'
import type { Libc } from '../libc/libc.ts'
import { ATTACH_FLAGS } from './flags.ts'

const PR_SET_NO_NEW_PRIVS = 38
const PR_GET_NO_NEW_PRIVS = 39
const SECCOMP_SET_MODE_FILTER = 1
/** The length of the longest program in bytes: BPF_MAXINSNS instructions of 8 bytes. */
const MAX_BYTES = 4096 * 8

/** The options of {@link attachBytes}. */
export interface AttachBytesOptions {
  /** Bits of `SECCOMP_FILTER_FLAG_*`. */
  readonly flags: number
  /**
   * Whether to set no_new_privs, so that set-user-ID programs give no further rights. Without CAP_SYS_ADMIN the
   * kernel requires it.
   */
  readonly noNewPrivs: boolean
}

/** The functions of the C library that call seccomp(2). */
type SeccompFunctions = Pick<Libc, 'seccomp' | 'errno'>

/** The answer of seccomp(2) to `filter`: the name of its error, or `success`. */
function answerTo(filter: Uint8Array | undefined, libc: SeccompFunctions, bits: number): string {
  const result = libc.seccomp(SECCOMP_SET_MODE_FILTER, bits, filter)
  return result < 0 ? errnoName(libc.errno()) : 'success'
}

const NO_INSTRUCTION = new Uint8Array()

/**
 * The answer of seccomp(2) to a filter that cannot be attached: the name of its error, or `success`.
 *
 * A kernel that has all flags of `bits` answers EFAULT to the address NULL, and EINVAL to a filter without
 * instructions. This function makes both calls. It yields `EFAULT` where both answers are the kernel's. A filter that
 * already holds for this process, such as that of a container, may give another answer: it sees the address of a
 * filter, but not the instructions there. `success` means that such a filter answered; nothing is attached.
 * @see kernel/seccomp.c: seccomp_prepare_user_filter(), seccomp_prepare_filter()
 */
export function answerWithoutFilter(libc: SeccompFunctions, bits: number): string {
  const ofNull = answerTo(undefined, libc, bits)
  if (ofNull !== 'EFAULT') return ofNull
  const ofEmpty = answerTo(NO_INSTRUCTION, libc, bits)
  return ofEmpty === 'EINVAL' ? ofNull : ofEmpty
}

/** Whether the running kernel has all flags of `bits`. */
const hasFlags = (libc: Libc, bits: number): boolean => answerWithoutFilter(libc, bits) === 'EFAULT'

/**
 * Whether the running kernel has filters. /proc tells, and no filter already attached to this process can change its
 * answer.
 */
const kernelHasFilters = (): boolean => existsSync('/proc/sys/kernel/seccomp/actions_avail')

function noSeccomp(errno: string, hasFilters: boolean): KernelError {
  if (hasFilters)
    return new KernelError(
      'E_REFUSED',
      `the kernel does not attach the filter: ${errno}: a filter already attached to this process, perhaps that of a container, answers the call "seccomp" with this error`,
      { errno },
    )
  return new KernelError(
    'E_NO_SECCOMP',
    `the kernel does not attach the filter: ${errno}: it was built without filters for seccomp`,
    { errno, requirement: 'CONFIG_SECCOMP_FILTER' },
  )
}

/** The error for a call of seccomp(2) that failed with `errno`. */
function refusal(libc: Libc, errno: string, bits: number, hasFilters: () => boolean): KernelError {
  if (errno === 'ENOSYS' || (errno === 'EINVAL' && !hasFlags(libc, 0))) return noSeccomp(errno, hasFilters())
  const unknown =
    errno === 'EINVAL'
      ? // A flag about a listener is refused without one.
        ATTACH_FLAGS.filter(({ bit }) => (bits & bit) !== 0 && !hasFlags(libc, bit === 32 ? 32 | 8 : bit))
      : []
  const [first] = unknown
  if (first !== undefined)
    return new KernelError(
      'E_REFUSED',
      `the kernel does not attach the filter: ${errno}: it does not know ${unknown.map(({ name }) => name).join(' and ')}`,
      { errno, requirement: `Linux ${first.since.join('.')}` },
    )
  return new KernelError(
    'E_REFUSED',
    `the kernel does not attach the filter: ${errno}: ${explainErrno(errno)}`,
    errno === 'EACCES' ? { errno, requirement: 'CAP_SYS_ADMIN' } : { errno },
  )
}

/**
 * Sets `no_new_privs` for the calling thread, then reads it back: a filter already attached to this process may answer
 * the call with success and set nothing.
 * @throws KernelError where `no_new_privs` is not set
 */
function setNoNewPrivs(libc: Libc): void {
  if (libc.prctl(PR_SET_NO_NEW_PRIVS, 1) === 0) {
    if (libc.prctl(PR_GET_NO_NEW_PRIVS, 0) === 1) return
    throw new KernelError(
      'E_REFUSED',
      'the kernel does not set no_new_privs: a filter already attached to this process answers the call "prctl" with success, and nothing is set; start the program outside of the container or sandbox that attached that filter',
    )
  }
  const errno = errnoName(libc.errno())
  throw new KernelError(
    'E_REFUSED',
    `the kernel does not set no_new_privs: ${errno}: it is older than Linux 3.5, or a filter already attached to this process forbids the call "prctl"`,
    { errno },
  )
}

/**
 * Checks that calls of seccomp(2) reach the kernel. It changes nothing.
 * @throws KernelError `E_REFUSED` where a filter already attached to this process answers; otherwise the error of
 * {@link attachBytes}
 */
function checkAnswers(libc: Libc, flags: number, hasFilters: () => boolean): void {
  const answer = answerWithoutFilter(libc, flags)
  if (answer === 'EFAULT') return
  if (answer !== 'success') throw refusal(libc, answer, flags, hasFilters)
  throw new KernelError(
    'E_REFUSED',
    'the kernel does not attach the filter: a filter already attached to this process, perhaps that of a container, answers the call "seccomp" with success, and nothing is attached; start the program outside of the container or sandbox that attached that filter',
  )
}

/**
 * Attaches one filter to the calling thread, or to all threads where the flags say so.
 *
 * @param filter - `sock_filter`s in the byte order of the machine
 * @param hasFilters - whether the kernel has filters; asked where seccomp(2) says that it does not
 * @returns the listener where the flags ask for one, else `undefined`
 * @throws KernelError `E_FILTER` for a size that no filter has, `E_REFUSED` with the kernel's error
 */
export function attachBytes(
  libc: Libc,
  filter: Uint8Array,
  { flags, noNewPrivs }: AttachBytesOptions,
  hasFilters: () => boolean = kernelHasFilters,
): number | undefined {
  if (filter.length === 0 || filter.length % 8 !== 0 || filter.length > MAX_BYTES)
    throw new KernelError(
      'E_FILTER',
      `the filter is ${filter.length} bytes, and the kernel takes 1 to 4096 instructions of 8 bytes`,
      { errno: 'EINVAL' },
    )
  checkAnswers(libc, flags, hasFilters)
  if (noNewPrivs) setNoNewPrivs(libc)
  const result = libc.seccomp(SECCOMP_SET_MODE_FILTER, flags, filter)
  if (result < 0) throw refusal(libc, errnoName(libc.errno()), flags, hasFilters)
  if ((flags & 8) !== 0) return result
  if (result > 0)
    throw new KernelError(
      'E_REFUSED',
      `the kernel does not attach the filter: thread ${result} has a filter that this one does not have; attach before that thread attaches its own, or to the calling thread only`,
      { errno: 'ESRCH', requirement: 'one filter for all threads' },
    )
  return undefined
}
