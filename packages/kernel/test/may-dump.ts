import { readFileSync } from 'node:fs'

const CAP_SYS_ADMIN = 21n

/** Why the kernel does not tell this process of the filters of others; `undefined` where it does. */
export function whyNotTold(): string | undefined {
  const status = readFileSync('/proc/self/status', 'utf8')
  const field = (name: string): string => new RegExp(`^${name}:\\t(.*)$`, 'm').exec(status)?.[1] ?? ''
  if (((BigInt(`0x${field('CapEff')}`) >> CAP_SYS_ADMIN) & 1n) === 0n) return 'it takes CAP_SYS_ADMIN'
  return field('Seccomp') === '0' ? undefined : 'this process is under a filter itself'
}
