import { dataWords } from '@seccompile/abi'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { passes } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { run } from '@seccompile/interpreter'
import type { LeveledIr } from '@seccompile/pass'

function testsMet(root: Decision, data: SeccompData): number {
  const words = dataWords(data)
  let met = 0
  for (let node = root; node.kind === 'test'; met += 1)
    node = passes(node, words[node.word]!) ? node.then : node.else
  return met
}

/**
 * The number of instructions of a program, or of tests of a decision, that a call executes.
 * @throws Error for rules, which have no steps to count
 */
export function executed({ level, ir }: LeveledIr, data: SeccompData, endianness: Endianness): number {
  switch (level) {
    case 'program':
      return run(ir, data, endianness).steps
    case 'decision':
      return testsMet(ir, data)
    case 'rules':
      throw new Error(
        'rules execute nothing that could be counted; a pass on them cannot claim "longestPath"',
      )
  }
}
