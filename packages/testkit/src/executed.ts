import { dataWords } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { passes } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { run } from '@seccompile/interpreter'
import type { IrByLevel } from '@seccompile/pass'
import type { Leveled } from '@seccompile/prover'

function testsMet(root: Decision, data: SeccompData): number {
  const words = dataWords(data)
  let met = 0
  for (let node = root; node.kind === 'test'; met += 1)
    node = passes(node, words[node.word]!) ? node.then : node.else
  return met
}

/**
 * What a call executes: instructions of a program, or tests of a decision.
 * @throws Error for rules, which are no list of steps
 */
export function executed({ level, ir }: Leveled, data: SeccompData, endianness: Endianness): number {
  // The level says what the IR is.
  switch (level) {
    case 'program':
      return run(ir as IrByLevel['program'], data, endianness).steps
    case 'decision':
      return testsMet(ir as IrByLevel['decision'], data)
    case 'rules':
      throw new Error(
        'rules execute nothing that could be counted; a pass on them cannot claim "longestPath"',
      )
  }
}
