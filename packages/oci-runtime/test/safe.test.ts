import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { safeProfile } from '../src/index.ts'

const test = (index: number, op: string, value: number): object => ({ index, op: `SCMP_CMP_${op}`, value })

const UNSAFE = [
  { names: ['dup3', 'read'], action: 'SCMP_ACT_ALLOW', args: [test(0, 'LT', 3), test(1, 'EQ', 2)] },
  { names: ['dup3'], action: 'SCMP_ACT_ALLOW', args: [test(0, 'LT', 5), test(2, 'EQ', 1)] },
]

const textOf = (...syscalls: readonly object[]): string =>
  JSON.stringify(
    { defaultAction: 'SCMP_ACT_ERRNO', architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'], syscalls },
    null,
    2,
  )

const OPTIONS = { file: 'p.json', main: 'x86_64' } as const

/** Whether both texts mean the same, and whether the second one has a warning about its form. */
function compared(one: string, other: string): readonly unknown[] {
  const abis = [abiTable('x86_64'), abiTable('x86')]
  const [a, b] = [one, other].map((text) => resolve(parseProfile(text, { file: 'p.json' }).policy, { abis }))
  const { kind } = equal({ level: 'rules', ir: a!.rules }, { level: 'rules', ir: b!.rules })
  return [kind, b!.warnings.some(({ name }) => name === 'unsafe-shape')]
}

describe('a profile in safe forms', () => {
  it('means the same, and has no other form', () => {
    const text = textOf(...UNSAFE)
    const { text: made, rewritten, left } = safeProfile(text, OPTIONS)
    expect(compared(text, made)).toEqual(['equal', false])
    expect([rewritten.map(({ name, before }) => [name, before]), left]).toEqual([[['dup3', 2]], []])
  })

  it('keeps all else as it is written', () => {
    const text = textOf({ names: ['write'], action: 'SCMP_ACT_ALLOW', comment: 'kept' }, ...UNSAFE)
    const { text: made } = safeProfile(text, OPTIONS)
    const lines = text.split('\n')
    const head = lines
      .slice(
        0,
        lines.findIndex((line) => line.includes('dup3')),
      )
      .join('\n')
    expect(made.startsWith(head)).toBe(true)
    expect(made).toContain('"comment": "kept"')
    const { syscalls } = JSON.parse(made) as {
      readonly syscalls: readonly { readonly names: readonly string[] }[]
    }
    expect(syscalls.slice(0, 3).map(({ names }) => names.join())).toEqual(['write', 'read', 'dup3'])
  })

  it('is the given text where all forms are safe', () => {
    const text = textOf({ names: ['read'], action: 'SCMP_ACT_ALLOW' })
    expect(safeProfile(text, OPTIONS)).toEqual({ text, rewritten: [], left: [] })
  })

  it('leaves calls whose rules depend on the target, and says so', () => {
    const text = textOf({ ...UNSAFE[0], includes: { caps: ['CAP_CHOWN'] } }, UNSAFE[1]!)
    const { text: same, left } = safeProfile(text, OPTIONS)
    expect(same).toBe(text)
    expect(left).toEqual([
      { name: 'dup3', reason: 'its rules have requirements, and each target has rules of its own' },
    ])
  })

  it('leaves a multiplexer whose rules libseccomp makes of those for calls behind it', () => {
    const behind = (name: string, ...args: readonly object[]): object => ({
      names: [name],
      action: 'SCMP_ACT_ALLOW',
      args,
    })
    const text = textOf(
      behind('socket', test(1, 'LT', 3), test(2, 'EQ', 2)),
      behind('bind', test(1, 'GT', 3), test(2, 'EQ', 1)),
    )
    expect(safeProfile(text, OPTIONS).left).toEqual([
      { name: 'socketcall', reason: 'libseccomp adds them to the rules of the calls behind it' },
    ])
  })

  it('finds the other forms of a container with more capabilities', () => {
    const text = textOf(...UNSAFE.map((each) => ({ ...each, includes: { caps: ['CAP_SYS_ADMIN'] } })))
    expect(safeProfile(text, OPTIONS).left).toEqual([])
    expect(safeProfile(text, { ...OPTIONS, caps: ['CAP_SYS_ADMIN'] }).left.map(({ name }) => name)).toEqual([
      'dup3',
    ])
  })

  it('leaves a call that takes many rules, and says how many', () => {
    const open = [UNSAFE[0]!, { names: ['dup3'], action: 'SCMP_ACT_ALLOW', args: [test(0, 'GT', 3)] }]
    const text = JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: open })
    expect(safeProfile(text, OPTIONS).left).toEqual([
      { name: 'dup3', reason: 'it takes 64 rules, and no more than 32 are written' },
    ])
  })

  it('leaves a call whose safe rules mean something else on one machine of the profile', () => {
    // The masks of LE 2 ** 32 + 5 have high halves, and libseccomp cuts them off on arm.
    const syscalls = [{ ...UNSAFE[0], args: [test(0, 'LE', 2 ** 32 + 5), test(1, 'EQ', 2)] }, UNSAFE[1]!]
    const among = (...architectures: readonly string[]): string =>
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        archMap: architectures.map((architecture) => ({ architecture, subArchitectures: [] })),
        syscalls,
      })
    const { rewritten } = safeProfile(among('SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'), OPTIONS)
    expect(rewritten.map(({ name }) => name)).toEqual(['dup3'])
    const text = among('SCMP_ARCH_X86_64', 'SCMP_ARCH_ARM')
    expect(safeProfile(text, OPTIONS)).toEqual({
      text,
      rewritten: [],
      left: [{ name: 'dup3', reason: 'no profile is known that is safe and means the same' }],
    })
  })

  it('leaves calls that a profile can say in no safe form, and says why', () => {
    const open = [UNSAFE[0]!, { names: ['dup3'], action: 'SCMP_ACT_ALLOW', args: [test(0, 'GT', 3)] }]
    const { left, rewritten } = safeProfile(textOf(...open), OPTIONS)
    expect(rewritten).toEqual([])
    expect(left).toEqual([
      {
        name: 'dup3',
        reason:
          'an OCI profile has the same rules for a call on all ABIs, and dup3 differs between x86_64 and x86',
      },
    ])
  })
})
