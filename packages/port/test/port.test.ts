/* What becomes of a policy on another ABI, with another library, on another kernel. */
import { bits, valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { AF_VSOCK } from '@seccompile/constants/af'
import { AT_FDCWD, AT_REMOVEDIR } from '@seccompile/constants/at'
import {
  O_CLOEXEC,
  O_CREAT,
  O_DIRECT,
  O_EXCL,
  O_RDONLY,
  O_RDWR,
  O_TMPFILE,
  O_WRONLY,
} from '@seccompile/constants/o'
import { TIMER_ABSTIME } from '@seccompile/constants/timer'
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { chainText, jsonProfile } from '@seccompile/heal'
import { parseProfile } from '@seccompile/oci'
import { arg, errno, KILL_PROCESS, policy, resolve } from '@seccompile/policy'
import type { KernelVersion, Policy } from '@seccompile/policy'
import { subset } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import type { PortRow } from '@seccompile/port'
import { describe, expect, it } from 'vitest'
import { AARCH64, MUSL, ported, rowOf, runs } from './ported.ts'

const list = policy({ default: 'deny' })
const CWD = BigInt.asUintN(32, BigInt(AT_FDCWD.value as number))

const kernel = (major: number, minor: number): KernelVersion => ({ major, minor })

describe('a legacy call', () => {
  it('gets its successor on an ABI that lacks it, with what the library gives', () => {
    const { edited, ...porting } = ported(list.allow('open'), AARCH64)
    expect(rowOf({ edited, ...porting }, 'openat')).toMatchObject({
      status: 'added',
      inPlaceOf: ['open'],
      when: ['dfd == AT_FDCWD'],
    })
    expect(runs(edited, 'aarch64', 'openat', { dfd: CWD })).toBe(true)
    expect(runs(edited, 'aarch64', 'openat', { dfd: 3n })).toBe(false)
  })

  it('gets no more than it does: rmdir does not open unlink', () => {
    const { edited } = ported(list.allow('rmdir'), AARCH64)
    const flag = BigInt(AT_REMOVEDIR.value as number)
    expect(runs(edited, 'aarch64', 'unlinkat', { dfd: CWD, flag })).toBe(true)
    expect(runs(edited, 'aarch64', 'unlinkat', { dfd: CWD, flag: 0n })).toBe(false)
  })

  it('opens clone for fork() alone', () => {
    const { edited } = ported(list.allow('fork', 'rt_sigprocmask', 'set_tid_address'), AARCH64)
    expect(runs(edited, 'aarch64', 'clone', { clone_flags: 17n })).toBe(true)
    expect(runs(edited, 'aarch64', 'clone', { clone_flags: BigInt(CLONE_NEWUSER.value as number) })).toBe(
      false,
    )
  })

  it('takes its condition along, to the argument with the same name', () => {
    const reading = list.allow('open', ({ flags }) => flags.hasNone(O_WRONLY))
    const { edited } = ported(reading, AARCH64)
    const [read, write] = [O_RDONLY, O_WRONLY].map((flag) => BigInt(flag.value as number))
    expect(runs(edited, 'aarch64', 'openat', { dfd: CWD, flags: read! })).toBe(true)
    expect(runs(edited, 'aarch64', 'openat', { dfd: CWD, flags: write! })).toBe(false)
  })

  it('that the policy refuses gets none', () => {
    expect(ported(list.allow('read'), AARCH64).rows.filter(({ status }) => status !== 'allowed')).toEqual([])
  })
})

describe('a call with a rule by index', () => {
  it('needs no other rule there, where the library gives what the rule tests in all bits', () => {
    const rules = [
      { names: ['ioctl'], action: 'SCMP_ACT_ALLOW', args: [{ index: 1, value: 21505, op: 'SCMP_CMP_EQ' }] },
    ]
    const text = JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: rules })
    const porting = ported(parseProfile(text, { file: 'profile.json' }).policy, AARCH64)
    expect(rowOf(porting, 'ioctl')).toMatchObject({ status: 'allowed', functions: ['tcgetattr'] })
    expect(porting.edit.rules).toEqual([])
  })
})

