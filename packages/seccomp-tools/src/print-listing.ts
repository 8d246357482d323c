import { SECCOMP_RET, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Program, Word } from '@seccompile/abi'
import { print } from '@seccompile/cbpf'
import { endianness as endiannessReader, listOf, optional, read, record } from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { architectureOf, ARCHITECTURES, shownName } from './architectures.ts'
import type { PrintSeccompToolsOptions } from './print.ts'
import { hex, verdictText } from './statement-text.ts'

const listingOptions = record<Pick<PrintSeccompToolsOptions, 'abis' | 'endianness'>>({
  abis: optional(listOf(tableReader)),
  endianness: optional(endiannessReader),
})

/** The name of a value that is compared with arch or nr, in the form of the tool. */
function nameIn(
  abis: readonly AbiTable[],
): (word: Word, value: number, arch: number | undefined) => string | undefined {
  return (word, value, arch) => {
    if (word === WORD_ARCH)
      return ARCHITECTURES.find(({ auditArch }) => auditArch === value)?.word ?? hex(value)
    if (word !== WORD_NR) return undefined
    const of = (abi: AbiTable): boolean => abi.auditArch === arch && architectureOf(abi.token) !== undefined
    const abi = arch === undefined ? abis[0] : abis.find(of)
    const name = abi === undefined ? undefined : shownName(abi, value)
    return name === undefined || abi === abis[0] ? name : `${architectureOf(abi!.token)!.name}.${name}`
  }
}

/**
 * The listing of `program` as `seccomp-tools disasm --no-arg-infer` prints it: header, the columns CODE, JT, JF and
 * K, and a statement. It shows any program, and `parseSeccompTools` reads the same program back. Verdicts keep their
 * data.
 * @throws IrError where a field does not fit (P0); TypeError for a wrong option
 */
export function printSeccompToolsListing(
  program: Program,
  given: Pick<PrintSeccompToolsOptions, 'abis' | 'endianness'> = {},
): string {
  const { abis = [], endianness = abis[0]?.endianness ?? 'little' } = read(listingOptions, given, 'options')
  return print(program, {
    endianness,
    nameOf: nameIn(abis),
    verdictText: (verdict) => (verdict === SECCOMP_RET.KILL_THREAD ? 'KILL' : verdictText(verdict)),
  })
}
