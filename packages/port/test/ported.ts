/* Policies after `port`, for the tests. */
import { letsRun } from '@seccompile/abi'
import { WITHOUT_TEXT } from '@seccompile/heal'
import type { EditableText } from '@seccompile/heal'
import { NEWEST_KERNEL, resolve } from '@seccompile/policy'
import type { Capability, Policy } from '@seccompile/policy'
import { inquire } from '@seccompile/prover'
import { argument } from '@seccompile/rules'
import { argumentOf, signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { port } from '@seccompile/port'
import type { Porting, PortQuestion, PortRow } from '@seccompile/port'

export const AARCH64: PortQuestion = {
  from: 'x86_64',
  to: ['aarch64'],
  libcs: ['glibc', 'musl'],
  kernels: { oldest: NEWEST_KERNEL, newest: NEWEST_KERNEL },
}

export const MUSL: PortQuestion = { ...AARCH64, to: ['x86_64'], libcs: ['musl'] }

/** What `port` answers. */
export function ported(policy: Policy, question: PortQuestion, form: EditableText = WITHOUT_TEXT): Porting {
  const porting = port(policy, question, form)
  if (porting.kind === 'undecided') throw new Error(porting.reason)
  return porting
}

export const rowOf = ({ rows }: Porting, call: string): PortRow | undefined =>
  rows.find((row) => row.call === call)

/** Whether the policy lets a call of `abi` run in which arguments have these values. */
export function runs(
  policy: Policy,
  abi: AbiToken,
  call: string,
  values: Readonly<Record<string, bigint>> = {},
  caps: readonly Capability[] = [],
): boolean {
  const table = signedAbiTable(abi)
  const { rules } = resolve(policy, { abis: [table], caps })
  const inquiry = inquire({ level: 'rules', ir: rules }, { endianness: table.endianness })
  if (inquiry.kind === 'undecided') throw new Error(inquiry.reason)
  const tests = Object.entries(values).map(([name, value]) => {
    const found = argumentOf(table, call, name)!
    const mask = (1n << BigInt(found.width)) - 1n
    return argument(found.index, [{ lo: value & mask, hi: value & mask }], mask)
  })
  const where = {
    arch: table.auditArch,
    nr: numberOf(table, call)!,
    args: { kind: 'all', of: tests },
  } as const
  return inquiry.call(letsRun, where) !== undefined
}
