import type { Signature } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { signatureMap } from '../src/signature-map.ts'

const LINES = 'open 2.6 filename:1 flags:0\nopenat 2.6 dfd:0 filename:1\ngetpid - '

/** A map of {@link LINES}, and the lines that it has read. */
function mapOf(): { readonly map: ReadonlyMap<string, Signature>; readonly read: string[] } {
  const read: string[] = []
  const map = signatureMap(LINES, (line) => {
    read.push(line)
    return { args: [], since: [read.length, 0] }
  })
  return { map, read }
}

describe('signatureMap', () => {
  it('reads a signature when it is asked for, and once', () => {
    const { map, read } = mapOf()
    expect(read).toEqual([])
    const signature = map.get('openat')
    expect(map.get('openat')).toBe(signature)
    expect(map.has('openat')).toBe(true)
    expect(read).toEqual(['openat 2.6 dfd:0 filename:1'])
  })

  it('has none for what is no name of a call', () => {
    const { map, read } = mapOf()
    for (const name of [
      '',
      'ope',
      'penat',
      'at',
      'close',
      'open 2.6',
      'open 2.6 filename:1 flags:0\nopenat',
      '__proto__',
    ]) {
      expect(map.get(name), name).toBeUndefined()
      expect(map.has(name), name).toBe(false)
    }
    expect(read).toEqual([])
  })

  it('has the calls in the order of the text, each the same object every time', () => {
    const { map, read } = mapOf()
    const getpid = map.get('getpid')
    const entries: readonly (readonly [string, Signature])[] = [...map]
    expect(entries.map(([name]) => name)).toEqual(['open', 'openat', 'getpid'])
    expect(entries[2]?.[1]).toBe(getpid)
    expect([...map.entries()]).toEqual(entries)
    expect([...map.keys()]).toEqual(['open', 'openat', 'getpid'])
    expect([...map.values()]).toEqual(entries.map(([, signature]) => signature))
    expect(map.size).toBe(3)
    const told: unknown[] = []
    map.forEach(function (this: unknown, ...args) {
      told.push([this, ...args])
    }, 'self')
    expect(told).toEqual(entries.map(([name, signature]) => ['self', signature, name, map]))
    expect(read).toHaveLength(3)
  })
})
