/* Calls that are one operation of a multiplexer, and other arguments without constants that say what a call does. */
import { expect, it } from 'vitest'
import { knownCall, namesOn, withMultiplexers } from '../src/measure.mjs'
import { isOwnArgument } from '../src/own-arguments.mjs'
import { callsIn } from '../src/read-logs.mjs'
import { rowsOf } from '../src/rows.mjs'

const read = (abi, log) => callsIn(log, namesOn(abi)).map((call) => knownCall(abi, call))

it('reads the operation that strace and qemu-user print for a multiplexer', () => {
  expect(read('x86', '[ 102] connect(0x3, 0x7f, 2) = 0\n')).toMatchObject([
    { name: 'socketcall', args: [3n] },
  ])
  expect(read('x86', '[ 362] connect(0x3, 0x7f, 2) = 0\n')).toMatchObject([{ name: 'connect' }])
  expect(read('x86', '[ 117] semget(0x5ec, 1, 0600) = -1 ENOENT\n')).toMatchObject([
    { name: 'ipc', args: [2n] },
  ])
  expect(read('s390x', '77 CONNECT(4,{sun_family=AF_UNIX},2,) = 0\n')).toMatchObject([
    { name: 'socketcall', args: [3n] },
  ])
})

it('takes shmat of qemu-user for ipc where the library makes ipc for shmget', () => {
  const ipc = [{ function: 'shmget', calls: [{ name: 'ipc', fixed: [['call', '23']] }] }]
  const own = [{ function: 'shmget', calls: [{ name: 'shmget', fixed: [] }] }]
  const shmat = { function: 'shmat', calls: [{ name: 'shmat', fixed: [] }] }
  const made = (abi, qemu, others) => withMultiplexers({ abi, qemu }, [...others, shmat]).at(-1).calls
  expect(made('s390x', 'qemu-s390x', ipc)).toEqual([{ name: 'ipc', fixed: [['call', '21']] }])
  expect(made('s390x', 'qemu-s390x', own)).toEqual(shmat.calls)
  expect(made('x86', undefined, ipc)).toEqual(shmat.calls)
})

it('records that getrlimit() only reads a limit of the process itself', () => {
  expect(isOwnArgument('prlimit64', 'pid', 0n)).toBe(true)
  expect(isOwnArgument('prlimit64', 'new_rlim', 0x7fn)).toBe(false)
  const fixed = [['pid', '0'], ['resource', '7'], ['new_rlim', '0']] // prettier-ignore
  const measured = { function: 'getrlimit', libc: 'glibc', abi: 'x86_64', instead: {}, missing: [] }
  expect(rowsOf([{ ...measured, calls: [{ name: 'prlimit64', fixed }] }], ['getrlimit'])).toEqual([
    ['getrlimit', 'glibc', 'x86_64', 'prlimit64(pid=0,new_rlim=0)'],
  ])
})
