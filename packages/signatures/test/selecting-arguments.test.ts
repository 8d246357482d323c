/* The table of selecting arguments agrees with the signatures of every ABI. */
import { argumentOf, SELECTING_ARGUMENTS, signatureOf, signedAbiTable } from '@seccompile/signatures'
import type { SelectingArgument } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const tables = abis.map(({ token }) => signedAbiTable(token))

/** Multiplexers: no header names their numbers. */
const WITHOUT_CONSTANTS: readonly string[] = ['socketcall', 'ipc']

const argumentsOfCall = (call: string): readonly string[] =>
  SELECTING_ARGUMENTS.filter((each) => each.call === call).map(({ argument }) => argument)

const nameOf = ({ call, argument }: SelectingArgument): string => `${call}.${argument}`

it.each(SELECTING_ARGUMENTS.map((row): [string, SelectingArgument] => [nameOf(row), row]))(
  '%s is an argument in one register that takes constants',
  (_, { call, argument }) => {
    const found = tables.flatMap((table) => argumentOf(table, call, argument) ?? [])
    expect(found.length).toBeGreaterThan(0)
    for (const { pointer, high } of found) expect([pointer, high]).toEqual([false, undefined])
    if (!WITHOUT_CONSTANTS.includes(call))
      for (const { families } of found) expect(families?.length).toBeGreaterThan(0)
  },
)

it('every ABI that has the call has its arguments, except where one address stands for all', () => {
  const missing = SELECTING_ARGUMENTS.flatMap(({ call, argument }) =>
    tables.flatMap((table) => {
      const args = signatureOf(table, call)?.args
      if (args === undefined || args.some(({ name }) => name === argument)) return []
      return [`${table.token} ${call} has ${args.map(({ name }) => name).join(', ')}`]
    }),
  )
  expect([...new Set(missing)]).toEqual([
    'x86 mmap has arg',
    'm68k mmap has arg',
    's390 mmap has arg',
    's390x mmap has arg',
    's390 mmap2 has arg',
  ])
})

it('bits that select are bits that the kernel reads, on every ABI', () => {
  for (const { call, argument, bits } of SELECTING_ARGUMENTS)
    for (const table of tables) {
      const found = argumentOf(table, call, argument)
      if (found === undefined || bits === undefined) continue
      expect(BigInt(bits) >> BigInt(found.width), `${call}.${argument} on ${table.token}`).toBe(0n)
    }
})

it('no argument is there twice, those of a call are in order, and each has a reason with a manual page', () => {
  const names = SELECTING_ARGUMENTS.map(nameOf)
  expect(new Set(names).size).toBe(names.length)
  for (const { call, reason } of SELECTING_ARGUMENTS) {
    expect(reason).toMatch(/: [a-z_0-9]+\([27]\)/)
    const order = argumentsOfCall(call)
    const args = tables.flatMap((table) => signatureOf(table, call)?.args ?? []).map(({ name }) => name)
    expect(order).toEqual([...new Set(args)].filter((name) => order.includes(name)))
  }
})

it('an argument that changes from run to run is not there', () => {
  for (const call of [
    'kill',
    'tgkill',
    'futex',
    'futex_time64',
    'openat',
    'madvise',
    'read',
    'clone3',
    'nosuch',
  ])
    expect(argumentsOfCall(call)).toEqual([])
  for (const { argument } of SELECTING_ARGUMENTS) expect(argument).not.toMatch(/fd$|^sig|time|len$|^pid/)
})

it('flags are arguments of which each bit adds something, and all others are one value', () => {
  const bitsOf = SELECTING_ARGUMENTS.filter(({ kind }) => kind === 'flags').map(nameOf)
  // mount(2): with MS_BIND, MS_MOVE or MS_REMOUNT the call does something else. setns(2): 0 enters a namespace of any kind.
  expect(bitsOf).toEqual([
    'clone.clone_flags',
    'unshare.unshare_flags',
    'mmap.prot',
    'mmap2.prot',
    'mprotect.prot',
    'pkey_mprotect.prot',
    'shmat.shmflg',
    'execveat.flags',
  ])
})

it('bits that do not select are the signal of clone, and how a socket is opened', () => {
  const masked = SELECTING_ARGUMENTS.filter(({ bits }) => bits !== undefined)
  expect(masked.map((row) => [nameOf(row), row.bits])).toEqual([
    ['socket.type', 0xf], // include/linux/net.h: SOCK_TYPE_MASK
    ['socketpair.type', 0xf],
    ['clone.clone_flags', 0xffff_ff00], // include/uapi/linux/sched.h: CSIGNAL is 0xff
  ])
})

it('holds every call with an argument that a program uses to do something else', () => {
  expect([...new Set(SELECTING_ARGUMENTS.map(({ call }) => call))].toSorted()).toEqual([
    'arch_prctl', 'bpf', 'clone', 'execveat', 'fcntl', 'fcntl64', 'fsconfig', 'getsockopt', 'io_uring_register', 'ioctl', 'ipc',
    'kcmp', 'keyctl', 'mmap', 'mmap2', 'mount', 'mprotect', 'msgctl', 'personality', 'pkey_mprotect', 'prctl', 'ptrace', 'reboot',
    'seccomp', 'semctl', 'setns', 'setsockopt', 'shmat', 'shmctl', 'socket', 'socketcall', 'socketpair', 'syslog', 'unshare',
  ]) // prettier-ignore
  expect(argumentsOfCall('socketpair')).toEqual(['family', 'type', 'protocol'])
})
