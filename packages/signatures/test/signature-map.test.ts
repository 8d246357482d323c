import type { Signature } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { signatureMap } from '../src/decode/signature-map.ts'

/** A map of three calls, one of which has no signature, and a list of the calls that it has read. */
function mapOf(): { readonly map: ReadonlyMap<string, Signature>; readonly read: string[] } {
  const read: string[] = []
  const map = signatureMap(
    () => ['openat', 'tuxcall', 'getpid'],
    (call) => {
      read.push(call)
      return call === 'tuxcall' || call === 'close' ? undefined : { args: [], since: [read.length, 0] }
    },
  )
  return { map, read }
}

describe('signatureMap', () => {
  it('reads a signature when it is asked for, and once', () => {
    const { map, read } = mapOf()
    expect(read).toEqual([])
    const signature = map.get('openat')
    expect(map.get('openat')).toBe(signature)
    expect(map.has('openat')).toBe(true)
    expect(read).toEqual(['openat'])
    expect([map.get('close'), map.has('close')]).toEqual([undefined, false])
  })

  it('has the calls with a signature in their order, each the same object every time', () => {
    const { map } = mapOf()
    const getpid = map.get('getpid')
    const entries: readonly (readonly [string, Signature])[] = [...map]
    expect(entries.map(([name]) => name)).toEqual(['openat', 'getpid'])
    expect(entries[1]?.[1]).toBe(getpid)
    expect([...map.entries()]).toEqual(entries)
    expect([...map.keys()]).toEqual(['openat', 'getpid'])
    expect([...map.values()]).toEqual(entries.map(([, signature]) => signature))
    expect(map.size).toBe(2)
    const told: unknown[] = []
    map.forEach(function (this: unknown, ...args) {
      told.push([this, ...args])
    }, 'self')
    expect(told).toEqual(entries.map(([name, signature]) => ['self', signature, name, map]))
  })
})
