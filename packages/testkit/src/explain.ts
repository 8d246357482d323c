import { auditArchName, verdictName } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { levelFunctions } from '@seccompile/pass'
import type { Leveled } from '@seccompile/prover'
import type { Disagreement } from './disagreement.ts'
import { pastedTest } from './pasted-test.ts'

/** Longest IR that a failure shows in full, in characters. */
const MAX_SHOWN = 4000

function shown({ level, ir }: Leveled, endianness: Endianness): string {
  const text = levelFunctions(level).print(ir, endianness)
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)\n`
}

/**
 * What a person needs to see of two IRs that should mean the same: both, the call, the two verdicts by name, and a test
 * to paste. `title` is the name of the pass.
 */
export function explain(
  title: string,
  before: Leveled,
  after: Leveled,
  found: Disagreement,
  endianness: Endianness,
): string {
  const { data, left, right } = found
  const args = data.args.map((value) => `0x${value.toString(16)}n`).join(', ')
  return [
    `${title} changes what the filter means`,
    `call    nr ${data.nr} (0x${data.nr.toString(16)}), arch ${auditArchName(data.arch)}, ${endianness} endian`,
    `args    [${args}]`,
    `before  ${verdictName(left)}`,
    `after   ${verdictName(right)}`,
    `--- before (${before.level})`,
    shown(before, endianness),
    `--- after (${after.level})`,
    shown(after, endianness),
    '--- a test to paste',
    pastedTest(title, before, after, found, endianness),
  ].join('\n')
}
