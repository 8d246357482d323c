import type { AbiToken } from '@seccompile/syscalls'

const SHARED: Partial<Record<AbiToken, AbiToken>> = {
  mipsel: 'mips',
  mipsel64: 'mips64',
  mipsel64n32: 'mips64n32',
  ppc64le: 'ppc64',
  sheb: 'sh',
}

/** The ABI whose table holds the numbers of `token`: the first of the two where two byte orders share their numbers. */
export function columnOf(token: AbiToken): AbiToken {
  return SHARED[token] ?? token
}
