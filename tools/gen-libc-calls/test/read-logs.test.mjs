import { expect, it } from 'vitest'
import { namesOn } from '../src/measure.mjs'
import { callsIn, callsOfFunction, callsOfStart } from '../src/read-logs.mjs'

const names = namesOn('x86_64')
const arm64 = namesOn('aarch64')
const lines = (...all) => `${all.join('\n')}\n`
const said = (calls) => calls?.map(({ name, isMissing }) => (isMissing ? `${name} lacks` : name))

it('reads numbers and raw arguments of strace', () => {
  const log = '[ 257] openat(0xffffff9c, 0x7ffe, 0x2, 0) = 3\n'
  expect(callsIn(log, names)).toMatchObject([{ name: 'openat', args: [0xffff_ff9cn, 0x7ffen, 2n, 0n] }])
})

it('takes the calls between the marks, of the children too', () => {
  const main = lines(
    '[  12] brk(0) = 0x1000',
    '[   3] close(0xfffffd43) = -1 EBADF (Bad file descriptor)',
    '[  56] clone(0x1200011, 0, 0, 0x10, 0x7f) = 12',
    '[   3] close(0xfffffd42) = -1 EBADF (Bad file descriptor)',
    '[ 231] exit_group(0) = ?',
  )
  const child = lines(
    '[ 273] set_robust_list(0x10, 24) = 0',
    '[   3] close(0xfffffd42) = -1 EBADF',
    '[ 231] exit_group(0) = ?',
  )
  expect(said(callsOfFunction([main, child], names))).toEqual(['clone', 'set_robust_list'])
  expect(said(callsOfStart([main, child], names))).toEqual(['brk'])
  expect(callsOfFunction([child], names)).toBeUndefined()
})

it('reads names of constants, unknown calls and glued lines of qemu-user', () => {
  const log = lines(
    '77 close(-701) = -1 errno=9 (Bad file descriptor)',
    '77 Unknown syscall 435',
    '77 clone(CLONE_VM|CLONE_VFORK|0x11,child_stack=0x10) = 78',
    '77 wait4(78,0x10,0,(nil))78 dup3(5,1,0) = 1',
    '78 execve("/bin/sh",{"sh","-c",NULL}) = ',
    '77  = 0',
    '77 close(-702) = -1 errno=9 (Bad file descriptor)',
  )
  const calls = callsOfFunction([log], arm64)
  expect(said(calls)).toEqual(['clone3 lacks', 'clone', 'wait4', 'dup3', 'execve'])
  expect(calls.find(({ name }) => name === 'clone').args[0]).toBe(0x4111n)
})

it('says of a call that fails with ENOSYS that it is missing', () => {
  const log = '[ 435] clone3(0x10, 88) = -1 ENOSYS (Function not implemented) (INJECTED)\n'
  expect(said(callsIn(log, names))).toEqual(['clone3 lacks'])
})

it('ends a child where another program starts', () => {
  const main = lines(
    '[   3] close(0xfffffd43) = -1 EBADF',
    '[  61] wait4(1) = 1',
    '[   3] close(0xfffffd42) = -1 EBADF',
  )
  const child = lines('[  59] execve(0x10, 0x20, 0x30) = 0', '[ 257] openat(0xffffff9c, 0x7ffe, 0, 0) = 3')
  expect(said(callsOfFunction([main, child], names))).toEqual(['wait4', 'execve'])
})