describe('a call that has no counterpart for a condition', () => {
  it('is not opened, and the row says so', () => {
    // semop of musl has no timeout, so a policy that tests the timeout of semtimedop says nothing of it.
    const porting = ported(
      list.allow('semtimedop', ({ timeout }) => timeout.eq(0)),
      MUSL,
    )
    expect(rowOf(porting, 'semop')).toMatchObject({
      status: 'withheld',
      reason: 'the policy tests timeout of semtimedop, and semop has no such argument in a register',
    })
    expect(runs(porting.edited, 'x86_64', 'semop')).toBe(false)
  })

  it('is opened where the condition holds for what the library gives', () => {
    const relative = list.allow('clock_nanosleep', ({ flags }) => flags.eq(0))
    expect(runs(ported(relative, MUSL).edited, 'x86_64', 'nanosleep')).toBe(true)
    const absolute = list.allow('clock_nanosleep', ({ flags }) => flags.eq(TIMER_ABSTIME))
    expect(runs(ported(absolute, MUSL).edited, 'x86_64', 'nanosleep')).toBe(false)
  })

  it('that lies in memory is refused with ENOSYS where the library goes on', () => {
    const threads = list.allow(
      'clone', 'mmap', 'mprotect', 'munmap', 'rt_sigprocmask', 'rt_sigaction', 'futex', 'madvise', 'exit', 'set_robust_list', 'rseq',
    ) // prettier-ignore
    const { edited, ...porting } = ported(threads, { ...AARCH64, libcs: ['glibc'] })
    const row = rowOf({ edited, ...porting }, 'clone3')
    expect(row).toMatchObject({ status: 'enosys', instead: expect.arrayContaining(['clone']) })
    expect(row?.reason).toMatch(/^clone3 has its flags in memory, where no filter sees them; after ENOSYS, /)
    expect(runs(edited, 'aarch64', 'clone3')).toBe(false)
  })

  it('that a policy refuses which holds together with it is not said to be opened', () => {
    const both = list
      .allow('open')
      .intersect(policy({ default: 'deny' }).allow('open', 'openat').deny('openat'))
    const porting = ported(both, AARCH64)
    expect(rowOf(porting, 'openat')?.status).toBe('withheld')
    const narrow = list.allow('open').intersect(policy({ default: 'deny' }).allow('open'))
    const refused = ported(narrow, AARCH64)
    expect(rowOf(refused, 'openat')).toMatchObject({
      status: 'withheld',
      reason: 'a part of the policy that rules do not change refuses openat',
    })
    expect(refused.edit.rules).toEqual([])
  })

  it('that a rule refuses stays refused', () => {
    const porting = ported(list.allow('open').deny('openat'), AARCH64)
    expect(rowOf(porting, 'openat')).toMatchObject({
      status: 'withheld',
      reason: 'a rule of the policy refuses openat',
    })
    expect(runs(porting.edited, 'aarch64', 'openat')).toBe(false)
  })
})

