/*
 * `pnpm soak mutants [COUNT [SEED]]`: mutants of every program of @seccompile/vectors, 20,000 by default. The prover
 * and a search judge each. Prints one line at the end; exits 1 at the first wrong answer of the prover.
 */
import { decode } from '@seccompile/cbpf'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import { judge, mutantOf, randomNumbers, subject } from './mutants.ts'

const DEFAULT_COUNT = 20_000

function main(args: readonly string[]): number {
  const [count = DEFAULT_COUNT, seed = 1] = args.map(Number)
  if (args.length > 2 || !Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
    process.stderr.write('usage: soak mutants [COUNT [SEED]]\n')
    return 2
  }
  const names = [...BASELINE_NAMES, ...THREE_ABI_NAMES]
  const subjects = names.map((name) => subject(name, decode(baseline(name), 'little')))
  const random = randomNumbers(seed)
  const sums = { equal: 0, different: 0, undecided: 0 }
  const began = performance.now()
  for (let i = 0; i < count; i += 1) {
    const original = subjects[i % subjects.length]!
    try {
      sums[judge(original, mutantOf(original.program, random))] += 1
    } catch (error) {
      process.stderr.write(`soak mutants: mutant ${i} of seed ${seed}: ${(error as Error).message}\n`)
      return 1
    }
    if (process.stderr.isTTY && i % 50 === 0) process.stderr.write(`\r${i} of ${count}\u001b[K`)
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const { equal, different, undecided } = sums
  process.stdout.write(
    `${count} mutants in ${seconds} s: ${different} different, each with a call; ${equal} equal, ${undecided} undecided\n`,
  )
  return 0
}

process.exitCode = main(process.argv.slice(2))
