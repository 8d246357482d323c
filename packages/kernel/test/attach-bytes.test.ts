import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { attachBytes } from '../src/attach/attach-bytes.ts'
import type { Libc } from '../src/libc/libc.ts'

const { EACCES, EFAULT, EINVAL, ENOSYS } = constants.errno
const PR_GET_NO_NEW_PRIVS = 39
const ALLOW = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f)

/** An answer to a filter, of a kernel that reads it: NULL is none. */
const reading =
  (answer: number) =>
  (_flags: number, program: Uint8Array | undefined): number =>
    program === undefined ? -EFAULT : answer

/**
 * The C library above a kernel that answers `seccomp` as told; this one cannot be made to lack anything.
 * @param prctl - the errno of `prctl`; 0 for success
 * @param isSet - whether no_new_privs is then set
 */
function above(
  answer: (flags: number, program: Uint8Array | undefined) => number,
  prctl = 0,
  isSet = 1,
): Libc {
  let errno = 0
  const unused = (): never => {
    throw new Error('attaching does not use it')
  }
  return {
    bridge: 'koffi',
    errno: () => errno,
    prctl: (option) => {
      errno = prctl
      return prctl !== 0 ? -1 : option === PR_GET_NO_NEW_PRIVS ? isSet : 0
    },
    seccomp: (_operation, flags, program) => {
      const result =
        program?.length === 0 ? Math.min(answer(flags, program), -EINVAL) : answer(flags, program)
      errno = Math.max(0, -result)
      return result < 0 ? -1 : result
    },
    fcntl: unused,
    closeRangeOnExec: unused,
    defaultSignal: unused,
    unblockSignals: unused,
    exit: unused,
    prepareExec: unused,
    netlinkSocket: unused,
    close: unused,
    read: unused,
    memoryFile: unused,
    sharedMemory: unused,
  }
}

const attached = (libc: Libc, flags = 0, hasFilters = true): unknown =>
  attachBytes(libc, ALLOW, { flags, noNewPrivs: true }, () => hasFilters)

describe('attachBytes', () => {
  it('says of a kernel without filters that it has none', () => {
    const facts = { code: 'E_NO_SECCOMP', requirement: 'CONFIG_SECCOMP_FILTER' }
    for (const errno of [ENOSYS, EINVAL])
      // EINVAL where the call is there and the mode is not
      expect(() =>
        attached(
          above(() => -errno),
          0,
          false,
        ),
      ).toThrow(expect.objectContaining(facts) as Error)
  })

  it('does not say so of a kernel that has them, where a filter already attached answers as if not', () => {
    expect(() => attached(above(() => -ENOSYS))).toThrow(
      expect.objectContaining({
        code: 'E_REFUSED',
        errno: 'ENOSYS',
        message:
          'the kernel does not attach the filter: ENOSYS: a filter already attached to this process, perhaps that of a container, answers the call "seccomp" with this error',
      }) as Error,
    )
  })

  it('names the flags that the kernel does not know, and the version that brought them', () => {
    const old = above((flags, program) =>
      (flags & ~7) !== 0 ? -EINVAL : program === undefined ? -EFAULT : 0,
    )
    expect(() => attached(old, 1 | 8 | 16)).toThrow(
      expect.objectContaining({
        code: 'E_REFUSED',
        errno: 'EINVAL',
        requirement: 'Linux 5.0',
        message:
          'the kernel does not attach the filter: EINVAL: it does not know SECCOMP_FILTER_FLAG_NEW_LISTENER and SECCOMP_FILTER_FLAG_TSYNC_ESRCH',
      }) as Error,
    )
    expect(attached(old, 1)).toBeUndefined()
  })

  it('says what privilege is missing, and that of no_new_privs the kernel is older or filtered', () => {
    expect(() => attached(above(reading(-EACCES)))).toThrow(
      expect.objectContaining({ errno: 'EACCES', requirement: 'CAP_SYS_ADMIN' }) as Error,
    )
    expect(() => attached(above(reading(0), EINVAL))).toThrow(
      'the kernel does not set no_new_privs: EINVAL: ',
    )
  })

  it('attaches nothing where a filter already attached answers the call with success, and says so', () => {
    const programs: unknown[] = []
    const liar = above((_flags, program) => {
      programs.push(program)
      return 0
    })
    expect(() => attached(liar)).toThrow(
      expect.objectContaining({
        code: 'E_REFUSED',
        message:
          'the kernel does not attach the filter: a filter already attached to this process, perhaps that of a container, answers the call "seccomp" with success, and nothing is attached; start the program outside of the container or sandbox that attached that filter',
      }) as Error,
    )
    expect(programs).toEqual([undefined])
  })

  it('attaches nothing where a filter already attached answers with success that no_new_privs is set', () => {
    expect(() => attached(above(reading(0), 0, 0))).toThrow(
      'the kernel does not set no_new_privs: a filter already attached to this process answers the call "prctl" with success',
    )
  })

  it('takes a positive answer for a listener where one was asked for, and for a thread elsewhere', () => {
    expect(attached(above(reading(7)), 8)).toBe(7)
    expect(() => attached(above(reading(7)), 1)).toThrow('thread 7 has a filter that this one does not have')
  })

  it('refuses bytes that are no program before the kernel is asked', () => {
    const never = above(() => {
      throw new Error('asked')
    })
    for (const length of [0, 7, 4097 * 8])
      expect(() => attachBytes(never, new Uint8Array(length), { flags: 0, noNewPrivs: true })).toThrow(
        `the filter is ${length} bytes`,
      )
  })
})
