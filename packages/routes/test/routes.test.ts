import { PTRACE_TRACEME } from '@seccompile/constants/ptrace'
import { call, foreignNumbersOf, machinesOf, routesOf } from '@seccompile/routes'
import type { CallPattern, CallRoute } from '@seccompile/routes'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken, KernelSpan, SyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const routesTo = (pattern: CallPattern, abi: AbiToken, kernels: KernelSpan): readonly CallRoute[] =>
  machinesOf([signedAbiTable(abi)]).flatMap((machine) => routesOf([pattern], machine, kernels))

/** The ABI, the number and the maker of each route. */
const routes = (name: SyscallName, abi: AbiToken, kernels: KernelSpan = {}): readonly string[] =>
  routesTo(call(name), abi, kernels).map((route) => `${route.abi.token} ${route.nr} ${route.by ?? ''}`)

it('lists the ways to a call on every ABI of the machine', () => {
  expect(routes('mount', 'x86_64')).toEqual(['x86_64 165 ', 'x86 21 ', 'x32 1073741989 '])
  expect(routes('bind', 'x86')).toEqual([
    'x86 361 ',
    'x86 102 socketcall',
    'x86 425 io_uring',
    'x86_64 49 ',
    'x86_64 425 io_uring',
    'x32 1073741873 ',
    'x32 1073742249 io_uring',
  ])
})

it('has the multiplexer where the ABI has no number for the call', () => {
  expect(routes('accept', 'x86').slice(0, 1)).toEqual(['x86 102 socketcall'])
})

it('compares as wide as the entry point of a number reads: 0x40000065 is the ptrace of x86_64', () => {
  const routed = routesTo(
    call('ptrace', ({ request }) => request.eq(PTRACE_TRACEME)),
    'x86_64',
    { to: '5.1' },
  )
  const argsOf = (nr: number): unknown => routed.find((route) => route.nr === nr)?.args
  expect(argsOf(0x4000_0065)).toEqual(argsOf(101))
  expect(argsOf(521)).toEqual(argsOf(0x4000_0209))
  expect(argsOf(101)).not.toEqual(argsOf(521))
})

it('leaves out what no kernel of the span has', () => {
  expect(routes('bind', 'riscv64', { to: '6.10' })).toEqual(['riscv64 200 '])
  expect(routes('ioctl', 'x86_64', { from: '5.3' })).toContain('x32 514 foreign-number')
  expect(routes('ioctl', 'x86_64', { from: '5.4' })).not.toContain('x32 514 foreign-number')
  expect(routes('fsopen', 'riscv64', { to: '5.1' })).toEqual([])
})

it('has the numbers of each mips ABI under the arch of the others, which one entry point of the kernel takes', () => {
  const kill = routesTo(call('kill'), 'mips64', {})
  expect(kill.map(({ abi, nr, arch, by }) => [abi.token, nr, arch === abi.auditArch, by])).toEqual([
    ['mips64', 5060, true, undefined],
    ['mips64', 5060, false, 'foreign-number'],
    ['mips64', 5060, false, 'foreign-number'],
    ['mips', 4037, true, undefined],
    ['mips', 4037, false, 'foreign-number'],
    ['mips', 4037, false, 'foreign-number'],
    ['mips64n32', 6060, true, undefined],
    ['mips64n32', 6060, false, 'foreign-number'],
    ['mips64n32', 6060, false, 'foreign-number'],
  ])
})

it('takes ABIs of one machine together, and those of two apart', () => {
  const tokens = (...abis: readonly [AbiToken, ...AbiToken[]]): readonly (readonly AbiToken[])[] => {
    const [main, ...others] = abis
    const tables = [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))] as const
    return machinesOf(tables).map((machine) => machine.map(({ token }) => token))
  }
  expect(tokens('x86', 'x86_64')).toEqual([['x86', 'x86_64', 'x32']])
  expect(tokens('arm', 'riscv64')).toEqual([['arm', 'aarch64'], ['riscv64']])
})

it('has the foreign numbers of a call alone, as the routes have them', () => {
  for (const token of ['x86_64', 'x32', 'x86', 'mips64', 'mips', 'riscv64'] as const)
    for (const name of ['ioctl', 'uselib', 'kill', 'socketcall'] as const) {
      const abi = signedAbiTable(token)
      const [machine] = machinesOf([abi])
      const routed = routesTo(call(name), token, { to: '5.3' }).filter(
        ({ by, arch }) => by === 'foreign-number' && arch === abi.auditArch,
      )
      expect(foreignNumbersOf(name, abi, machine!, { to: '5.3' })).toEqual(routed.map(({ nr }) => nr))
    }
})
