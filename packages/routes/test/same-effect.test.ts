import { callInPlaceOf, routesOf, sameEffect, SIBLINGS } from '@seccompile/routes'
import { ALWAYS, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abis, isSyscallName } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('sameEffect', () => {
  it('has the call itself, its variants, and calls that have more to say', () => {
    expect(sameEffect('open')).toEqual(['open', 'creat', 'openat', 'openat2'])
    expect(sameEffect('sendto')).toEqual(['sendto', 'sendmsg', 'sendmmsg'])
    expect(sameEffect('preadv')).toEqual(['preadv', 'preadv2', 'pread64'])
    expect(sameEffect('mount')).toEqual(['mount'])
  })
})

describe('callInPlaceOf', () => {
  const on = (abi: AbiToken, name: string): string | undefined =>
    callInPlaceOf(signedAbiTable(abi), name)?.name

  it('is the call itself, or what an ABI has in place of one behind its multiplexer', () => {
    expect([on('x86', 'bind'), on('x86', 'send'), on('arm', 'send')]).toEqual(['bind', 'sendto', 'send'])
    expect([on('x86', 'semop'), on('s390x', 'semop')]).toEqual(['semtimedop_time64', 'semtimedop'])
    expect(on('x86_64', 'send')).toBe('sendto')
    expect(on('riscv64', 'fork')).toBeUndefined()
  })

  it('has the effect where its further arguments are 0', () => {
    expect(callInPlaceOf(signedAbiTable('x86'), 'bind')?.args).toEqual(ALWAYS)
    const flags = argument(3, [{ lo: 0n, hi: 0n }], 0xffff_ffffn)
    expect(callInPlaceOf(signedAbiTable('x86'), 'accept')).toEqual({ name: 'accept4', args: flags })
  })
})

it('a multiplexer makes the call by the bits of its first argument that the kernel reads', () => {
  const by = (abi: AbiToken): Predicate | undefined =>
    routesOf([{ name: 'semget' }], [signedAbiTable(abi)], {}).find((route) => route.by === 'ipc')?.args
  const two = [{ lo: 2n, hi: 2n }]
  expect(by('x86')).toEqual(argument(0, two, 0xffffn))
  expect(by('m68k')).toEqual(argument(1, two, 0xffffn))
  // sys_s390_ipc() fails where the upper bits are not 0.
  expect(by('s390x')).toEqual(argument(0, two, 0xffff_ffffn))
})

it('the groups name calls that some ABI has', () => {
  const names = SIBLINGS.flatMap(({ known, others }) => [...known, ...others]).flatMap(
    ({ name, with: needed = [] }) => [name, ...needed.flat()],
  )
  expect(names.filter((name) => !isSyscallName(name))).toEqual([])
  const tables = abis.map(({ token }) => signedAbiTable(token))
  const tested = SIBLINGS.flatMap(({ known, others }) => [...known, ...others]).filter(({ args }) => args)
  expect(tested.filter(({ args }) => tables.every((abi) => args?.(abi) === undefined))).toEqual([])
})
