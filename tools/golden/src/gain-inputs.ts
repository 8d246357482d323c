/*
 * The rules on which the gain of a pass is measured: those of the corpus, and untidy ones.
 *
 * Policies of the corpus are tidy, and search trees have few jumps to spare. So passes that tidy rules, or polish programs,
 * show on untidy rule sets alone. Every twentieth of 1,500 untidy rule sets is an input. It matters at which one the count
 * begins: in the pipeline `speed`, `redundant-loads` changes only 3 of the 1,500. A count from rule set 14 on meets two of
 * them; 18 of the 20 possible counts meet none.
 */
import { compile, objectiveOf } from '@seccompile/compiler'
import type { PassRunOptions } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { corpus, corpusPolicy } from './corpus.ts'
import type { CorpusEntry } from './corpus.ts'
import { untidyRules } from './rule-sets.ts'

/** Rules to compile, the weights of calls, and the ABIs whose calls are counted. */
export interface GainInput extends Pick<PassRunOptions, 'endianness' | 'weigh'> {
  readonly name: string
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
}

/** Inputs of one origin. Each is made when it is needed. */
export interface InputGroup {
  readonly name: string
  readonly inputs: readonly { readonly name: string; readonly load: () => Promise<GainInput> }[]
}

async function corpusInput({ abis: tokens, caps, kernel, ...entry }: CorpusEntry): Promise<GainInput> {
  const abis = tokens.map((token) => signedAbiTable(token))
  const policy = await corpusPolicy({ abis: tokens, ...entry })
  const { rules, endianness } = compile(policy, { abis, caps, kernel, pipeline: 'none', prove: false })
  return { name: entry.name, abis, rules, endianness, weigh: objectiveOf(rules, abis).weigh }
}

const FIRST_RULE_SET = 14
const RULE_SETS = 75
const RULE_SET_STEP = 20

function ruleSetInput(seed: number): GainInput {
  return { name: `rule-set-${seed}`, rules: untidyRules(seed), abis: [signedAbiTable('x86_64')] }
}

/** The corpus, and the untidy rule sets. The rule sets have the default weights of passes: each number weighs 1. */
export const inputGroups: readonly InputGroup[] = [
  {
    name: 'corpus',
    inputs: corpus.map((entry) => ({ name: entry.name, load: () => corpusInput(entry) })),
  },
  {
    name: 'rule sets',
    inputs: Array.from({ length: RULE_SETS }, (_, i) => FIRST_RULE_SET + i * RULE_SET_STEP).map((seed) => ({
      name: `rule-set-${seed}`,
      load: () => Promise.resolve(ruleSetInput(seed)),
    })),
  },
]
