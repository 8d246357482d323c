import { expect, it } from 'vitest'
import { differences, functionsIn } from '../src/differences.mjs'
import { rowsOf } from '../src/rows.mjs'

const made = (libc, abi, of, calls, more = {}) => ({
  function: of,
  libc,
  abi,
  calls,
  instead: {},
  missing: [],
  ...more,
})
const call = (name, ...fixed) => ({ name, fixed })

it('joins ABIs with the same calls, and leaves out functions that make the same everywhere', () => {
  const rows = rowsOf([
    made('glibc', 'x86_64', 'rmdir', [call('rmdir')]),
    made('glibc', 'aarch64', 'rmdir', [call('unlinkat', ['dfd', `${0xffff_ff9c}`], ['flag', `${0x200}`])]),
    made('glibc', 'riscv64', 'rmdir', [call('unlinkat', ['dfd', `${0xffff_ff9c}`], ['flag', `${0x200}`])]),
    made('glibc', 'x86_64', 'getpid', [call('getpid')]),
    made('glibc', 'aarch64', 'getpid', [call('getpid')]),
  ])
  expect(rows).toEqual([
    ['rmdir', 'glibc', 'x86_64', 'rmdir'],
    ['rmdir', 'glibc', '*', 'unlinkat(dfd=AT_FDCWD,flag=AT_REMOVEDIR)'],
  ])
})

it('takes the calls after ENOSYS from another ABI where an emulator lacks the call', () => {
  const rows = rowsOf([
    made('glibc', 'x86_64', 'spawn', [call('clone3')], {
      instead: { clone3: [call('clone', ['clone_flags', '17'])] },
    }),
    made('glibc', 'aarch64', 'spawn', [call('clone3'), call('clone', ['clone_flags', '17'])], {
      missing: ['clone3'],
    }),
    made('musl', 'x86_64', 'spawn', [call('fork')]),
  ])
  expect(rows[0]).toEqual(['spawn', 'glibc', '*', 'clone3?clone(clone_flags=SIGCHLD)'])
})

it('names what a table says otherwise', () => {
  const table = "  ['open', 'musl', 'x86_64 x86', 'open'],\n  ['open', 'musl', 'aarch64', 'openat'],\n"
  expect(functionsIn(table)).toEqual(['open', 'open'])
  const machines = [{ libc: 'musl', abi: 'x86_64' }]
  expect(differences(table, [['open', 'musl', 'x86_64', 'open']], machines)).toEqual([])
  expect(differences(table, [['open', 'musl', 'x86_64', 'openat']], machines)).toEqual([
    '- open musl x86_64: open',
    '+ open musl x86_64: openat',
  ])
})
