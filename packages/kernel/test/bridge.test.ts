import { constants } from 'node:os'
import { describe, expect, it } from 'vitest'
import { bridgeOver, bridgeOverFfi } from '../src/libc/bridge.ts'
import type { Bridge, Foreign, OpenedBridge } from '../src/libc/bridge.ts'
import { openBunFfi } from '../src/libc/bun-ffi.ts'
import { openDenoFfi } from '../src/libc/deno-ffi.ts'
import { loadLibc } from '../src/libc/libc.ts'
import { stringVector, terminated } from '../src/libc/memory.ts'
import { hasBridge, openBridge, tryBridge } from '../src/libc/open-bridge.ts'
import { runtimeName } from '../src/libc/runtime.ts'
import { isWide, machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import { sayNotRun } from './why-not.ts'

const opened = (one: OpenedBridge): Bridge => {
  if (one.kind === 'none') throw new Error(one.why)
  return one.bridge
}

/** A kernel that answers every call with the sum of its words, and memory that begins at an address. */
function foreign(start: bigint): Foreign & { readonly calls: (readonly bigint[])[] } {
  const calls: (readonly bigint[])[] = []
  return {
    calls,
    syscall: (...words) => {
      calls.push(words)
      return words.reduce((sum, word) => sum + word, 0n)
    },
    errno: () => 7,
    addressOf: () => start,
    view: (_address, length) => new ArrayBuffer(length),
  }
}

describe('a bridge', () => {
  it('gives the kernel six arguments, those left out as 0', () => {
    const parts = foreign(0n)
    const bridge = opened(bridgeOver('koffi', parts))
    expect(bridge.syscall(1, 2, 3n, -1)).toBe(5)
    expect(parts.calls).toEqual([[1n, 2n, 3n, -1n, 0n, 0n, 0n]])
    expect(bridge.errno()).toBe(7)
  })

  it('reads errno where __errno_location says that it is', () => {
    const errno = new Int32Array(1)
    const bridge = opened(
      bridgeOverFfi({
        ...foreign(0n),
        errnoAddress: () => 4096n,
        view: (address, length) => {
          expect([address, length]).toEqual([4096n, 4])
          return errno.buffer
        },
      }),
    )
    errno[0] = constants.errno.EBUSY
    expect(bridge.errno()).toBe(constants.errno.EBUSY)
  })

  it('is none where the FFI does not open the C library, and the reason is one line', () => {
    // The tests run in Node, which has no module of Bun, and says so in several lines.
    const none = openBunFfi()
    expect(none).toEqual({ kind: 'none', why: expect.any(String), toDo: 'use koffi' })
    expect(none.kind === 'none' && none.why).toMatch(
      /^the FFI of Bun does not open the C library: .*bun:ffi.*$/,
    )
  })

  it('lays out the texts of a command behind their addresses', () => {
    const bridge = opened(bridgeOver('koffi', foreign(0x1000n)))
    const { bytes } = stringVector(bridge, [Buffer.from('ab'), Buffer.from('')])
    const size = isWide() ? 8 : 4
    const view = new DataView(bytes.buffer)
    const little = machineEndianness() === 'little'
    const pointer = (index: number): number =>
      size === 8 ? Number(view.getBigUint64(index * 8, little)) : view.getUint32(index * 4, little)
    expect([0, 1, 2].map(pointer)).toEqual([0x1000 + 3 * size, 0x1000 + 3 * size + 3, 0])
    expect(Buffer.from(bytes.subarray(3 * size)).toString()).toBe('ab\0\0')
    expect(terminated(bridge, Buffer.from('c')).bytes).toEqual(Uint8Array.of(0x63, 0))
  })

  it('is of the runtime, also where that has a version of Node', () => {
    expect(runtimeName({ node: '26.0.0' })).toBe('node')
    expect(runtimeName({ node: '26.0.0', bun: '1.4.5' })).toBe('bun')
    expect(runtimeName({ node: '26.0.0', deno: '2.9.6' })).toBe('deno')
  })

  it('over Deno takes the permission for all libraries', () => {
    const ofOne = { querySync: (asked: object) => ({ state: 'path' in asked ? 'granted' : 'prompt' }) }
    Reflect.set(globalThis, 'Deno', { permissions: ofOne })
    try {
      expect(openDenoFfi()).toEqual({
        kind: 'none',
        why: 'Deno forbids FFI here',
        toDo: 'start Deno with --allow-ffi for all libraries',
      })
    } finally {
      Reflect.deleteProperty(globalThis, 'Deno')
    }
  })

  it('that is missing says why, and what to do', () => {
    for (const name of ['ffi', 'koffi'] as const) {
      const one = tryBridge(name)
      expect(hasBridge(name)).toBe(one.kind === 'open')
      if (one.kind === 'open') continue
      expect(() => openBridge([name])).toThrow(`the C library cannot be called: ${one.why}; ${one.toDo}`)
    }
  })

  it('of Node is missing before Node 26', ({ skip }) => {
    const [major = 0] = process.versions.node.split('.').map(Number)
    skip(major >= 26, 'this Node has FFI')
    expect(tryBridge('ffi')).toEqual({
      kind: 'none',
      why: `Node ${process.versions.node} has no FFI`,
      toDo: 'take Node 26, Bun or Deno',
    })
  })
})

const names = (['ffi', 'koffi'] as const).filter((name) => hasBridge(name))
if (names.length === 0) sayNotRun('calls of the kernel over a bridge', 'there is neither FFI nor koffi')

describe.each(names)('the calls of the kernel over %s', (name) => {
  it('are those of this process', () => {
    const bridge = openBridge([name])
    const { calls } = nativeAbi()
    expect(bridge.syscall(calls.close, 0x7fff_ffff)).toBe(-1)
    expect(bridge.errno()).toBe(constants.errno.EBADF)
    expect(bridge.syscall(calls.prctl, 3)).toBeGreaterThanOrEqual(0) // PR_GET_DUMPABLE
  })

  it('share the memory of a nameless file', () => {
    const libc = loadLibc([name])
    const fd = libc.memoryFile(4096)
    expect(fd).toBeGreaterThanOrEqual(0)
    const one = libc.sharedMemory(fd, 4096)
    const other = libc.sharedMemory(fd, 4096)
    if (one === undefined || other === undefined) throw new Error('mapping failed')
    one[5] = 77
    expect(other[5]).toBe(77)
    expect(libc.read(fd, 4096)).toEqual(one)
    expect(libc.read(fd, 4096).length).toBe(0)
    expect(libc.read(-1, 4096).length).toBe(0)
    expect(libc.close(fd)).toBe(0)
    expect(libc.sharedMemory(-1, 4096)).toBeUndefined()
  })
})