describe('a condition', () => {
  const on = (constant: Constant, abi: AbiToken): bigint => BigInt(valueOn(constant, abi)!)

  it('on a constant that has another value there is not moved: O_DIRECT of x86_64 is O_DIRECTORY of aarch64', () => {
    const porting = ported(
      list.allow('open', ({ flags }) => flags.hasNone(O_DIRECT)),
      AARCH64,
    )
    const flags = on(O_DIRECT, 'aarch64')
    expect(flags).not.toBe(on(O_DIRECT, 'x86_64'))
    expect(runs(porting.edited, 'aarch64', 'openat', { dfd: CWD, flags })).toBe(false)
    expect(rowOf(porting, 'openat')?.unmoved).toEqual(['flags of open'])
    expect(rowOf(porting, 'openat')?.reason).toMatch(
      /the test of flags of open cannot be moved, since constants of flags of open have other values on aarch64/,
    )
  })

  it('on what the library gives there reads the values of that ABI', () => {
    // O_CREAT is 0x40 on x86_64 and 0x100 on mips.
    const old = list.allow('open', ({ flags }) => flags.hasNone(O_CREAT))
    const { edited } = ported(old, { ...AARCH64, to: ['mipsel64'], libcs: ['glibc'] })
    const flags = on(O_CREAT, 'mipsel64') | on(O_WRONLY, 'mipsel64')
    expect(runs(edited, 'mipsel64', 'openat', { dfd: CWD, flags })).toBe(false)
  })

  it('on an argument of 32 bits does not let values of 64 bits run', () => {
    const page = list.allow('mmap2', ({ len }) => len.eq(4096))
    const { edited } = ported(page, { ...AARCH64, from: 'x86' })
    expect(runs(edited, 'aarch64', 'mmap', { len: 4096n })).toBe(true)
    expect(runs(edited, 'aarch64', 'mmap', { len: 0x1_0000_1000n })).toBe(false)
  })

  it('on what the library gives here holds for what the program gives there', () => {
    // tmpfile() gives flags to openat, and what it gives on aarch64 was not measured.
    const exact = list
      .allow('fcntl')
      .allow('openat', ({ flags }) => flags.eq(bits(O_RDWR, O_EXCL, O_TMPFILE)))
    const porting = ported(exact, { ...AARCH64, libcs: ['glibc'] })
    const flags = on(O_WRONLY, 'aarch64')
    expect(runs(porting.edited, 'aarch64', 'openat', { dfd: CWD, flags })).toBe(false)
    expect(rowOf(porting, 'openat')).toBeUndefined()
  })

  it('of a function moves between calls that do the same, and no others', () => {
    // sysconf() of musl makes sched_getaffinity, and that of glibc reads a file.
    const asks = ported(list.allow('sched_getaffinity', 'read', 'close'), { ...MUSL, libcs: ['glibc'] })
    expect(runs(asks.edited, 'x86_64', 'openat')).toBe(false)
    // tmpfile() of musl makes newfstatat and open.
    const reading = list
      .allow('newfstatat', 'fstat', 'fcntl', 'getrandom', 'unlink', 'unlinkat', 'read', 'close')
      .allow('open', 'openat', ({ flags }) => flags.hasNone(O_WRONLY, O_RDWR))
    for (const [to, libcs] of [
      ['aarch64', ['glibc', 'musl']],
      ['x86_64', ['glibc', 'musl']],
    ] as const) {
      const { edited } = ported(reading, { ...AARCH64, to: [to], libcs })
      const flags = on(O_RDWR, to)
      expect(runs(edited, to, 'openat', { dfd: CWD, flags }), to).toBe(false)
    }
  })

  it('by index with a value that another ABI of the policy reads otherwise is not added', () => {
    // opendir() gives O_DIRECTORY: 0x4000 on aarch64, which is O_DIRECT on x86_64.
    const text =
      '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["fstat", "mmap", "brk", "fcntl"], "action": "SCMP_ACT_ALLOW" }, { "names": ["open"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 1, "value": 624640, "op": "SCMP_CMP_EQ" }] }] }'
    const { policy: read } = parseProfile(text, { file: 'profile.json' })
    const porting = ported(read, { ...AARCH64, libcs: ['musl'] }, jsonProfile(text, read))
    expect(runs(porting.edited, 'x86_64', 'openat')).toBe(false)
  })
})

