/*
 * Whether two programs give the same verdicts. They are compared on the witnesses of the rules, of our program and of
 * the other program. This is no proof, but the calls lie on both sides of every test in the three.
 */
import { dataWords, verdictName } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { witnesses } from '@seccompile/cbpf'
import { runWords } from '@seccompile/interpreter'
import { witnesses as ruleWitnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

/** How far two programs agree, and an input on which they do not. */
export interface ProgramAgreement {
  /** The number of inputs: witnesses of the rules, of our program, and of the other program. */
  readonly inputs: { readonly rules: number; readonly ours: number; readonly theirs: number }
  readonly disagreements: number
  readonly example?: string
}

function describe({ nr, arch, args }: SeccompData, ours: number, theirs: number): string {
  const shown = args.map((arg) => `0x${arg.toString(16)}`).join(', ')
  const call = `arch 0x${arch.toString(16)}, nr ${nr}, arguments ${shown}`
  return `${call}: ${verdictName(ours)}, theirs ${verdictName(theirs)}`
}

/** Compares `ours` and `theirs`, both for little endian, on the witnesses of both and of `rules`. */
export function agreement(rules: RuleSet, ours: Program, theirs: Program): ProgramAgreement {
  const inputs = { rules: ruleWitnesses(rules), ours: witnesses(ours), theirs: witnesses(theirs) }
  const examples = Object.values(inputs)
    .flat()
    .flatMap((data) => {
      const words = dataWords(data)
      const verdict = runWords(ours, words).verdict
      const other = runWords(theirs, words).verdict
      return verdict === other ? [] : [describe(data, verdict, other)]
    })
  const [example] = examples
  return {
    inputs: { rules: inputs.rules.length, ours: inputs.ours.length, theirs: inputs.theirs.length },
    disagreements: examples.length,
    ...(example === undefined ? {} : { example }),
  }
}
