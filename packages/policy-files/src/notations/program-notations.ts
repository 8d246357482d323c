/* The notations of programs: bytes, texts of assemblers, and source text of several languages. */
import type { SourceForm } from '@seccompile/source-code'
import type { ProgramNotation } from './notation.ts'

const raw: ProgramNotation = {
  kind: 'program',
  name: 'raw',
  title: 'a raw filter',
  endings: ['bpf', 'bin'],
  write: async ({ program, endianness }) => (await import('./encode-raw.ts')).encodeRaw(program, endianness),
}

const asm: ProgramNotation = {
  kind: 'program',
  name: 'asm',
  title: 'a text of bpf_asm',
  endings: ['asm', 's'],
  write: async (given) => (await import('./assembly-text.ts')).assemblyText(given),
}

const seccompTools: ProgramNotation = {
  kind: 'program',
  name: 'seccomp-tools',
  title: 'a text of seccomp-tools',
  endings: [],
  write: async ({ program, endianness, abis }) =>
    (await import('@seccompile/seccomp-tools')).printSeccompTools(program, { endianness, abis }),
}

const source = (form: SourceForm, title: string, endings: readonly string[]): ProgramNotation => ({
  kind: 'program',
  name: form,
  title,
  endings,
  write: async ({ program, endianness, nameOf, verdictText }) => {
    const { writeSource } = await import('@seccompile/source-code')
    return writeSource(form, [program], {
      endianness,
      madeBy: 'seccompile',
      nameOf,
      ...(verdictText === undefined ? {} : { verdictText }),
    })
  },
})

/** All notations of programs, in the order of the help. */
export const PROGRAM_NOTATIONS: readonly ProgramNotation[] = [
  raw,
  source('hex', 'hexadecimal digits', ['hex']),
  source('base64', 'base64', ['b64', 'base64']),
  source('escaped', 'escape sequences of printf', []),
  source('c', 'a C header', ['h', 'c']),
  source('rust', 'a Rust file', ['rs']),
  source('go', 'a Go file', ['go']),
  source('typescript', 'a TypeScript file', ['ts', 'mts']),
  asm,
  seccompTools,
  source('crun', 'an annotation for crun', []),
]