describe('a call that the policy allows by a test', () => {
  it('does not run without it in place of another one', () => {
    // socketcall has the family of socket() in memory.
    const some = list.allow('socketcall').allow('socket', ({ family }) => family.ne(AF_VSOCK))
    const porting = ported(some, { ...AARCH64, from: 'x86' })
    expect(rowOf(porting, 'socket')).toMatchObject({
      status: 'withheld',
      reason: 'the policy allows socket by a test of family, and in place of socketcall it would run without',
    })
    const vsock = { family: BigInt(AF_VSOCK.value as number) }
    expect(runs(porting.edited, 'aarch64', 'socket', vsock)).toBe(false)
  })

  it('is said to be refused by a rule there: socket() of glibc makes one operation of socketcall', () => {
    const families = policy({ default: 'allow' })
      .deny('socket', ({ family }) => family.eq(AF_VSOCK))
      .deny('socketcall', ({ call }) => call.eq(1))
    const question = { ...AARCH64, to: ['s390x'], libcs: ['glibc'] } as const
    const rows = ported(families, question).rows.filter(({ call }) => call === 'socketcall')
    expect(rows.map(({ status }) => status)).toEqual(['allowed', 'withheld'])
    expect(rows[1]).toMatchObject({
      inPlaceOf: ['socket'],
      functions: ['socket'],
      reason: 'a rule of the policy refuses socketcall',
    })
  })

  it('runs with what a library gives to that argument', () => {
    const some = list.allow('open').allow('openat', ({ dfd }) => dfd.eq(3))
    const porting = ported(some, AARCH64)
    expect(rowOf(porting, 'openat')?.when).toEqual(['dfd == AT_FDCWD'])
  })
})

describe('what only a part of a call does', () => {
  it('opens this part: connect() is one operation of socketcall', () => {
    const porting = ported(list.allow('connect', 'semget'), { ...AARCH64, to: ['s390x'], libcs: ['glibc'] })
    expect(rowOf(porting, 'socketcall')?.when).toEqual(['call == 3'])
    expect(rowOf(porting, 'ipc')?.when).toEqual(['call == 2'])
    expect(runs(porting.edited, 's390x', 'socketcall', { call: 3n })).toBe(true)
    expect(runs(porting.edited, 's390x', 'socketcall', { call: 2n })).toBe(false)
  })

  it('opens this part: getrlimit() reads a limit of the process itself', () => {
    const { edited } = ported(list.allow('getrlimit'), AARCH64)
    expect(runs(edited, 'aarch64', 'prlimit64', { pid: 0n, new_rlim: 0n })).toBe(true)
    expect(runs(edited, 'aarch64', 'prlimit64', { pid: 1n, new_rlim: 0n })).toBe(false)
    expect(runs(edited, 'aarch64', 'prlimit64', { pid: 0n, new_rlim: 4096n })).toBe(false)
  })

  it('goes through the multiplexer for each operation: shmat() and shutdown() too', () => {
    const porting = ported(list.allow('shmat', 'shutdown'), { ...AARCH64, to: ['s390x'], libcs: ['glibc'] })
    expect(rowOf(porting, 'ipc')?.when).toEqual(['call == 0x15'])
    expect(rowOf(porting, 'socketcall')?.when).toEqual(['call == 0xd'])
  })

  it('opens all of it where the policy allows all: every command of fcntl', () => {
    const { edited } = ported(list.allow('fcntl'), { ...AARCH64, to: ['arm'] })
    expect(runs(edited, 'arm', 'fcntl64', { cmd: 4n })).toBe(true) // F_SETFL
  })

  it('opens no call that sends signals to others for a policy that has none', () => {
    const quiet = list.allow('rt_sigprocmask', 'rt_sigaction', 'mmap', 'clone')
    const { edited } = ported(quiet, AARCH64)
    for (const call of ['tkill', 'tgkill', 'kill']) expect(runs(edited, 'aarch64', call), call).toBe(false)
  })
})

