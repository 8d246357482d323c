/** Type tests: `tsc -b` checks them; an unused `@ts-expect-error` is an error. */
import type { Program } from '@seccompile/abi'
import type { Decision } from '@seccompile/decision'
import type { RuleSet } from '@seccompile/rules'
import { definePass, fixpoint, pipeline } from '@seccompile/pass'
import type { PassChain, Pass } from '@seccompile/pass'

declare const decision: Decision
declare const program: Program

const tidy = definePass({
  name: 'tidy',
  from: 'rules',
  to: 'rules',
  summary: '',
  run: (rules: RuleSet) => rules,
})
const tree = definePass({ name: 'tree', from: 'rules', to: 'decision', summary: '', run: () => decision })
const lower = definePass({ name: 'lower', from: 'decision', to: 'program', summary: '', run: () => program })
const clean = definePass({
  name: 'clean',
  from: 'program',
  to: 'program',
  summary: '',
  run: (insns) => insns,
})

// A pipeline has the levels of its ends, and nests.
const whole: Pass<'rules', 'program', 'whole'> = pipeline('whole', [tidy, tree, lower, fixpoint([clean])])
const nested: Pass<'rules', 'program'> = pipeline('nested', [whole, clean])
void nested

// The error stands at the pass that does not fit, as a sentence.
pipeline('wrong', [
  tidy,
  tree,
  // @ts-expect-error "clean" takes program IR, but the pipeline is at decision
  clean,
])
const sentence: PassChain<readonly [typeof tree, typeof clean]>[1] =
  '"clean" takes program IR, but the pipeline is at decision'
void sentence

// @ts-expect-error a pass must yield IR of its level
definePass({ name: 'liar', from: 'rules', to: 'decision', summary: '', run: (rules) => rules })

// 64 passes are checked as three are, and the end's level is known.
// prettier-ignore
const longest: Pass<'rules', 'program', 'longest'> = pipeline('longest', [
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy,
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tree, lower, clean,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
])
void longest

// The error stands at the last of 64, and at one in the middle, alone.
// prettier-ignore
pipeline('wrong at the end', [
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy,
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tree, lower, clean,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
  // @ts-expect-error "tidy" takes rules IR, but the pipeline is at program
  tidy,
])
// prettier-ignore
pipeline('wrong in the middle', [
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy,
  tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy, tidy,
  // @ts-expect-error "lower" takes decision IR, but the pipeline is at rules
  lower,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
  clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean, clean,
  clean, clean,
])
