import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode, program as checkedProgram } from '@seccompile/cbpf'
import { argumentError, assertNever, oneOf, read } from '@seccompile/shape'
import { toBase64 } from './base64.ts'
import type { NamedFilter } from './filter-lines.ts'
import { identifierProblem } from './identifier.ts'
import type { Language } from './identifier.ts'
import { sourceOptions } from './options.ts'
import type { SourceOptions } from './options.ts'
import { crunText, escapedText, hexText } from './write-bytes.ts'
import { writeC } from './write-c.ts'
import { writeGo } from './write-go.ts'
import { writeRust } from './write-rust.ts'
import { writeTypescript } from './write-typescript.ts'

/** A form of source text: a language, a spelling of bytes, or the annotation of crun. */
export type SourceForm = Language | 'hex' | 'base64' | 'escaped' | 'crun'

/** All forms. */
export const SOURCE_FORMS: readonly SourceForm[] = Object.freeze([
  'c',
  'rust',
  'go',
  'typescript',
  'hex',
  'base64',
  'escaped',
  'crun',
])

/** The name of the array where none is given, in the style of the language. */
const DEFAULT_NAMES: Readonly<Record<Language, string>> = {
  c: 'seccomp_filter',
  rust: 'SECCOMP_FILTER',
  go: 'SeccompFilter',
  typescript: 'seccompFilter',
}

const formReader = oneOf(SOURCE_FORMS)

/** Checks a name. @throws TypeError where it cannot be a name in `language` */
function checkName(language: Language, name: string, where: string): void {
  const problem = identifierProblem(language, name)
  if (problem !== undefined) throw argumentError('name', where, problem)
}

function checkedStack(stack: readonly Program[]): readonly Program[] {
  if (!Array.isArray(stack) || stack.length === 0)
    throw argumentError('type', 'stack', 'expected a list of one filter or more')
  return (stack as readonly Program[]).map((one, i) => {
    const program = checkedProgram(one)
    if (program.length > 0 && program.length <= BPF_MAXINSNS) return program
    const got = `a filter has 1 to ${BPF_MAXINSNS} instructions; got ${program.length}`
    throw argumentError('number', `stack[${i}]`, got)
  })
}

/** The filters with names. A single filter has the name `stem`; the names of a stack end in their place, from 1. */
function named(stack: readonly Program[], stem: string): readonly NamedFilter[] {
  const [only] = stack
  return stack.length === 1
    ? [{ name: stem, program: only! }]
    : stack.map((program, i) => ({ name: `${stem}_${i + 1}`, program }))
}

/**
 * The filters of `stack`, in the order in which they are attached, as source text. The text depends only on the
 * arguments.
 *
 * There are three kinds of forms. A language (`c`, `rust`, `go`, `typescript`) has an array for each filter, and the
 * byte order where a compiler checks it. Bytes as text (`hex`, `base64`, `escaped`) have an empty line between two
 * filters. `crun` is the annotation `run.oci.seccomp_bpf_data`, which holds a single filter.
 *
 * The kernel may refuse a filter: `verify` of `@seccompile/cbpf` says so. All fields are written as they are.
 * @throws TypeError for an unknown form or option, and for a name that the language does not take
 * @throws RangeError for a filter without instructions or with more than 4096, and for a stack in the form `crun`
 * @throws IrError where a field of an instruction does not fit (P0)
 */
export function writeSource(form: SourceForm, stack: readonly Program[], given: SourceOptions): string {
  const kind = read(formReader, form, 'form')
  const options = read(sourceOptions, given, 'options')
  const filters = checkedStack(stack)
  const bytes = (write: (bytes: Uint8Array) => string): string =>
    filters.map((program) => `${write(encode(program, options.endianness))}\n`).join('\n')
  switch (kind) {
    case 'c':
    case 'rust':
    case 'go':
    case 'typescript':
      return inLanguage(kind, filters, options)
    case 'hex':
      return bytes(hexText)
    case 'base64':
      return bytes(toBase64)
    case 'escaped':
      return bytes(escapedText)
    case 'crun':
      if (filters.length === 1) return bytes(crunText)
      throw argumentError('number', 'stack', `the annotation of crun holds one filter; got ${filters.length}`)
    default:
      return assertNever(kind)
  }
}

function inLanguage(language: Language, stack: readonly Program[], options: SourceOptions): string {
  const stem = options.name ?? DEFAULT_NAMES[language]
  checkName(language, stem, 'name')
  const filters = named(stack, stem)
  switch (language) {
    case 'c':
      return writeC(filters, stem, options)
    case 'rust':
      return writeRust(filters, options)
    case 'go':
      if (options.package !== undefined && options.package !== 'main')
        checkName('go', options.package, 'package')
      return writeGo(filters, options)
    case 'typescript':
      return writeTypescript(filters, stem, options)
    default:
      return assertNever(language)
  }
}