describe('nothing is lost without a word', () => {
  it('of a call whose function the policy allows in part', () => {
    const { left } = ported(list.allow('fork', 'arch_prctl'), AARCH64)
    expect(left).toEqual([
      {
        abi: 'aarch64',
        call: 'fork',
        isNeeded: true,
        reason: 'fork() makes rt_sigprocmask and set_tid_address too, which the policy refuses',
      },
      {
        abi: 'aarch64',
        call: 'arch_prctl',
        isNeeded: false,
        reason: 'it serves the processor of this ABI',
      },
    ])
    expect(ported(list.allow('open', 'rmdir', 'poll'), AARCH64).left).toEqual([])
  })

  it('of a call beside others that runs with other values than the library gives', () => {
    const spawn = list
      .allow('clone3', 'clone', 'execve', 'exit_group', 'mmap', 'munmap', 'rt_sigprocmask', 'waitid')
      .allow('pipe2', ({ flags }) => flags.eq(0))
    const rows = ported(spawn, MUSL).rows.filter(({ call }) => call === 'pipe2')
    expect(rows.map(({ status, functions }) => ({ status, functions }))).toEqual([
      { status: 'allowed', functions: ['pipe2', 'posix_spawn'] },
      { status: 'withheld', functions: ['posix_spawn'] },
    ])
    const closing = spawn.allow('pipe2', ({ flags }) => flags.eq(O_CLOEXEC))
    expect(ported(closing, MUSL).rows.filter(({ call }) => call === 'pipe2')).toHaveLength(1)
  })

  it('of a call beside others that the edit opens with other values than the library gives', () => {
    const spawn = list
      .allow('clone3', 'clone', 'execve', 'exit_group', 'mmap', 'munmap', 'rt_sigprocmask', 'waitid')
      .allow('pipe')
    const { rows } = ported(spawn, { ...AARCH64, libcs: ['musl'] })
    expect(rows.filter(({ call }) => call === 'pipe2')).toMatchObject([
      { status: 'added', functions: ['pipe'], when: ['flags == O_RDONLY'] },
      { status: 'withheld', functions: ['posix_spawn'], when: [] },
    ])
    // sysconf() of glibc makes openat there with flags that open() may have.
    const opening = ported(list.allow('open', 'sched_getaffinity'), { ...AARCH64, libcs: ['glibc'] })
    const openings = opening.rows.filter(({ call }) => call === 'openat')
    expect(openings).toHaveLength(1)
    expect(openings[0]?.functions).toContain('sysconf(_SC_NPROCESSORS_ONLN)')
  })

  it('of a refusal of a deny-list: rmdir() makes unlinkat there', () => {
    const open = policy({ default: 'allow' }).deny('rmdir', 'ptrace')
    expect(ported(open, AARCH64).lost).toEqual([
      {
        abi: 'aarch64',
        call: 'rmdir',
        functions: ['remove(directory)', 'rmdir'],
        runs: ['unlinkat'],
        reason: 'remove(directory) and rmdir() make unlinkat there, which the policy does not refuse',
      },
    ])
    expect(ported(open.deny('unlinkat'), AARCH64).lost).toEqual([])
    expect(ported(list.allow('unlinkat').deny('rmdir'), AARCH64).lost).toEqual([])
  })

  it('of rules for other architectures', () => {
    const text =
      '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["rmdir"], "action": "SCMP_ACT_ALLOW", "includes": { "arches": ["amd64"] } }] }'
    const { policy: read } = parseProfile(text, { file: 'profile.json' })
    const porting = ported(read, AARCH64, jsonProfile(text, read))
    expect(rowOf(porting, 'unlinkat')).toMatchObject({
      status: 'withheld',
      reason: 'the rules for rmdir name architectures, and not that of aarch64',
    })
  })
})

describe('ENOSYS', () => {
  const threads = ['mmap', 'mprotect', 'munmap', 'rt_sigprocmask', 'rt_sigaction', 'futex', 'madvise', 'exit', 'set_robust_list', 'rseq'] as const // prettier-ignore
  const some = list.allow('clone', ({ newsp }) => newsp.ne(0)).allow(...threads)
  const glibc = { ...AARCH64, libcs: ['glibc'] } as const

  it('is not given to a call that a rule refuses', () => {
    const porting = ported(some.deny('clone3', KILL_PROCESS), glibc)
    expect(rowOf(porting, 'clone3')).toMatchObject({
      status: 'withheld',
      reason: 'a rule of the policy refuses clone3',
    })
  })

  it('is not said of a call that another part of the policy kills', () => {
    const parts = policy({ default: KILL_PROCESS }).allow('clone', ...threads)
    const porting = ported(some.intersect(parts), glibc)
    expect(rowOf(porting, 'clone3')?.status).toBe('withheld')
  })
})

