/*
 * Policies that look as if they stopped an attack, each with the call that they leave. Each is a fault that a filter in use
 * could have, and a "stopped" for it would be false.
 */
import { attackRecords, judgeAttacks } from '@seccompile/attacks'
import { AF_ALG, AF_TIPC } from '@seccompile/constants/af'
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { FUTEX_CMP_REQUEUE_PI } from '@seccompile/constants/futex'
import { TIOCSTI } from '@seccompile/constants/ioctl'
import { MSG_OOB } from '@seccompile/constants/msg'
import { SOL_IP, SOL_IPV6 } from '@seccompile/constants/sol'
import { all, arg, policy, resolve } from '@seccompile/policy'
import type { Policy, PolicyBuilder } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

interface NearMiss {
  readonly title: string
  readonly id: string
  readonly abis: readonly [AbiToken, ...AbiToken[]]
  readonly policy: Policy
  /** The ABI, the name and the number of the call that is left. */
  readonly leaves: readonly [abi: AbiToken, name: string, nr: number]
}

const open = (): PolicyBuilder => policy({ default: 'allow' })

const NEAR_MISSES: readonly NearMiss[] = [
  {
    title: 'ioctl of x32 without the bit of x32, before Linux 5.4',
    id: 'CVE-2019-10063',
    abis: ['x86_64'],
    policy: open().deny('ioctl', ({ cmd }) => cmd.eq(TIOCSTI)),
    leaves: ['x32', 'ioctl', 514],
  },
  {
    title: 'waitid of x32 without the bit of x32',
    id: 'CVE-2017-5123',
    abis: ['x86_64'],
    policy: open().deny('waitid', ({ infop }) => infop.ne(0)),
    leaves: ['x32', 'waitid', 529],
  },
  {
    title: 'ptrace of x32 without the bit of x32',
    id: 'CVE-2019-13272',
    abis: ['x86_64'],
    policy: open().deny('ptrace'),
    leaves: ['x32', 'ptrace', 521],
  },
  {
    title: 'the entry of setsockopt for 32-bit programs, by a number of x86_64',
    id: 'CVE-2021-22555',
    abis: ['x86_64'],
    policy: open()
      .deny('setsockopt', ({ level, optname }) => all(level.in(SOL_IP, SOL_IPV6), optname.in(64, 96)))
      .deny('socketcall'),
    leaves: ['x32', 'setsockopt', 541],
  },
  {
    title: 'the rules of ARP beside those of IP',
    id: 'CVE-2021-22555',
    abis: ['x86'],
    policy: open()
      .deny('setsockopt', ({ level, optname }) => all(level.in(SOL_IP, SOL_IPV6), optname.eq(64)))
      .deny('socketcall'),
    leaves: ['x86', 'setsockopt', 366],
  },
  {
    title: 'futex_time64 beside futex',
    id: 'CVE-2026-43499',
    abis: ['x86'],
    policy: open().deny('futex', ({ op }) => op.masked(0xfffffe7f).eq(FUTEX_CMP_REQUEUE_PI)),
    leaves: ['x86', 'futex_time64', 422],
  },
  {
    title: 'send, which some ABIs have beside sendto',
    id: 'CVE-2025-38236',
    abis: ['arm'],
    policy: open()
      .deny('sendto', 'sendmsg', ({ flags }) => flags.hasAny(MSG_OOB))
      .deny('sendmmsg', ({ flags }) => flags.hasAny(MSG_OOB))
      .deny('socketcall', 'io_uring_setup'),
    leaves: ['arm', 'send', 289],
  },
  {
    title: 'a family with garbage in the half that the kernel does not read',
    id: 'CVE-2026-43500',
    abis: ['x86_64'],
    policy: open().deny('socket', arg(0).eq(33)).deny('io_uring_setup'),
    leaves: ['x86_64', 'socket', 41],
  },
  {
    title: 'the flags of clone where s390x has another argument first',
    id: 'CVE-2024-1086',
    abis: ['s390x'],
    policy: open().deny('unshare', 'setns', 'clone3').deny('clone', arg(0).maskedEq(0x10000000, 0x10000000)),
    leaves: ['s390x', 'clone', 120],
  },
  {
    title: 'setns without a kind of namespace',
    id: 'CVE-2026-46331',
    abis: ['x86_64'],
    policy: open()
      .deny('unshare', 'clone3')
      .deny('clone', ({ clone_flags: flags }) => flags.hasAny(CLONE_NEWUSER))
      .deny('setns', ({ flags }) => flags.hasAny(CLONE_NEWUSER)),
    leaves: ['x86_64', 'setns', 308],
  },
  {
    title: 'the number of o32 on 64-bit mips, whose kernel looks at the number alone',
    id: 'CVE-2026-31431',
    abis: ['mips64'],
    policy: open()
      .deny('socket', ({ family }) => family.eq(AF_ALG))
      .deny('io_uring_setup'),
    leaves: ['mips', 'socket', 4183],
  },
  {
    title: 'socketcall, whose arguments no filter sees',
    id: 'CVE-2026-31431',
    abis: ['x86'],
    policy: open()
      .deny('socket', ({ family }) => family.eq(AF_ALG))
      .deny('io_uring_setup'),
    leaves: ['x86', 'socket', 102],
  },
  {
    title: 'io_uring, which splices too',
    id: 'CVE-2022-0847',
    abis: ['aarch64'],
    policy: open().deny('splice', 'sendfile', 'tee', 'vmsplice'),
    leaves: ['aarch64', 'splice', 425],
  },
  {
    title: 'the second sendfile of 32-bit programs',
    id: 'CVE-2022-0847',
    abis: ['x86'],
    policy: open().deny('splice', 'sendfile', 'io_uring_setup'),
    leaves: ['x86', 'sendfile64', 239],
  },
  {
    title: 'netlink, which makes the bearer that a socket of the family cannot',
    id: 'CVE-2021-43267',
    abis: ['x86_64'],
    policy: open()
      .deny('unshare', 'clone3', 'setns')
      .deny('socket', ({ family }) => family.eq(AF_TIPC)),
    leaves: ['x86_64', 'socket', 41],
  },
  {
    title: 'the flag of notification pipes, which mips has elsewhere',
    id: 'CVE-2022-0995',
    abis: ['mips64'],
    policy: open().deny('pipe2', arg(1).maskedEq(0x80, 0x80)),
    leaves: ['mips64', 'pipe2', 5287],
  },
  {
    title: 'fsconfig, which mounts beside mount',
    id: 'CVE-2023-0386',
    abis: ['x86_64'],
    policy: open().deny('mount', 'fsmount', 'move_mount'),
    leaves: ['x86_64', 'fsconfig', 431],
  },
  {
    title: 'io_uring, which makes sockets from Linux 5.19 on',
    id: 'CVE-2026-31431',
    abis: ['aarch64'],
    policy: open().deny('socket', ({ family }) => family.eq(AF_ALG)),
    leaves: ['aarch64', 'socket', 425],
  },
]

it.each(NEAR_MISSES)('$id is not stopped: $title', ({ id, abis, policy: mine, leaves: [abi, name, nr] }) => {
  const tables = abis.map((token) => signedAbiTable(token)) as unknown as readonly [AbiTable, ...AbiTable[]] // as many as tokens
  const { rules } = resolve(mine, { abis: tables })
  const record = attackRecords.find((each) => each.id === id)!
  const [answer] = judgeAttacks({ filter: { level: 'rules', ir: rules }, abis: tables, caps: [] }, [record])
  expect(answer!.verdict).toBe('not-stopped')
  const calls = answer!.machines.flatMap((machine) =>
    machine.kind === 'not-stopped'
      ? machine.through.flatMap((each) => (each.kind === 'open' ? [each.call] : []))
      : [],
  )
  expect(calls.map(({ abi: token, name: call, data }) => [token, call, data.nr])).toContainEqual([
    abi,
    name,
    nr,
  ])
})
