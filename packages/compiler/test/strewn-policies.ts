/* Policies whose conditions have no small diagram, or whose list has none on the way to a small one. */
import { arg, errno, policy } from '@seccompile/policy'
import type { Policy, PolicyRule } from '@seccompile/policy'
import { abiTable, calls } from '@seccompile/syscalls'

type PolicyArg = PolicyRule['args'][number]

/** A maker of numbers that look random: xorshift, from a seed. */
function numbers(seed: number): { readonly u32: () => number; readonly u64: () => bigint } {
  let state = seed
  const u32 = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return { u32, u64: () => (BigInt(u32()) << 32n) | BigInt(u32()) }
}

/** `ioctl` under `count` rules that `args` makes. */
function ioctls(count: number, args: () => readonly [PolicyArg, ...PolicyArg[]]): Policy {
  let made = policy({ default: errno(1) })
  for (let i = 0; i < count; i += 1) made = made.allow('ioctl', ...args())
  return made
}

/** A test of up to eight bits of an argument. */
function masked(index: 0 | 1 | 2, { u32, u64 }: ReturnType<typeof numbers>): PolicyArg {
  let bits = 0n
  for (let set = 0; set < 8; set += 1) bits |= 1n << BigInt(u32() % 64)
  return arg(index).maskedEq(bits, u64() & bits)
}

/** Rules that each test eight bits of two arguments. */
export function twoMasks(count: number): Policy {
  const made = numbers(1)
  return ioctls(count, () => [masked(0, made), masked(1, made)])
}

/** Rules that each test a bound of 64 bits, a value and eight bits, each of another argument. Their filters are several. */
export function threeKinds(count: number): Policy {
  const made = numbers(4)
  return ioctls(count, () => [arg(0).ge(made.u64()), arg(1).eq(made.u64()), masked(2, made)])
}

/** Rules that each test a bound of two arguments, and a value of a third one. */
export function threeTests(count: number): Policy {
  const { u32 } = numbers(2)
  return ioctls(count, () => [arg(0).ge(u32()), arg(1).le(u32()), arg(2).eq(u32())])
}

/** `rules` rules for each of `count` calls, each for a value of one argument. */
export function valuesOfCalls(count: number, rules: number): Policy {
  const { u32 } = numbers(3)
  let made = policy({ default: errno(1) })
  for (const { name } of calls(abiTable('x86_64')).slice(0, count))
    for (let i = 0; i < rules; i += 1)
      made = made.allow(name as 'read', arg((i % 3) as 0 | 1 | 2).eq(u32() % 65_536))
  return made
}
