import type { AbiToken } from '@seccompile/syscalls'

const SHARED: Partial<Record<AbiToken, AbiToken>> = {
  mipsel: 'mips',
  mipsel64: 'mips64',
  mipsel64n32: 'mips64n32',
  ppc64le: 'ppc64',
  sheb: 'sh',
}

/** Whose numbers an ABI has: its own, or those of the same ABI in the other byte order, where both have the same. */
export function columnOf(token: AbiToken): AbiToken {
  return SHARED[token] ?? token
}
