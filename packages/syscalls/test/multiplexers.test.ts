import { existsSync, readFileSync } from 'node:fs'
import {
  abiTable,
  abiTables,
  isSyscallName,
  MULTIPLEXERS,
  nameInPlaceOf,
  numberOf,
  otherDoorOf,
} from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('MULTIPLEXERS', () => {
  it('names calls that exist, each once, by ascending operation', () => {
    const names = MULTIPLEXERS.flatMap((multiplexer) => multiplexer.calls.map((entry) => entry.name))
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(isSyscallName(name)).toBe(true)
    for (const { calls } of MULTIPLEXERS) {
      const operations = calls.map((entry) => entry.call)
      expect(operations.toSorted((a, b) => a - b)).toEqual(operations)
    }
  })

  it.for([
    ['socketcall', '/usr/include/linux/net.h', /^#define SYS_([A-Z0-9]+)\s+(\d+)\s/gm],
    ['ipc', '/usr/include/linux/ipc.h', /^#define ((?:SEM|MSG|SHM)[A-Z]+)\s+(\d+)$/gm],
  ] as const)('agrees with the kernel header of %s, where %s exists', ([name, header, pattern], { skip }) => {
    skip(!existsSync(header), `there is no ${header}`)
    const found = Array.from(readFileSync(header, 'utf8').matchAll(pattern), ([, upper, call]) => ({
      name: upper?.toLowerCase(),
      call: Number(call),
    }))
    const calls = MULTIPLEXERS.find((multiplexer) => multiplexer.name === name)?.calls ?? []
    expect(calls.map((each) => ({ name: each.name, call: each.call }))).toEqual(found)
  })
})

describe('otherDoorOf', () => {
  const x86 = abiTable('x86')

  it('finds the way round by socketcall and ipc on x86', () => {
    expect(otherDoorOf(x86, 'bind')).toEqual({
      multiplexer: 'socketcall',
      nr: 102,
      mask: 0xffff_ffff,
      call: 2,
    })
    expect(otherDoorOf(x86, 'shmctl')).toEqual({ multiplexer: 'ipc', nr: 117, mask: 0xffff, call: 24 })
  })

  it('finds it for a call that x86 has in no other way', () => {
    for (const name of ['accept', 'send', 'recv', 'semop', 'semtimedop']) {
      expect(numberOf(x86, name)).toBeUndefined()
      expect(otherDoorOf(x86, name)).toBeDefined()
    }
  })

  it('finds none for other calls', () => {
    expect(otherDoorOf(x86, 'read')).toBeUndefined()
    expect(otherDoorOf(x86, 'recvmmsg_time64')).toBeUndefined()
    expect(otherDoorOf(x86, '__proto__')).toBeUndefined()
  })

  it('is there on the ABIs that have a multiplexer, with the base in the number', () => {
    const doors = abiTables.flatMap((table) => {
      const [bind, semop] = [otherDoorOf(table, 'bind'), otherDoorOf(table, 'semop')]
      return bind === undefined && semop === undefined ? [] : [[table.token, bind?.nr, semop?.nr]]
    })
    expect(doors).toEqual([
      ['x86', 102, 117],
      ['m68k', 102, 117],
      ['mips', 4102, 4117],
      ['mipsel', 4102, 4117],
      ['ppc', 102, 117],
      ['ppc64', 102, 117],
      ['ppc64le', 102, 117],
      ['s390', 102, 117],
      ['s390x', 102, 117],
      ['sh', 102, 117],
      ['sheb', 102, 117],
    ])
  })
})

describe('nameInPlaceOf', () => {
  it('is the call itself where the ABI has it', () => {
    expect(nameInPlaceOf(abiTable('x86_64'), 'accept')).toBe('accept')
    expect(nameInPlaceOf(abiTable('x86'), 'read')).toBe('read')
  })

  it('is a call of the ABI that does what one behind the multiplexer does', () => {
    const names = ['accept', 'send', 'recv', 'semop', 'semtimedop']
    const onAbi = (token: 'x86' | 's390x') => names.map((name) => nameInPlaceOf(abiTable(token), name))
    expect(onAbi('x86')).toEqual(['accept4', 'sendto', 'recvfrom', 'semtimedop_time64', 'semtimedop_time64'])
    expect(onAbi('s390x')).toEqual(['accept4', 'sendto', 'recvfrom', 'semtimedop', 'semtimedop'])
  })

  it('is a call that exists, on every ABI with a multiplexer and for every call behind it', () => {
    for (const table of abiTables)
      for (const { name, calls } of MULTIPLEXERS)
        if (table.numbers.has(name))
          for (const each of calls)
            expect(table.numbers.has(nameInPlaceOf(table, each.name) ?? '')).toBe(true)
  })

  it('is nothing where the ABI has neither', () => {
    expect(nameInPlaceOf(abiTable('x86'), 'stat128')).toBeUndefined()
    expect(nameInPlaceOf(abiTable('x86'), '__proto__')).toBeUndefined()
    expect(nameInPlaceOf(abiTable('aarch64'), 'open')).toBeUndefined()
  })
})
