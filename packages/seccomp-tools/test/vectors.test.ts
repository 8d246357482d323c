/*
 * Programs and listings that seccomp-tools made.
 *
 * `vectors/TEXT.ARCH.bpf` is the output of `asm --arch ARCH` of seccomp-tools 1.7.1 (commit 8581b7b, ruby 3.3) for
 * `vectors/TEXT.asm`. `.listing` is the output of `disasm --no-arg-infer` for these bytes, and `.asm-able` that of
 * `disasm --asm-able`.
 */
import { decode, encode } from '@seccompile/cbpf'
import {
  heldProgram,
  isSeccompTools,
  parseSeccompTools,
  printSeccompTools,
  printSeccompToolsListing,
} from '@seccompile/seccomp-tools'
import { abiTable } from '@seccompile/syscalls'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const x86_64 = abiTable('x86_64')
const aarch64 = abiTable('aarch64')
const vector = (name: string): URL => new URL(`vectors/${name}`, import.meta.url)
const text = (name: string): string => readFileSync(vector(name), 'utf8')

const CASES = [
  ['statements', 'amd64', [x86_64, abiTable('x86'), aarch64]],
  ['fields', 'aarch64', [aarch64]],
  ['fields', 's390x', [abiTable('s390x')]],
] as const

it.each(CASES)('makes of %s for %s what the tool makes of it', (name, arch, abis) => {
  const { endianness } = abis[0]
  const expected = readFileSync(vector(`${name}.${arch}.bpf`))
  const program = parseSeccompTools(text(`${name}.asm`), { file: `${name}.asm`, abis })
  expect(Buffer.from(encode(program, endianness))).toEqual(expected)
  expect(isSeccompTools(text(`${name}.asm`))).toBe(true)
})

it.each(CASES)('reads and prints the listings of the tool: %s for %s', (name, arch, abis) => {
  const program = decode(readFileSync(vector(`${name}.${arch}.bpf`)), abis[0].endianness)
  const listing = text(`${name}.${arch}.listing`)
  expect(parseSeccompTools(listing)).toEqual(program)
  // The tool shows this load of the size as a constant.
  expect(printSeccompToolsListing(program, { abis })).toBe(listing)
  const shown = parseSeccompTools(text(`${name}.${arch}.asm-able`), { abis })
  expect(shown.map((insn) => (insn.k === 64 ? { ...insn, code: 0x80, k: 0 } : insn))).toEqual(program)
  expect(isSeccompTools(listing)).toBe(false)
  expect(isSeccompTools(text(`${name}.${arch}.asm-able`))).toBe(true)
})

function assembled(assembly: string, arch: string): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'seccomp-tools-'))
  try {
    const path = join(folder, 'filter.asm')
    writeFileSync(path, assembly)
    return execFileSync('seccomp-tools', ['asm', '-a', arch, '-f', 'raw', path], { stdio: 'pipe' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('reads what it writes', () => {
  for (const [name, arch, abis] of CASES) {
    const program = decode(readFileSync(vector(`${name}.${arch}.bpf`)), abis[0].endianness)
    expect(parseSeccompTools(printSeccompTools(program, { abis }), { abis })).toEqual(heldProgram(program))
  }
})

it('writes what the tool assembles to the same program', ({ skip }) => {
  for (const [name, arch, abis] of CASES) {
    const program = decode(readFileSync(vector(`${name}.${arch}.bpf`)), abis[0].endianness)
    const bytes = assembled(printSeccompTools(program, { abis }), arch)
    skip(bytes === undefined, 'there is no seccomp-tools')
    expect(bytes).toEqual(Buffer.from(encode(heldProgram(program), abis[0].endianness)))
  }
})