describe('another library', () => {
  it('makes its own calls on the same ABI', () => {
    const { edited } = ported(list.allow('openat', 'newfstatat', 'pipe2'), MUSL)
    for (const call of ['open', 'stat', 'lstat', 'pipe'])
      expect(runs(edited, 'x86_64', call), call).toBe(true)
  })

  it('gives a negative value with and without its sign: a test of all 64 bits holds for AT_FDCWD', () => {
    const extended = list.allow('openat', arg(0).eq(BigInt.asUintN(64, BigInt(AT_FDCWD.value as number))))
    expect(runs(ported(extended, MUSL).edited, 'x86_64', 'open')).toBe(true)
    const plain = list.allow('openat', arg(0).eq(CWD))
    expect(runs(ported(plain, MUSL).edited, 'x86_64', 'open')).toBe(true)
    const neither = list.allow('openat', arg(0).eq(CWD | (1n << 32n)))
    expect(runs(ported(neither, MUSL).edited, 'x86_64', 'open')).toBe(false)
  })

  it('gives no negative value that a test of all 64 bits excludes, with or without its sign', () => {
    for (const register of [CWD, BigInt.asUintN(64, BigInt(AT_FDCWD.value as number))]) {
      const others = list.allow('openat', arg(0).ne(register))
      expect(runs(ported(others, MUSL).edited, 'x86_64', 'open'), String(register)).toBe(false)
      expect(
        ported(others, AARCH64).rows.map(({ call }) => call),
        String(register),
      ).toEqual([])
      const refused = policy({ default: 'allow' }).deny('openat', arg(0).eq(register))
      const [lost] = ported(refused, MUSL).lost
      expect(lost?.call, String(register)).toBe('openat')
      expect(lost?.runs, String(register)).toContain('open')
    }
  })

  it('gets what the policy says of the value that the library gives', () => {
    const elsewhere = list.allow('openat', ({ dfd }) => dfd.ne(AT_FDCWD))
    expect(runs(ported(elsewhere, MUSL).edited, 'x86_64', 'open')).toBe(false)
    const here = list.allow('openat', ({ dfd }) => dfd.eq(AT_FDCWD))
    expect(runs(ported(here, MUSL).edited, 'x86_64', 'open')).toBe(true)
  })
})

describe('a 32-bit ABI', () => {
  it('makes calls with times of 64 bits too', () => {
    const porting = ported(list.allow('ppoll', 'clock_gettime'), { ...AARCH64, to: ['arm'], libcs: ['musl'] })
    expect(rowOf(porting, 'ppoll_time64')).toMatchObject({ status: 'added', inPlaceOf: ['ppoll'] })
    expect(rowOf(porting, 'clock_gettime64')).toMatchObject({ status: 'added', inPlaceOf: ['clock_gettime'] })
  })
})

describe('older kernels', () => {
  const access: Policy = list.allow('faccessat2')

  it('need the call that the library makes after ENOSYS', () => {
    const question = { ...AARCH64, to: ['x86_64'], libcs: ['glibc'] } as const
    const newest = kernel(6, 12)
    const now = ported(access, { ...question, kernels: { oldest: newest, newest } })
    expect(runs(now.edited, 'x86_64', 'faccessat')).toBe(false)
    const before = ported(access, { ...question, kernels: { oldest: kernel(5, 4), newest } })
    expect(runs(before.edited, 'x86_64', 'faccessat')).toBe(true)
    expect(rowOf(before, 'faccessat2')?.reason).toMatch(/; kernels before 5\.8 lack it$/)
  })
})

