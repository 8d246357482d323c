import { noTtyInjection } from '@seccompile/presets'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

/**
 * TIOCSTI and TIOCLINUX where they are not 0x5412 and 0x541c.
 * @see arch/mips/include/uapi/asm/ioctls.h, arch/sh/include/uapi/asm/ioctls.h
 */
const OTHER: readonly {
  readonly tokens: readonly AbiToken[]
  readonly requests: readonly [number, number]
}[] = [
  {
    tokens: ['mips', 'mipsel', 'mips64', 'mipsel64', 'mips64n32', 'mipsel64n32'],
    requests: [0x5472, 0x5483],
  },
  { tokens: ['sh', 'sheb'], requests: [0x4001_5412, 0x4001_541c] },
]

const requestsOf = (token: AbiToken): readonly [number, number] =>
  OTHER.find(({ tokens }) => tokens.includes(token))?.requests ?? [0x5412, 0x541c]

describe.each(TOKENS)('no-tty-injection on %s', (token) => {
  const { of } = on(noTtyInjection, token)

  it('refuses the two requests, whatever the high half of the register', () => {
    for (const cmd of requestsOf(token))
      for (const high of [0n, 1n << 32n, 0xffff_ffff_0000_0000n])
        expect(of('ioctl', { cmd: high | BigInt(cmd) })).toBe('EPERM')
  })

  it('lets their neighbours run, and a register with the request in its high half', () => {
    for (const cmd of requestsOf(token))
      for (const other of [cmd - 1, cmd + 1, (cmd ^ 0x8000_0000) >>> 0])
        if (!requestsOf(token).includes(other)) expect(of('ioctl', { cmd: other })).toBe('ALLOW')
    expect(of('ioctl', { cmd: BigInt(requestsOf(token)[0]) << 32n })).toBe('ALLOW')
    expect(of('ioctl', { fd: requestsOf(token)[0] })).toBe('ALLOW')
  })
})
