/*
 * `npm run bench:bulk`: the calls a second that an evaluator decides, beside the interpreter, for programs of
 * docker-args by us and by other tools. First the evaluator and the interpreter are compared on every call that is
 * timed; exits 1 when they differ. Rates depend on the machine and on its other work.
 */
import { AUDIT_ARCH, dataWords, seccompData, WORD_COUNT } from '@seccompile/abi'
import type { Program, SeccompData } from '@seccompile/abi'
import { witnesses } from '@seccompile/cbpf'
import { evaluator, runWords } from '@seccompile/interpreter'
import type { Evaluator } from '@seccompile/interpreter'
import { calls } from '@seccompile/syscalls'
import { table } from 'seccompile/show/table'
import { subject } from './filters.ts'

/** The target for docker-args under pipeline `speed`, in million evaluations a second. */
const TARGET = 10
const SPANS = 10
const SPAN_MS = 40

const { pipelines, others, abis } = subject('docker-args')

/** Every call of the ABI with arguments 0, and the edges of `program`. */
function inputsOf(program: Program): readonly SeccompData[] {
  const known = abis
    .flatMap((abi) => calls(abi))
    .map(({ nr }) => seccompData({ nr, arch: AUDIT_ARCH.X86_64 }))
  return [...known, ...witnesses(program)]
}

/**
 * The rate of `pass`, which does `count` evaluations, in million evaluations a second: the best of some short spans,
 * since other work on the machine can only slow it down.
 */
function rate(count: number, pass: () => void): number {
  let best = 0
  for (let span = 0; span < SPANS; span++) {
    const began = performance.now()
    let passes = 0
    let took = 0
    for (; took < SPAN_MS; took = performance.now() - began) {
      pass()
      passes++
    }
    best = Math.max(best, (passes * count) / took / 1000)
  }
  return best
}

/** Whether evaluator and interpreter yield the same verdict and steps on all of `views`. */
function isSame(program: Program, evaluate: Evaluator, views: readonly Uint32Array[]): boolean {
  const steps = new Uint32Array(1)
  return views.every((words) => {
    const expected = runWords(program, words)
    return evaluate(words, steps) === expected.verdict && steps[0] === expected.steps
  })
}

function measure(program: Program): {
  readonly made: number
  readonly fast: number
  readonly slow: number
  readonly same: boolean
} {
  const began = performance.now()
  const evaluate = evaluator(program)
  const made = performance.now() - began

  const views = inputsOf(program).map(dataWords)
  const words = new Uint32Array(views.length * WORD_COUNT)
  for (const [i, view] of views.entries()) words.set(view, i * WORD_COUNT)
  const steps = new Uint32Array(1)
  // Summed up, so that no compiler drops a result that is never used.
  let sum = 0
  const fast = rate(views.length, () => {
    for (let at = 0; at < words.length; at += WORD_COUNT) sum += evaluate(words, steps, at) + steps[0]!
  })
  const slow = rate(views.length, () => {
    for (const view of views) sum += runWords(program, view).steps
  })
  return { made, fast, slow, same: isSame(program, evaluate, views) && Number.isFinite(sum) }
}

const rows = [...pipelines, ...others].map(({ name, program }) => ({ name, program, ...measure(program) }))
const header = ['filter', 'instructions', 'evaluator M/s', 'interpreter M/s', 'made in ms', 'same']
process.stdout.write(
  "Calls decided a second on Docker's default profile for x86_64 (docker-args), in millions\n\n",
)
process.stdout.write(
  table(
    header,
    rows.map(({ name, program, made, fast, slow, same }) => [
      name, program.length, fast, slow, made, same ? 'yes' : 'NO',
    ]), // prettier-ignore
  ),
)
const reached = rows.find(({ name }) => name === 'speed')!.fast // a pipeline's name
const verdict = reached >= TARGET ? 'ok' : 'FAIL (a time: does not count)'
process.stdout.write(`\nspeed: ${reached.toFixed(1)} million a second, target >= ${TARGET}: ${verdict}\n`)
if (rows.some(({ same }) => !same)) process.exitCode = 1
