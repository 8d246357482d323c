import { encode } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { checkEventLoop, keepsRing } from '../src/attach/event-loop.ts'
import { machineEndianness } from '../src/system/native-abi.ts'

const IO_URING_ENTER = 426
const LD_NR = { code: 0x20, jt: 0, jf: 0, k: 0 }
const ERRNO = { code: 0x06, jt: 0, jf: 0, k: 0x0005_0026 }
const ALLOW = { code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }
/** A filter that refuses one call. */
const refusing = (nr: number): Uint8Array =>
  encode([LD_NR, { code: 0x15, jt: 0, jf: 1, k: nr }, ERRNO, ALLOW], machineEndianness())

describe('checkEventLoop', () => {
  it('refuses a filter that would end a runtime which works by io_uring', () => {
    expect(() => checkEventLoop([refusing(1), refusing(IO_URING_ENTER)], () => true)).toThrow(
      'the filter refuses the call "io_uring_enter", by which the event loop of this process already works',
    )
  })

  it('goes by the version of libuv where the permissions of Node hide /proc', () => {
    expect(
      ['1.50.0', '1.51.1', '2.0.0', '1.49.2', '1.5.0', undefined].map((version) => keepsRing(version)),
    ).toEqual([
      true,
      true,
      true,
      false,
      false,
      false, // prettier-ignore
    ])
  })

  it('lets the filter pass where the process has no io_uring, and every filter that allows the call', () => {
    expect(() => checkEventLoop([refusing(IO_URING_ENTER)], () => false)).not.toThrow()
    expect(() => checkEventLoop([refusing(IO_URING_ENTER - 1)], () => true)).not.toThrow()
  })
})
