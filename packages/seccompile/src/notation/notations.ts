/*
 * The notations that commands write. What writes one is imported when it is needed: a command spends most of its time on
 * reading code.
 */
import type { Finding } from '@seccompile/policy'
import { isJson } from './is-json.ts'
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

/** `part` as an option of a reader, where there is one. */
const named = <Key extends string>(key: Key, part: string | undefined): { readonly [K in Key]?: string } =>
  (part === undefined ? {} : { [key]: part }) as { readonly [K in Key]?: string }

const oci: PolicyNotation = {
  kind: 'policy',
  name: 'oci',
  title: 'an OCI profile',
  endings: ['json'],
  write: async (rules, abis) => (await import('@seccompile/oci')).writeProfile(rules, { abis }),
  mark: 'JSON with "defaultAction"',
  recognises: (text) => Promise.resolve(/"defaultAction"\s*:/.test(text) && isJson(text)),
  read: async (text, file) => {
    const { parseProfile } = await import('@seccompile/oci')
    const { policy, warnings, ...install } = parseProfile(text, { file })
    const artifact = async (): Promise<readonly Finding[]> =>
      (await import('@seccompile/kep6061')).checkArtifact(text, { file })
    return { policy, warnings, install, artifact }
  },
}

const seccompiler: PolicyNotation = {
  kind: 'policy',
  name: 'seccompiler',
  title: 'a file of seccompiler',
  endings: [],
  write: async (rules, abis) => (await import('@seccompile/seccompiler')).writeSeccompiler(rules, { abis }),
  mark: 'JSON with "mismatch_action" and "match_action"',
  recognises: async (text) => isJson(text) && (await import('@seccompile/seccompiler')).isSeccompiler(text),
  read: async (text, file, part) => {
    const { parseSeccompiler } = await import('@seccompile/seccompiler')
    const { policy, warnings } = parseSeccompiler(text, { file, ...named('thread', part) })
    return { policy, warnings }
  },
}

const spo: PolicyNotation = {
  kind: 'policy',
  name: 'spo',
  title: 'a SeccompProfile of Kubernetes',
  endings: ['yaml', 'yml'],
  write: async (rules, abis) => (await import('@seccompile/spo')).writeSpo(rules, { abis }),
  mark: 'YAML with "kind: SeccompProfile"',
  recognises: async (text) => /SeccompProfile/.test(text) && (await import('@seccompile/spo')).isSpo(text),
  read: async (text, file, part) => {
    const { parseSpo } = await import('@seccompile/spo')
    const { policy, warnings, flags } = parseSpo(text, { file, ...named('name', part) })
    return { policy, warnings, install: { flags } }
  },
}

/** All notations, in the order of the help. */
export const NOTATIONS: readonly Notation[] = [raw, asm, oci, seccompiler, spo]

/** The notations of policies, in the order in which a text is held against them. */
export const POLICY_NOTATIONS: readonly PolicyNotation[] = [oci, seccompiler, spo]

/** The notation of a JSON text that no notation recognises: its reader says what is wrong. */
export const ANY_JSON: PolicyNotation = oci
