/*
 * Filters that seccompiler made from the same file.
 *
 * `vectors/FILTER.ABI.bpf` is the output of `compile_from_json()` of seccompiler 0.5.0 (rust-vmm, commit 0858710,
 * cargo 1.95) for the filter of `vectors/operators.json`: 8 bytes for each instruction, little endian. The vectors of
 * docker's profile are in @seccompile/vectors.
 */
import { readFileSync } from 'node:fs'
import { decode } from '@seccompile/cbpf'
import { policyTables, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { parseSeccompiler, writeSeccompiler } from '@seccompile/seccompiler'
import type { AbiToken } from '@seccompile/syscalls'
import { baseline, resolvedPolicy } from '@seccompile/vectors'
import type { VectorPolicyName } from '@seccompile/vectors'
import { expect, it } from 'vitest'

const vector = (name: string): URL => new URL(`vectors/${name}`, import.meta.url)
const operators = readFileSync(vector('operators.json'), 'utf8')

const rulesOf = (text: string, main: AbiToken, thread?: string) => {
  const { policy } = parseSeccompiler(text, {
    file: 'f.json',
    dialect: 'seccompiler',
    ...(thread === undefined ? {} : { thread }),
  })
  const abis = policyTables(policy, main)
  return { abis, rules: resolve(policy, { abis }).rules }
}

const cases = (['vmm', 'api', 'idle'] as const).flatMap((thread) =>
  (['x86_64', 'aarch64'] as const).map((abi) => [thread, abi] as const),
)

it.each(cases)('the filter %s means on %s what seccompiler makes of it', (thread, abi) => {
  const program = decode(readFileSync(vector(`${thread}.${abi}.bpf`)), 'little')
  const { abis, rules } = rulesOf(operators, abi, thread)
  expect(equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }).kind).toBe('equal')

  const { text, losses } = writeSeccompiler(rules, { abis, thread })
  expect(losses).toEqual([])
  const again = rulesOf(text, abi).rules
  expect(equal({ level: 'rules', ir: again }, { level: 'program', ir: program }).kind).toBe('equal')
})

it.each<VectorPolicyName>(['docker-flat', 'docker-args'])('reads %s as seccompiler makes it', (name) => {
  const { rules, default: otherwise } = resolvedPolicy(name)
  const filter = rules
    .filter(({ action }) => action.action === 'ALLOW')
    .flatMap(({ name: syscall, conds }) =>
      conds.length === 0
        ? [{ syscall }]
        : conds.map((all) => ({
            syscall,
            args: all.map(({ arg, op, val, mask }) => ({
              index: arg,
              type: 'qword',
              op: op === 'MASKED_EQ' ? { masked_eq: mask } : op.toLowerCase(),
              val,
            })),
          })),
    )
  const text = JSON.stringify({
    vmm: { mismatch_action: { errno: otherwise.errno }, match_action: 'allow', filter },
  })
  const program = decode(baseline(`seccompiler.${name}`), 'little')
  const read = rulesOf(text, 'x86_64')
  expect(equal({ level: 'rules', ir: read.rules }, { level: 'program', ir: program }).kind).toBe('equal')
})
