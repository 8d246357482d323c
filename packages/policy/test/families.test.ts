import { constantFamilies } from '@seccompile/constants/all'
import { signedAbiTable } from '@seccompile/signatures'
import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const known = new Set<string>(constantFamilies.map(({ family }) => family))

/** The family of each argument, by `CALL.ARGUMENT`. */
const families = new Map<string, string>(
  abis.flatMap(({ token }) =>
    [...signedAbiTable(token).signatures].flatMap(([call, { args }]) =>
      args.flatMap(({ name, family }) =>
        family === undefined ? [] : [[`${call}.${name}`, family] as const],
      ),
    ),
  ),
)

describe('the families of arguments', () => {
  it('are families of constants', () => {
    expect([...families].filter(([, family]) => !known.has(family))).toEqual([])
    expect(families.size).toBeGreaterThan(250)
  })

  it('leave out arguments whose values have several names', () => {
    // SO_DEBUG is TCP_NODELAY is 1: the level says which.
    for (const place of ['setsockopt.optname', 'socket.protocol', 'msgctl.cmd', 'quotactl.cmd', 'ipc.call'])
      expect(families.get(place), place).toBeUndefined()
    expect(families.get('setsockopt.level')).toBe('sol')
    expect(families.get('fanotify_mark.mask')).toBe('fan-event')
  })
})
