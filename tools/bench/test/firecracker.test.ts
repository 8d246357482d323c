/* Files of Firecracker as we read them, against the libseccomp of this machine, to which Firecracker hands their rules. */
import { decode } from '@seccompile/cbpf'
import { jsonText } from '@seccompile/oci/reading'
import { resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { parseSeccompiler } from '@seccompile/seccompiler'
import { abiTable } from '@seccompile/syscalls'
import { compileBatch, hasLibseccomp } from '@seccompile/vectors/libseccomp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: files of Firecracker against libseccomp: ${reason}\n\n`)

interface FileCondition {
  readonly index: number
  readonly type: string
  readonly op: string | { readonly masked_eq: bigint }
  readonly val: bigint
}
interface FileRule {
  readonly syscall: string
  readonly args?: readonly FileCondition[]
}

const value = fc.constantFrom(0n, 1n, 3n, 7n, 2n ** 32n + 1n)
const condition = (index: number) =>
  fc.record({
    index: fc.constant(index),
    type: fc.constantFrom('dword', 'qword'),
    op: fc.oneof(
      fc.constantFrom('eq', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'),
      value.map((mask) => ({ masked_eq: mask })),
    ),
    val: value,
  })
const args = fc
  .subarray([0, 1, 2], { minLength: 0, maxLength: 2 })
  .chain((list) => fc.tuple(...list.map(condition)))
const rule = fc
  .record({ syscall: fc.constantFrom('dup3', 'read', 'ioctl'), args })
  .map((made): FileRule => (made.args.length === 0 ? { syscall: made.syscall } : made))
const filters = fc.array(rule, { minLength: 1, maxLength: 4 })

/** A condition as Firecracker hands it to libseccomp. @see firecracker src/seccompiler/src/types.rs: to_scmp_type() */
function scmp({ index, type, op, val }: FileCondition): object {
  if (typeof op === 'object') return { index, op: 'SCMP_CMP_MASKED_EQ', value: op.masked_eq, valueTwo: val }
  if (op === 'eq' && type === 'dword')
    return { index, op: 'SCMP_CMP_MASKED_EQ', value: 0xffff_ffffn, valueTwo: val }
  return { index, op: `SCMP_CMP_${op.toUpperCase()}`, value: val }
}

describe.skipIf(reason !== undefined)('a file of Firecracker', () => {
  it('means to libseccomp what it means to us, where nothing warns of the form of its lists', () => {
    const abi = abiTable('x86_64')
    fc.assert(
      fc.property(fc.array(filters, { minLength: 400, maxLength: 400 }), (all) => {
        const read = all.flatMap((filter) => {
          const text = jsonText({ vmm: { default_action: { errno: 1 }, filter_action: 'allow', filter } })
          const { policy } = parseSeccompiler(text, { file: 'f.json' })
          const { rules, warnings } = resolve(policy, { abis: [abi] })
          return warnings.some(({ name }) => name === 'unsafe-shape') ? [] : [{ filter, rules }]
        })
        expect(read.length).toBeGreaterThan(80)
        const compiled = compileBatch(
          jsonText(
            read.map(({ filter }) => ({
              arch: abi.auditArch,
              optimize: 1,
              defaultAction: 'SCMP_ACT_ERRNO',
              syscalls: filter.map((each) => ({
                names: [each.syscall],
                action: 'SCMP_ACT_ALLOW',
                args: (each.args ?? []).map(scmp),
              })),
            })),
          ),
        )
        for (const [i, { filter, rules }] of read.entries()) {
          const made = compiled[i]!
          if (typeof made === 'string') throw new Error(`${made}: ${jsonText(filter)}`)
          const program = decode(made, 'little')
          const { kind } = equal({ level: 'rules', ir: rules }, { level: 'program', ir: program })
          expect([kind, filter]).toEqual(['equal', filter])
        }
      }),
      { numRuns: 1, endOnFailure: true },
    )
  })
})
