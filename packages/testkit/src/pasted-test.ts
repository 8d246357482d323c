import { auditArchName, verdictName } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { irToJson } from '@seccompile/pass'
import type { LeveledIr } from '@seccompile/pass'
import type { IrDisagreement } from './disagreement.ts'

/** Longest input in a test to paste, in characters of JSON. */
const MAX_PASTED = 20_000

const hex = (value: bigint | number): string => `0x${value.toString(16)}`

/** The name of the export of a pass: `deadCode` for `dead-code`. */
function exportOf(passName: string): string {
  const [first = 'pass', ...more] = passName.match(/[a-z0-9]+/gi) ?? []
  return first + more.map((word) => `${word[0]!.toUpperCase()}${word.slice(1)}`).join('')
}

/** A call as an expression of TypeScript and of JavaScript. */
function callText({ nr, arch, instruction_pointer: ip, args }: SeccompData): string {
  const values = args.map((value) => `${hex(value)}n`).join(', ')
  return `seccompData({ nr: ${nr}, arch: ${hex(arch)}, instruction_pointer: ${hex(ip)}n, args: [${values}] })`
}

/**
 * A vitest file. Its test fails as long as the output of the pass gives the call of `found` another verdict
 * than the input. The file holds the input as JSON, so it does not depend on random inputs.
 */
export function pastedTest(
  passName: string,
  before: LeveledIr,
  after: LeveledIr,
  { data, left }: IrDisagreement,
  endianness: Endianness,
): string {
  const ir = JSON.stringify(irToJson(before.level, before.ir))
  if (ir.length > MAX_PASTED) return `(no test: its input alone would be ${ir.length} characters)`
  const name = exportOf(passName)
  return `import { seccompData } from '@seccompile/abi'
import { irFromJson, runPass } from '@seccompile/pass'
import { meaningOf } from '@seccompile/testkit'
import { expect, it } from 'vitest'
import { ${name} } from '../src/index.ts' // or the file of the pass

it('keeps ${verdictName(left)} for call ${data.nr} of ${auditArchName(data.arch)}', () => {
  const before = irFromJson('${before.level}', ${ir})
  const call = ${callText(data)}
  const after = runPass(${name}, before, { endianness: '${endianness}' })
  expect(meaningOf({ level: '${after.level}', ir: after }, call, '${endianness}')).toBe(${hex(left)})
})`
}
