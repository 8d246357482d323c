/* Random programs through seccomp-tools, where it is installed: its assembler and its listings agree with ours. */
import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { heldProgram, parseSeccompTools, printSeccompTools } from '@seccompile/seccomp-tools'
import { abiTable } from '@seccompile/syscalls'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'seccomp-tools-'))
afterAll(() => rmSync(folder, { recursive: true }))

function tool(
  command: 'asm' | 'disasm',
  content: string | Uint8Array,
  arch: string,
  ...options: string[]
): Buffer {
  const path = join(folder, 'filter')
  writeFileSync(path, content)
  return execFileSync('seccomp-tools', [command, path, '-a', arch, ...options], { stdio: 'pipe' })
}

function isHere(): boolean {
  try {
    execFileSync('seccomp-tools', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    process.stderr.write(
      '\n*** NOT RUN: random programs through seccomp-tools: there is no seccomp-tools\n\n',
    )
    return false
  }
}

/** `program` with each load of the size as the constant that the tool shows. */
const withoutLength = (program: Program): Program =>
  program.map((insn) => (insn.code === BPF.LD_LEN ? { ...insn, code: BPF.LD_IMM, k: 64 } : insn))

it.runIf(isHere())('the tool assembles and shows what is written and read here', () => {
  const tables = [abiTable('x86_64'), abiTable('x86'), abiTable('aarch64'), abiTable('s390x')]
  const archs = [
    ['amd64', [0, 1, 2, 3]],
    ['i386', [1, 0, 2, 3]],
    ['s390x', [3, 0, 1, 2]],
  ] as const
  fc.assert(
    fc.property(arbitraryProgram({ maxLength: 60 }), fc.constantFrom(...archs), (program, [arch, order]) => {
      const abis = order.map((i) => tables[i]!)
      const { endianness } = abis[0]!
      const held = heldProgram(program)
      const bytes = tool('asm', printSeccompTools(program, { abis }), arch, '-f', 'raw')
      expect(bytes).toEqual(Buffer.from(encode(held, endianness)))

      const raw = encode(program, endianness)
      const listing = tool('disasm', raw, arch).toString()
      expect(parseSeccompTools(listing)).toEqual(program)
      // The tool does not assemble its own output for a test without effect.
      const assembly = tool('disasm', raw, arch, '--asm-able')
        .toString()
        .replaceAll('/* no-op */', 'goto next')
      expect(parseSeccompTools(assembly, { abis })).toEqual(withoutLength(held))
    }),
    { numRuns: 12 },
  )
})
