/*
 * The notations that commands write. What writes one is imported when it is needed: a command spends most of its time on
 * reading code.
 */
import type { Notation, PolicyNotation, ProgramNotation } from './notation.ts'

const raw: ProgramNotation = {
  kind: 'program',
  name: 'raw',
  title: 'a raw filter',
  endings: ['bpf', 'bin'],
  write: async ({ program, endianness }) => (await import('@seccompile/cbpf')).encode(program, endianness),
}

const asm: ProgramNotation = {
  kind: 'program',
  name: 'asm',
  title: 'a text of bpf_asm',
  endings: ['asm', 's'],
  write: async ({ program, endianness }) =>
    (await import('@seccompile/cbpf')).printAssembly(program, { endianness }),
}

const oci: PolicyNotation = {
  kind: 'policy',
  name: 'oci',
  title: 'an OCI profile',
  endings: ['json'],
  write: async (rules, abis) => (await import('@seccompile/oci')).writeProfile(rules, { abis }),
  read: async (text, file) => {
    const { parseProfile } = await import('@seccompile/oci')
    const { policy, warnings } = parseProfile(text, { file })
    return { policy, warnings }
  },
}

/** All notations, in the order of the help. */
export const NOTATIONS: readonly Notation[] = [raw, asm, oci]