describe('capabilities', () => {
  const text = JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      { names: ['read'], action: 'SCMP_ACT_ALLOW' },
      { names: ['mknod'], action: 'SCMP_ACT_ALLOW', includes: { caps: ['CAP_MKNOD'] } },
    ],
  })

  it('that a rule requires are required of the successor', () => {
    const { policy: read } = parseProfile(text, { file: 'profile.json' })
    const form = jsonProfile(text, read)!
    const porting = ported(read, AARCH64, form)
    expect(rowOf(porting, 'mknodat')).toMatchObject({ status: 'added', caps: ['CAP_MKNOD'] })
    expect(runs(porting.edited, 'aarch64', 'mknodat', {}, ['CAP_MKNOD'])).toBe(true)
    expect(runs(porting.edited, 'aarch64', 'mknodat')).toBe(false)
    const written = form.write(porting.edit)!
    const { policy: again } = parseProfile(written, { file: 'profile.json' })
    expect(runs(again, 'aarch64', 'mknodat', {}, ['CAP_MKNOD'])).toBe(true)
    expect(runs(again, 'aarch64', 'mknodat')).toBe(false)
  })
})

describe('the text of a policy', () => {
  const source = `import { policy } from 'seccompile'

export default policy({ default: 'deny' })
  .allow('rmdir')
`

  it('of the builder gets calls with the names of arguments and constants', () => {
    const before = list.allow('rmdir')
    const form = chainText(source, before)!
    const { edit } = ported(before, AARCH64, form)
    expect(form.write(edit)).toBe(`import { policy, AT_FDCWD, AT_REMOVEDIR, all } from 'seccompile'

export default policy({ default: 'deny' })
  .allow('rmdir')
  .allow('unlinkat', ({ dfd, flag }) => all(dfd.eq(AT_FDCWD), flag.eq(AT_REMOVEDIR)))
`)
  })

  it('gets one condition for ABIs on which it is the same, and none where registers differ', () => {
    const text =
      '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["fork", "rt_sigprocmask", "set_tid_address"], "action": "SCMP_ACT_ALLOW" }] }'
    const { policy: read } = parseProfile(text, { file: 'profile.json' })
    const form = jsonProfile(text, read)!
    const porting = (to: readonly AbiToken[]) => ported(read, { ...AARCH64, libcs: ['glibc'], to }, form).rows
    const cloneOf = (rows: readonly PortRow[]) => rows.find(({ call }) => call === 'clone')
    expect(porting(['aarch64', 'riscv64']).filter(({ call }) => call === 'clone').map(({ status }) => status)).toEqual([
      'added', 'added',
    ]) // prettier-ignore
    // On s390x the flags of clone are args[1].
    expect(cloneOf(porting(['s390x']))).toMatchObject({ status: 'withheld' })
    expect(cloneOf(porting(['s390x']))?.reason).toMatch(/another register on s390x and x86_64/)
  })
})

describe('a policy', () => {
  it('that the edit does not concern stays as it is: the edit only opens', () => {
    const before = list.allow('open', 'stat', 'poll', 'fork', 'dup2').deny('ptrace', KILL_PROCESS)
    const { edited } = ported(before, AARCH64)
    for (const abi of ['x86_64', 'aarch64'] as const) {
      const target = { abis: [signedAbiTable(abi)] }
      const [one, other] = [before, edited].map((each) => resolve(each, target).rules)
      expect(subset({ level: 'rules', ir: one! }, { level: 'rules', ir: other! }).kind, abi).toBe('subset')
    }
  })

  it('whose default is ENOSYS needs no rule for calls that libraries try first', () => {
    const open = policy({ default: errno('ENOSYS') }).allow('faccessat', 'access')
    const { rows } = ported(open, { ...AARCH64, to: ['x86_64'], libcs: ['glibc'] })
    expect(rows.filter(({ call }) => call === 'faccessat2').map(({ status }) => status)).toEqual([
      'falls-back',
    ])
  })

  it('that names ABIs has the new ones too', () => {
    const { edited } = ported(policy({ default: 'deny', abis: ['x86_64'] }).allow('open'), AARCH64)
    expect(edited.abis).toEqual(['x86_64', 'aarch64'])
  })
})
